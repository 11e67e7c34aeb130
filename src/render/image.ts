import {extensionOf} from '../file-kinds/endings.ts'
import {absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode} from '../model/episode.ts'
import type {ImageLink, PictureLink} from '../model/feed.ts'
import type {ImageFacts, ProbedPicture} from '../model/media.ts'
import {type PictureFormat, pictureFormats, resizedPath, smallerWidths} from '../model/pictures-of-pages.ts'
import {present} from '../model/present.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {fileStemOf, siteAddress, sitePaths} from '../model/site-paths.ts'
import {slugOf} from '../text/addresses/slug.ts'

export type RenderedImage = {readonly image?: ImageLink; readonly copies: readonly FileCopy[]}

/** The address of a picture. A picture in the show folder is published as `images/<name>`. */
export function renderImage(
  show: Pick<Show, 'siteUrl' | 'resizesPictures'>,
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
  const url = siteAddress(show.siteUrl, path)
  const whole = {from: location, path, mimeType: facts.mimeType}
  const widths = show.resizesPictures === true ? smallerWidths(facts) : []
  if (widths.length === 0) return {image: {url, facts}, copies: [whole]}
  return {image: {url, facts, widths}, copies: [whole, ...widths.flatMap((width) => resizedCopies(whole, width))]}
}

/** For pages, which show a cover of 3000 pixels in a corner of a phone. */
export function resizedCopies({from, path}: FileCopy, widthInPixels: number): readonly FileCopy[] {
  return Object.entries(pictureFormats).map(([name, mimeType]) => {
    const recipe = {kind: 'resized', widthInPixels, format: name as PictureFormat} as const
    return {from, path: resizedPath(path, recipe), mimeType, recipe}
  })
}

export type RenderedPictures = {readonly pictures: readonly PictureLink[]; readonly copies: readonly FileCopy[]}

/**
 * Further pictures, published as `images/<name>/<their own name>`, except those that are published under another name already. If
 * the file is here, its bytes tell its size and type.
 */
export function renderPictures(
  show: Pick<Show, 'siteUrl'>,
  pictures: readonly ProbedPicture[] = [],
  name: string,
  nameOf: (location: string) => string | undefined = () => undefined,
): RenderedPictures {
  const links: PictureLink[] = []
  const copies = new Map<string, FileCopy>()
  const taken = new Set<string>()
  const pathOf = (location: string) => {
    const own = nameOf(location)
    return own === undefined ? freePath(location, name, taken) : sitePaths.image(own, extensionOf(location))
  }
  for (const {location, facts, ...picture} of pictures) {
    const path = facts === undefined ? undefined : (copies.get(location)?.path ?? pathOf(location))
    const url = path === undefined ? absoluteUrl(location) : siteAddress(show.siteUrl, path)
    if (url === undefined) continue
    const {mimeType, widthInPixels, heightInPixels} = facts ?? {}
    links.push({...picture, ...present({mimeType, widthInPixels, heightInPixels}), url})
    if (path !== undefined) copies.set(location, {from: location, path, mimeType: mimeType ?? ''})
  }
  return {pictures: links, copies: [...copies.values()]}
}

function freePath(location: string, name: string, taken: Set<string>): string {
  const slug = slugOf(stemOf(location.slice(location.lastIndexOf('/') + 1))) || 'picture'
  for (let count = 1; ; count += 1) {
    const path = sitePaths.image(`${name}/${slug}${count === 1 ? '' : `-${count}`}`, extensionOf(location))
    if (taken.has(path)) continue
    taken.add(path)
    return path
  }
}

function stemOf(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length)
}

/** The pictures of an episode. */
export type EpisodePictures = {
  readonly image?: ImageLink
  readonly pictures: readonly PictureLink[]
  /** To be published with the episode. */
  readonly own: readonly FileCopy[]
  /** To be published once, however many episodes name them. */
  readonly shared: readonly FileCopy[]
}

export function renderEpisodePictures(
  show: Pick<Show, 'siteUrl'>,
  episode: Pick<ProbedEpisode, 'image' | 'imageFacts' | 'pictures' | 'sharedPictures' | 'slug' | 'filesAt'>,
): EpisodePictures {
  const {image, imageFacts, pictures, sharedPictures} = episode
  const nameOf = (location: string) => sharedPictures?.get(location)
  const name = fileStemOf(episode)
  const cover = renderImage(show, image, imageFacts, (image === undefined ? undefined : nameOf(image)) ?? name)
  const further = renderPictures(show, pictures, name, nameOf)
  const copies = [...cover.copies, ...further.copies]
  return {
    ...present({image: cover.image}),
    pictures: further.pictures,
    own: copies.filter(({from}) => nameOf(from) === undefined),
    shared: copies.filter(({from}) => nameOf(from) !== undefined),
  }
}
