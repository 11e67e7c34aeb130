import type {Channel, Feed, FeedItem} from '../model/feed.ts'
import {type Problem, problem} from '../model/problem.ts'

/** Newest first, as apps expect; a stable order where two share their minute. */
function newestFirst(one: FeedItem, other: FeedItem): number {
  const byDate = other.publishedAt.getTime() - one.publishedAt.getTime()
  if (byDate !== 0) return byDate
  const byNumber = (other.number ?? 0) - (one.number ?? 0)
  return byNumber === 0 ? (one.slug < other.slug ? -1 : 1) : byNumber
}

/** Apple identifies by the enclosure's address as well: the second of two items with one address is ignored. */
function enclosureProblems(items: readonly FeedItem[]): readonly Problem[] {
  const first = new Map<string, FeedItem>()
  const problems: Problem[] = []
  for (const item of items) {
    if (item.enclosure === undefined) continue
    const other = first.get(item.enclosure.url)
    if (other === undefined) {
      first.set(item.enclosure.url, item)
      continue
    }
    const message = `"${item.title}" and "${other.title}" (${other.source.file}) have one media file, ${item.enclosure.url}`
    problems.push(problem('enclosure-duplicate', item.source, message, 'Give each episode its own file'))
  }
  return problems
}

/** The feed of a whole show. `updatedAt` is the newest date of the content: never the clock. */
export function renderFeed(
  channel: Channel,
  unordered: readonly FeedItem[],
): {readonly feed: Feed; readonly problems: readonly Problem[]} {
  const items = [...unordered].sort(newestFirst)
  const newest = items.reduce((latest, {updatedAt}) => Math.max(latest, updatedAt.getTime()), 0)
  return {feed: {channel, items, updatedAt: new Date(newest)}, problems: enclosureProblems([...items].reverse())}
}
