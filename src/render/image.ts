import {absoluteUrl} from '../model/absolute-url.ts'
import type {ImageLink} from '../model/feed.ts'
import type {ImageFacts} from '../model/media.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {extensionOf, siteAddress, sitePaths} from './addresses.ts'

export type RenderedImage = {readonly image?: ImageLink; readonly copies: readonly FileCopy[]}

/** The address of a picture; one in the show folder is published as `images/<name>`. */
export function renderImage(
  show: Show,
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
