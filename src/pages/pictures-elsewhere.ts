import type {FeedItem} from '../model/feed.ts'
import type {RenderedShow} from '../model/rendered-show.ts'
import {webAddress} from './episode/episode-aside.ts'
import {isOwn} from './page-links.ts'

/**
 * Addresses of covers and portraits on other hosts, each once. Pages leave these pictures out, because the other host would see
 * everybody who opens a page. `ofItems` are the pictures of the items, where somebody knows them already.
 */
export function picturesElsewhere(
  {channel, items}: Pick<RenderedShow, 'channel' | 'items'>,
  ofItems?: readonly string[],
): readonly string[] {
  const all = addressesOfPictures(ofItems === undefined ? [channel, ...items] : [channel])
  return [...new Set([...all, ...(ofItems ?? [])])].filter((address) => !isOwn(address, channel))
}

/** The addresses of covers and portraits, each once: first the covers. */
export function addressesOfPictures(all: readonly Pick<FeedItem, 'image' | 'people'>[]): readonly string[] {
  const covers = all.map(({image}) => image?.url)
  const people = all.flatMap((each) => each.people.map(({image}) => webAddress(image)))
  return [...new Set([...covers, ...people].filter((address) => address !== undefined))]
}
