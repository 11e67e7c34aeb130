import {absoluteUrl} from '../model/absolute-url.ts'
import type {ImageLink} from '../model/feed.ts'
import type {ImageFacts} from '../model/media.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {extensionOf, isRemote, siteAddress, sitePaths} from './addresses.ts'

export type RenderedImage = {readonly image?: ImageLink; readonly copies: readonly FileCopy[]}

/** The address of a picture; one in the show folder is published as `images/<name>`. */
export function renderImage(
  show: Show,
  location: string | undefined,
  facts: ImageFacts | undefined,
  name: string,
): RenderedImage {
  if (location === undefined) return {copies: []}
  // A picture that was not found below the show folder has no facts: the address the author wrote may still be right on the site.
  if (isRemote(location) || facts === undefined) {
    const url = absoluteUrl(location.replace(/^\/\//, 'https://'), show.siteUrl)
    return {...(url === undefined ? {} : {image: {url}}), copies: []}
  }
  const path = sitePaths.image(name, extensionOf(location))
  return {
    image: {url: siteAddress(show.siteUrl, path), facts},
    copies: [{from: location, path, mimeType: facts.mimeType}],
  }
}
