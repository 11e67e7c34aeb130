import {createHash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import type {FeedItem} from '../../model/feed.ts'
import type {FeedAuthors, TakenFeed} from '../../plan/feeds/taken-feed.ts'
import type {SharedQueue} from './shared-queue.ts'

/** Bytes of a file, or items of a feed: from `start` up to the one before `end`. */
type Span = {readonly start: number; readonly end: number}

/**
 * Where to cut the file of a feed. `head`, some of the items and `tail` are a whole document again. So several threads can judge
 * the feed, nobody has to hold all of it (the feed of ten thousand episodes is a text of 23 MB), and an item that was found sound is not
 * judged again because of its neighbours.
 */
export type FeedParts = {
  readonly head: Span
  /** Each item that is to be judged, without the separator before it. */
  readonly items: readonly Span[]
  readonly separator: string
  readonly tail: Span
  /** Items that are judged together. All parts hold all items. */
  readonly parts: readonly Span[]
}

/** A document in a file, and the numbers of its parts. Whoever takes a part judges of it what no earlier build found sound. */
export type DividedFeed = {
  readonly file: string
  readonly parts: FeedParts
  readonly queue: SharedQueue
  /** Marks of items: `FeedPart`. */
  readonly knownAsSound: readonly string[]
}

/**
 * The number of items in a part. It is small, so that several threads have something to do. It is large enough that judging the head with
 * each part costs little.
 */
const usualItemsPerPart = 50

/** The items of a feed, and where its pieces ended when it was written. */
type PiecesOfFeed = Pick<TakenFeed, 'pieceEndsInBytes' | 'separator'> & {readonly authors: Pick<FeedAuthors, 'items'>}

/**
 * `undefined` for a feed that has no items, or that nobody read when it was taken. Items that are `isSound` were judged elsewhere, below a
 * head that says the same of items: they are left out, but for the first, since the head is judged with it.
 */
export function feedParts(
  {authors, pieceEndsInBytes: ends, separator}: PiecesOfFeed,
  itemsPerPart = usualItemsPerPart,
  isSound: (item: FeedItem) => boolean = () => false,
): FeedParts | undefined {
  const itemCount = authors.items.length
  const separatorInBytes = Buffer.byteLength(separator)
  const last = ends.length - 1
  const first = last - itemCount
  if (itemCount === 0 || first < 1) return undefined
  const startOf = (piece: number) => ends[piece - 1] ?? 0
  const items = authors.items.flatMap((item, at): readonly Span[] => {
    if (at > 0 && isSound(item)) return []
    return [{start: startOf(first + at) + (at === 0 ? 0 : separatorInBytes), end: startOf(first + at + 1)}]
  })
  const parts: Span[] = []
  for (let start = 0; start < items.length; start += itemsPerPart)
    parts.push({start, end: Math.min(items.length, start + itemsPerPart)})
  const head = {start: 0, end: startOf(first)}
  return {head, items, separator, tail: {start: startOf(last), end: startOf(ends.length)}, parts}
}

/** Some items of a document, by their places in the part. */
export type FeedPart = {
  /** For each item a mark by which it is known again, below the same head. */
  readonly marks: () => readonly string[]
  /** The document that these items make. */
  readonly textOf: (places: readonly number[]) => string
}

/** A part of the document in the file at `path`. */
export function feedPartOf(path: string, {head, items, separator, tail, parts}: FeedParts, part: number): FeedPart {
  const {start, end} = parts[part] ?? {start: 0, end: 0}
  const spans = items.slice(start, end)
  const from = spans[0]?.start ?? 0
  const [headBytes, itemBytes, tailBytes] = bytesOf(path, [head, {start: from, end: spans.at(-1)?.end ?? from}, tail])
  const bytesAt = (place: number) =>
    itemBytes.subarray((spans[place]?.start ?? from) - from, (spans[place]?.end ?? from) - from)
  return {
    marks: () => {
      const markOf = marksBelow(headBytes.toString('utf8'))
      return spans.map((_, place) => markOf(bytesAt(place)))
    },
    textOf: (places) =>
      headBytes.toString('utf8') +
      places.map((place) => bytesAt(place).toString('utf8')).join(separator) +
      tailBytes.toString('utf8'),
  }
}

/** The marks of items below a head. The time of the last change differs with each new episode; it is judged with the first item. */
export function marksBelow(head: string): (item: string | Buffer) => string {
  const below = createHash('sha1').update(head.replace(timeOfChange, '<$1>')).digest()
  return (item) => createHash('sha1').update(below).update(item).digest('base64')
}

const timeOfChange = /<(lastBuildDate|updated)>[^<]*(?=<\/)/g

function bytesOf(path: string, [one, two, three]: readonly [Span, Span, Span]): readonly [Buffer, Buffer, Buffer] {
  const file = openSync(path, 'r')
  const read = ({start, end}: Span): Buffer => {
    const bytes = Buffer.allocUnsafe(end - start)
    for (let filled = 0; filled < bytes.length; ) {
      const more = readSync(file, bytes, filled, bytes.length - filled, start + filled)
      if (more === 0) throw new Error(`${path} is shorter than it was written`)
      filled += more
    }
    return bytes
  }
  try {
    return [read(one), read(two), read(three)]
  } finally {
    closeSync(file)
  }
}
