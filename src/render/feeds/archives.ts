import type {FeedItem} from '../../model/feed.ts'

/** The number of the archive that an episode is in. The oldest archive is 1. Absent for an episode that is in none. */
export type ArchiveOf = (item: FeedItem) => number | undefined

export type ArchivedItems = {
  /** Items that are in no archive, in the order of `items`. */
  readonly current: readonly FeedItem[]
  /** By number, in ascending order. None is empty. */
  readonly archives: readonly {readonly number: number; readonly items: readonly FeedItem[]}[]
}

/**
 * Divides the items of a feed, newest first, into the document that people subscribe to and its archives. What is once in an
 * archive stays in it: an archive does not change when episodes are added later, whatever their date, or are held back. The
 * oldest of the other episodes fill the next archive as soon as there are enough of them besides those that the document keeps.
 */
export function divideIntoArchives(
  items: readonly FeedItem[],
  itemsPerDocument: number,
  archiveOf: ArchiveOf,
): ArchivedItems {
  const archives = new Map<number, FeedItem[]>()
  const loose: FeedItem[] = []
  for (const item of items) {
    const number = archiveOf(item)
    const archive = number === undefined ? loose : (archives.get(number) ?? [])
    archive.push(item)
    if (number !== undefined) archives.set(number, archive)
  }
  let next = Math.max(0, ...archives.keys()) + 1
  while (loose.length >= 2 * itemsPerDocument) {
    archives.set(next, loose.splice(-itemsPerDocument))
    next += 1
  }
  const inOrder = [...archives].sort(([one], [other]) => one - other)
  return {current: loose, archives: inOrder.map(([number, each]) => ({number, items: each}))}
}
