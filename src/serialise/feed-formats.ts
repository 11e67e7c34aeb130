import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {Feed, FeedItem, ItemChannel, KnownItems} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import type {TextPiece} from '../text/text-piece.ts'
import {atomText, formatAtom} from './atom.ts'
import {formatJsonFeed, jsonText} from './json-feed.ts'
import {formatRss, rssText} from './rss.ts'

type FeedWriter = {
  /**
   * The document in pieces. The last piece is the end of the document. Those before it are the items, one piece each. The text of an item
   * is made of the item and of what the feed says beside its items and its time.
   */
  readonly format: (feed: Feed, known?: KnownItems) => Iterable<TextPiece>
  /** The text of one item, without the separator. */
  readonly item: (item: FeedItem, channel: ItemChannel) => string
  /** What the pieces of all items but the first begin with. */
  readonly separator: string
  /**
   * Whether it is made before the other forms of a feed. Then the threads that judge need not wait for forms that take three
   * times as long.
   */
  readonly isQuick?: true
}

/** How each form of a feed is written. */
const writers: Readonly<Record<FeedFormatName, FeedWriter>> = {
  rss: {
    format: (feed, known) => formatRss(feed, undefined, known),
    item: (item, channel) => rssText(item, channel),
    separator: '',
  },
  atom: {format: formatAtom, item: atomText, separator: '', isQuick: true},
  json: {format: formatJsonFeed, item: jsonText, separator: ','},
}

/** A form of a feed, with what its name and its type say of it. */
export type WrittenFeedFormat = FeedWriter & {
  readonly name: FeedFormatName
  readonly title: string
  readonly mimeType: string
}

export const feedFormats: readonly WrittenFeedFormat[] = feedKinds.map(({name, title, mimeType}) => ({
  name,
  title,
  mimeType,
  ...writers[name],
}))
