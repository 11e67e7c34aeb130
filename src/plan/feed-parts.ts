import {closeSync, openSync, readSync} from 'node:fs'
import type {SharedQueue} from './shared-queue.ts'

/** Bytes of a file, from `start` up to the one before `end`. */
type Span = {readonly start: number; readonly end: number}

/**
 * Where to cut the file of a feed: `head`, some of its items and `tail` are a whole document again. So several threads can judge it, and
 * nobody has to hold all of it: the feed of ten thousand episodes is a text of 23 MB.
 */
export type FeedParts = {
  readonly head: Span
  /** Each of several items; together, all. */
  readonly items: readonly Span[]
  readonly tail: Span
}

/** A document in a file, and the numbers of its parts: who takes one judges it. */
export type DividedFeed = {readonly place: string; readonly parts: FeedParts; readonly queue: SharedQueue}

/** Pieces of a feed that count themselves while they are read. */
export type CountedPieces = {
  readonly pieces: Iterable<string>
  /** What was read last. */
  readonly sizeInBytes: () => number
  /**
   * Of a feed of so many items, each of which is a piece, before one last piece. `separator` begins those of all items but the first.
   * `undefined` for a feed that has no items, or was not read.
   */
  readonly parts: (itemCount: number, separator: string) => FeedParts | undefined
}

/** So few that several threads have something to do, so many that the head, which is judged with each of them, does not count. */
const usualItemsPerPart = 200

export function countedPieces(uncounted: Iterable<string>, itemsPerPart = usualItemsPerPart): CountedPieces {
  let ends: number[] = []
  function* pieces(): Generator<string> {
    ends = []
    let sizeInBytes = 0
    for (const piece of uncounted) {
      sizeInBytes += Buffer.byteLength(piece)
      ends.push(sizeInBytes)
      yield piece
    }
  }
  return {
    pieces: {[Symbol.iterator]: pieces},
    sizeInBytes: () => ends.at(-1) ?? 0,
    parts: (itemCount, separator) =>
      partsOf(ends, {itemCount, itemsPerPart, separatorInBytes: Buffer.byteLength(separator)}),
  }
}

type Division = {readonly itemCount: number; readonly itemsPerPart: number; readonly separatorInBytes: number}

function partsOf(
  ends: readonly number[],
  {itemCount, itemsPerPart, separatorInBytes}: Division,
): FeedParts | undefined {
  const last = ends.length - 1
  const first = last - itemCount
  if (itemCount === 0 || first < 1) return undefined
  const startOf = (piece: number) => ends[piece - 1] ?? 0
  const items: Span[] = []
  for (let piece = first; piece < last; piece += itemsPerPart) {
    const start = startOf(piece) + (piece === first ? 0 : separatorInBytes)
    items.push({start, end: startOf(Math.min(piece + itemsPerPart, last))})
  }
  return {head: {start: 0, end: startOf(first)}, items, tail: {start: startOf(last), end: startOf(ends.length)}}
}

/** The document that the items of one part make, from the file at `place`. */
export function textOfPart(place: string, {head, items, tail}: FeedParts, part: number): string {
  const spans = [head, items[part], tail].filter((span) => span !== undefined)
  const bytes = Buffer.allocUnsafe(spans.reduce((sum, {start, end}) => sum + end - start, 0))
  const file = openSync(place, 'r')
  try {
    let filled = 0
    for (const {start, end} of spans) {
      for (let at = start; at < end; ) {
        const read = readSync(file, bytes, filled, end - at, at)
        if (read === 0) throw new Error(`${place} is shorter than it was written`)
        filled += read
        at += read
      }
    }
  } finally {
    closeSync(file)
  }
  return bytes.toString('utf8')
}
