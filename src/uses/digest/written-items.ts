import type {TextSpan} from '../../engine/memory/text-store.ts'
import {isJudgedType} from '../../file-kinds/feed-kinds.ts'
import type {Channel, Feed, FeedItem, KnownItems} from '../../model/feed.ts'
import type {ByFormat, FeedFormatName} from '../../model/feed-settings.ts'
import {errorsIn} from '../../plan/feeds/judge-feeds.ts'
import {feedFormats, prefixesOf, type WrittenFeedFormat} from '../../serialise/serialise.ts'
import {joinedPieces} from '../../text/text-piece.ts'

/** The text of an item in the feeds of its network: in RSS with elements of some namespaces, by their prefixes. */
export type StoredText = {
  /** Where it is, in each format. */
  readonly pieces: ByFormat<TextSpan>
  readonly prefixes: readonly string[]
  /** Whether it was judged, and has no error. */
  readonly isSound: boolean
}

/** Enough that the head, which is judged with them, costs little. */
const judgedAtOnce = 50

/**
 * Writes the items of a show as the main feed of its network will have them, judges them there, and hands the texts to `add`. So the network
 * itself copies texts: to write and judge those of all shows would take it a minute for a hundred thousand episodes. Texts of one format
 * stand together, as the network reads them.
 */
export function* writtenItems(
  items: readonly FeedItem[],
  channel: Channel,
  now: Date,
  add: (text: string) => TextSpan,
): Generator<StoredText & {readonly item: FeedItem}> {
  const formats = feedFormats.filter(({name}) => channel.feedUrls[name] !== undefined)
  for (let at = 0; at < items.length; at += judgedAtOnce) {
    const some = items.slice(at, at + judgedAtOnce)
    const prefixes = new Map(some.map((item) => [item, prefixesOf(item, channel)]))
    const pieces = new Map(some.map((item): [FeedItem, {[F in FeedFormatName]?: TextSpan}] => [item, {}]))
    let isSound = true
    for (const format of formats) {
      const texts = new Map(some.map((item) => [item, format.item(item, channel)]))
      const known = {textOf: (item: FeedItem) => texts.get(item), prefixesOf: (item: FeedItem) => prefixes.get(item)}
      isSound &&= isSoundIn(format, documentOf(some, channel), known, now)
      for (const [item, text] of texts) Object.assign(pieces.get(item) ?? {}, {[format.name]: add(text)})
    }
    for (const item of some) yield {item, pieces: pieces.get(item) ?? {}, prefixes: prefixes.get(item) ?? [], isSound}
  }
}

function documentOf(items: readonly FeedItem[], channel: Channel): Feed {
  const updatedAt = new Date(Math.max(...items.map((item) => item.updatedAt.getTime())))
  return {channel, items, updatedAt, trailers: []}
}

function isSoundIn({format, mimeType}: WrittenFeedFormat, document: Feed, known: KnownItems, now: Date): boolean {
  return !isJudgedType(mimeType) || errorsIn(joinedPieces(format(document, known)), now).length === 0
}
