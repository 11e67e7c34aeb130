import {absoluteUrl} from '../model/absolute-url.ts'
import type {ImageLink, PictureLink} from '../model/feed.ts'
import type {ImageFacts, ProbedPicture} from '../model/media.ts'
import {present} from '../model/present.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {slugOf} from '../text/slug.ts'
import {extensionOf, siteAddress, sitePaths} from './addresses.ts'

export type RenderedImage = {readonly image?: ImageLink; readonly copies: readonly FileCopy[]}

/** The address of a picture; one in the show folder is published as `images/<name>`. */
export function renderImage(
  show: Pick<Show, 'siteUrl'>,
  location: string | undefined,
  facts: ImageFacts | undefined,
  name: string,
): RenderedImage {
  if (location === undefined) return {copies: []}
  // Only a picture on another server has no facts.
  if (facts === undefined) {
    const url = absoluteUrl(location)
    return {...(url === undefined ? {} : {image: {url}}), copies: []}
  }
  const path = sitePaths.image(name, extensionOf(location))
  return {
    image: {url: siteAddress(show.siteUrl, path), facts},
    copies: [{from: location, path, mimeType: facts.mimeType}],
  }
}

export type RenderedPictures = {readonly pictures: readonly PictureLink[]; readonly copies: readonly FileCopy[]}

/** Further pictures, published as `images/<name>/<their own name>`. Size and type are those of the bytes where these are here. */
export function renderPictures(
  show: Pick<Show, 'siteUrl'>,
  pictures: readonly ProbedPicture[] = [],
  name: string,
): RenderedPictures {
  const links: PictureLink[] = []
  const copies = new Map<string, FileCopy>()
  const taken = new Set<string>()
  for (const {location, facts, ...picture} of pictures) {
    const path = facts === undefined ? undefined : (copies.get(location)?.path ?? pathOf(location, name, taken))
    const url = path === undefined ? absoluteUrl(location) : siteAddress(show.siteUrl, path)
    if (url === undefined) continue
    const {mimeType, widthInPixels, heightInPixels} = facts ?? {}
    links.push({...picture, ...present({mimeType, widthInPixels, heightInPixels}), url})
    if (path !== undefined) copies.set(location, {from: location, path, mimeType: mimeType ?? ''})
  }
  return {pictures: links, copies: [...copies.values()]}
}

function pathOf(location: string, name: string, taken: Set<string>): string {
  const extension = extensionOf(location)
  const file = location.slice(location.lastIndexOf('/') + 1, location.length - extension.length)
  const slug = slugOf(file) || 'picture'
  for (let count = 1; ; count += 1) {
    const path = sitePaths.image(`${name}/${slug}${count === 1 ? '' : `-${count}`}`, extension)
    if (taken.has(path)) continue
    taken.add(path)
    return path
  }
}
