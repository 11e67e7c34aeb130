import type {RenderedShow} from '../model/rendered-show.ts'
import {webAddress} from './episode/episode-aside.ts'
import {isOwn} from './page-links.ts'

/**
 * Addresses of covers and portraits on other hosts, each once. Pages leave these pictures out, because the other host would see
 * everybody who opens a page.
 */
export function picturesElsewhere({channel, items}: Pick<RenderedShow, 'channel' | 'items'>): readonly string[] {
  const people = [channel, ...items].flatMap((each) => each.people.map(({image}) => webAddress(image)))
  const covers = [channel, ...items].map(({image}) => image?.url)
  const addresses = new Set([...covers, ...people].filter((address) => address !== undefined))
  return [...addresses].filter((address) => !isOwn(address, channel))
}
