import {fileKinds} from '../file-kinds/all-kinds.ts'
import {extensionOf} from '../file-kinds/endings.ts'
import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {TextPicture} from '../model/episode.ts'
import type {ImageFacts} from '../model/media.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {siteAddress, sitePaths} from '../model/site-paths.ts'
import {slugOf} from '../text/addresses/slug.ts'

/** From a picture as it is written in a text to its address. A picture that is not published has no entry. */
export type PictureAddresses = ReadonlyMap<string, AbsoluteUrl | undefined>

export function pictureAddresses(
  {siteUrl}: Pick<Show, 'siteUrl'>,
  pictures: readonly TextPicture[] = [],
): PictureAddresses {
  return new Map(
    pictures.map(({written, location}) => [
      written,
      location === undefined ? undefined : siteAddress(siteUrl, pathOf(location)),
    ]),
  )
}

/** How large the published pictures are, by their addresses: so a page keeps their place before they come. */
export function pictureSizes(
  {siteUrl}: Pick<Show, 'siteUrl'>,
  pictures: readonly TextPicture[] = [],
): ReadonlyMap<string, ImageFacts> {
  return new Map(
    pictures.flatMap(({location, facts}) =>
      location === undefined || facts === undefined ? [] : [[siteAddress(siteUrl, pathOf(location)), facts] as const],
    ),
  )
}

/** One file of the show is published once, however many episodes show it. */
export function pictureCopies(pictures: readonly TextPicture[] = []): readonly FileCopy[] {
  return pictures.flatMap(({location}) => {
    if (location === undefined) return []
    const mimeType = fileKinds.ofName(location)?.mimeType ?? 'application/octet-stream'
    return [{from: location, path: pathOf(location), mimeType}]
  })
}

/** The name is made from the whole path: two `map.png` of two folders are two pictures. */
function pathOf(location: string): string {
  const extension = extensionOf(location)
  return sitePaths.textPicture(slugOf(location.slice(0, location.length - extension.length)), extension)
}
