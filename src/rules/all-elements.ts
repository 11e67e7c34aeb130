import {namespaces} from '../tags/all-tags.ts'
import type {Namespace} from '../tags/tag.ts'
import {atomElements} from './atom/atom-elements.ts'
import {type ElementIndex, type ElementRow, indexRows} from './element-table.ts'
import {itunesElements} from './itunes/itunes-elements.ts'
import {mediaRssElements} from './modules/media-rss-elements.ts'
import {moduleElements} from './modules/module-elements.ts'
import {opmlElements} from './modules/opml-elements.ts'
import {podcastElements} from './podcast/podcast-elements.ts'
import {rssElements} from './rss/rss-elements.ts'
import {elementsOfTags} from './tag-elements.ts'

/** Every element that the rules know. A new vocabulary needs a file, a line here, and its namespace in `namespaces.ts`. */
export const allElements: readonly ElementRow[] = [
  ...rssElements,
  ...atomElements,
  ...itunesElements,
  ...podcastElements,
  ...mediaRssElements,
  ...moduleElements,
  ...opmlElements,
]

/** An element that may stand in an item may stand in a live item, too. https://podcasting2.org/docs/podcast-namespace/tags/liveItem */
function inLiveItemsToo(row: ElementRow): ElementRow {
  return row.in.includes('item') ? {...row, in: [...row.in, 'podcast:liveItem']} : row
}

/** All elements, with further rows for our own tags that none of them judges. */
export function elementIndexFor(namespaces: readonly Namespace[]): ElementIndex {
  return indexRows([...allElements, ...elementsOfTags(namespaces, allElements)].map(inLiveItemsToo))
}

export const elementIndex = elementIndexFor(namespaces)
