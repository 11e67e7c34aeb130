import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {Feed} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import {formatAtom} from './atom.ts'
import {formatJsonFeed} from './json-feed.ts'
import {formatRss} from './rss.ts'

type FeedWriter = {
  /** In pieces. The last is the end of the document; those before it are the items, a piece each. */
  readonly format: (feed: Feed) => Iterable<string>
  /** What the pieces of all items but the first begin with. */
  readonly separator: string
  /** Made before the others of a feed: threads that judge then need not wait for those that take three times as long. */
  readonly isQuick?: true
}

/** How each form of a feed is written. */
const writers: Readonly<Record<FeedFormatName, FeedWriter>> = {
  rss: {format: (feed) => formatRss(feed), separator: ''},
  atom: {format: formatAtom, separator: '', isQuick: true},
  json: {format: formatJsonFeed, separator: ','},
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
