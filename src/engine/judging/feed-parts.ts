import {createHash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import type {TakenFeed} from '../../plan/feeds/taken-feed.ts'
import type {SharedQueue} from './shared-queue.ts'

/** Bytes of a file, from `start` up to the one before `end`. */
type Span = {readonly start: number; readonly end: number}

/**
 * Where to cut the file of a feed. `head`, some of the items and `tail` are a whole document again. So several threads can judge
 * the feed, and nobody has to hold all of it: the feed of ten thousand episodes is a text of 23 MB.
 */
export type FeedParts = {
  readonly head: Span
  /** Each span holds several items. Together they hold all. */
  readonly items: readonly Span[]
  readonly tail: Span
}

/** A document in a file, and the numbers of its parts. Whoever takes a part judges it, unless an earlier build found it sound. */
export type DividedFeed = {
  readonly file: string
  readonly parts: FeedParts
  readonly queue: SharedQueue
  /** Marks of parts: `PartBytes`. */
  readonly knownAsSound: readonly string[]
}

/**
 * The number of items in a part. It is small, so that several threads have something to do, and so that little is judged again if
 * one episode changes. It is large enough that judging the head with each part costs little.
 */
const usualItemsPerPart = 50

/** `undefined` for a feed that has no items, or that nobody read when it was taken. */
export function feedParts(
  {authors, pieceEndsInBytes: ends, separator}: Pick<TakenFeed, 'authors' | 'pieceEndsInBytes' | 'separator'>,
  itemsPerPart = usualItemsPerPart,
): FeedParts | undefined {
  const itemCount = authors.items.length
  const separatorInBytes = Buffer.byteLength(separator)
  const last = ends.length - 1
  const first = last - itemCount
  if (itemCount === 0 || first < 1) return undefined
  const startOf = (piece: number) => ends[piece - 1] ?? 0
  const items: Span[] = []
  // Parts are counted from the end, where the oldest items are. So a new episode changes only the first part.
  for (let end = last; end > first; end -= itemsPerPart) {
    const piece = Math.max(first, end - itemsPerPart)
    const start = startOf(piece) + (piece === first ? 0 : separatorInBytes)
    items.unshift({start, end: startOf(end)})
  }
  return {head: {start: 0, end: startOf(first)}, items, tail: {start: startOf(last), end: startOf(ends.length)}}
}

/** The document that the items of one part make, and a mark by which it is known again. */
export type PartBytes = {readonly text: () => string; readonly mark: () => string}

/** A part of the document in the file at `path`. */
export function feedPartOf(path: string, {head, items, tail}: FeedParts, part: number): PartBytes {
  const spans = [head, items[part], tail].filter((span) => span !== undefined)
  const bytes = bytesOf(path, spans)
  const headInBytes = head.end - head.start
  return {
    text: () => bytes.toString('utf8'),
    mark: () =>
      // The time of the last change differs with each new episode. It is judged with the first part.
      createHash('sha1')
        .update(bytes.toString('utf8', 0, headInBytes).replace(timeOfChange, '<$1>'))
        .update(bytes.subarray(headInBytes))
        .digest('base64'),
  }
}

const timeOfChange = /<(lastBuildDate|updated)>[^<]*(?=<\/)/g

function bytesOf(path: string, spans: readonly Span[]): Buffer {
  const bytes = Buffer.allocUnsafe(spans.reduce((sum, {start, end}) => sum + end - start, 0))
  const file = openSync(path, 'r')
  try {
    let filled = 0
    for (const {start, end} of spans) {
      for (let at = start; at < end; ) {
        const read = readSync(file, bytes, filled, end - at, at)
        if (read === 0) throw new Error(`${path} is shorter than it was written`)
        filled += read
        at += read
      }
    }
  } finally {
    closeSync(file)
  }
  return bytes
}
