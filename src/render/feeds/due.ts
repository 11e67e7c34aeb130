import type {FeedItem} from '../../model/feed.ts'
import type {Schedule} from '../../model/show.ts'

/** When a build may publish the episode. The margin is for builds that run a little early. A time that the author pins is exact. */
export function dueAt(
  {publishedAt, notBefore}: Pick<FeedItem, 'publishedAt' | 'notBefore'>,
  {earlyInSeconds}: Schedule,
): Date {
  const earliest = publishedAt.getTime() - earlyInSeconds * 1000
  return new Date(Math.max(earliest, notBefore?.getTime() ?? earliest))
}

/**
 * `item` as a feed has it whose members are so much earlier: dated when they get it. A date to come may hide it or keep it on top of
 * the list, and one that changed later would make it new again, so it stays so for good.
 */
export function datedForMembers(item: FeedItem, earlyInSeconds: number): FeedItem {
  const {publishedAt, updatedAt, notBefore} = item
  const date = publishedAt.getTime()
  const earliest = date - earlyInSeconds * 1000
  const at = new Date(Math.min(date, Math.max(earliest, notBefore?.getTime() ?? earliest)))
  // Where the author wrote no `updated`, it is the date, and moves with it.
  return {...item, publishedAt: at, updatedAt: updatedAt.getTime() === date ? at : updatedAt}
}
