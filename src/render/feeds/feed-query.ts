import type {FeedItem} from '../../model/feed.ts'
import type {FeedQuery} from '../../model/feed-settings.ts'
import {allMedia, divideMedia} from './feed-media.ts'

/** Those of `items` (newest first) that a feed holds, each with the enclosure that it has in this feed. */
export function selectItems(items: readonly FeedItem[], query: FeedQuery, showLanguage: string): readonly FeedItem[] {
  const found = items.filter((item) => isAskedFor(item, query, showLanguage)).flatMap((item) => inKind(item, query))
  const {first, latest} = query
  const newest = latest === undefined ? found : found.slice(0, latest)
  return first === undefined ? newest : newest.slice(-first)
}

function isAskedFor(item: FeedItem, query: FeedQuery, showLanguage: string): boolean {
  const {seasons, tags, languages, types, people} = query
  if (seasons !== undefined && (item.season === undefined || !seasons.includes(item.season))) return false
  if (types !== undefined && !types.includes(item.type)) return false
  if (languages !== undefined && !languages.some((each) => isWithin(item.language ?? showLanguage, each))) return false
  if (tags !== undefined && !shareName(tags, item.tags)) return false
  return (
    people === undefined ||
    shareName(
      people,
      item.people.map(({name}) => name),
    )
  )
}

/** `pt-BR` is Portuguese, too (RFC 4647, basic filtering). */
function isWithin(language: string, range: string): boolean {
  return language === range || language.startsWith(`${range}-`)
}

function shareName(asked: readonly string[], names: readonly string[]): boolean {
  const known = new Set(names.map(comparable))
  return asked.some((each) => known.has(comparable(each)))
}

/** Names as people compare them: case, and how an accent is stored, make no difference. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** An episode without media of the kind that the feed asks for is not in the feed: apps would leave out its item. */
function inKind(item: FeedItem, {media: kind}: FeedQuery): readonly FeedItem[] {
  if (kind === undefined || item.enclosure?.kind === kind) return [item]
  const {enclosure, ...rest} = item
  // If the author allows sound and film beside each other, their order makes no difference.
  const mixes = item.alternates.some((each) => each.kind !== enclosure?.kind)
  const media = divideMedia(allMedia(item), {kind, mixes})
  return media.enclosure === undefined ? [] : [{...rest, ...media}]
}
