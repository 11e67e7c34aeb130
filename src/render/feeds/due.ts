import type {FeedItem} from '../../model/feed.ts'
import type {Schedule} from '../../model/show.ts'

/**
 * When a build may publish the episode. The margin is for builds that run a little early. A time that the author wrote as
 * `not_before` is exact.
 */
export function dueAt(
  {publishedAt, notBefore}: Pick<FeedItem, 'publishedAt' | 'notBefore'>,
  {earlyInSeconds}: Schedule,
): Date {
  const earliest = publishedAt.getTime() - earlyInSeconds * 1000
  return new Date(Math.max(earliest, notBefore?.getTime() ?? earliest))
}

/**
 * `item` as it stands in a feed whose members have it so much earlier. Its date is the time when members get it. With the public
 * date, which is still to come, apps might hide it or keep it on top of the list. If the date changed later, the item would be
 * new again. So this date stays for good.
 */
export function datedForMembers(item: FeedItem, earlyInSeconds: number): FeedItem {
  const {publishedAt, updatedAt, notBefore} = item
  const date = publishedAt.getTime()
  const earliest = date - earlyInSeconds * 1000
  const at = new Date(Math.min(date, Math.max(earliest, notBefore?.getTime() ?? earliest)))
  // If the author wrote no `updated`, it is equal to the date, and moves with it.
  return {...item, publishedAt: at, updatedAt: updatedAt.getTime() === date ? at : updatedAt}
}
