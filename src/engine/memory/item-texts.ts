import {join} from 'node:path'
import {markOfPublished} from '../../cache/file-mark.ts'
import {type ReadBytes, readAheadIn} from '../../cache/read-ahead.ts'
import {type Feed, type FeedItem, noItemKnown} from '../../model/feed.ts'
import type {ItemTexts} from '../../plan/engine.ts'
import {feedParts} from '../judging/feed-parts.ts'

/** What the items of a document were made from, and where they lie in its file. */
export type StoredItems = {
  /** A mark of all that the document says beside its items. */
  readonly frame: string
  readonly marks: readonly string[]
  /** Where the text of each begins and where it ends, in bytes. A large show has tens of thousands, so they are no objects. */
  readonly bounds: Float64Array
}

/** A mark of what an item is written from: of the item, and of what its document says beside the items. */
export type ItemMarking = {
  readonly frameOf: (document: Feed) => string
  readonly markOf: (item: FeedItem) => string
}

/** What is known of a document that an earlier build published: by which mark its file is known again, and its items. */
type PublishedItems = {readonly mark: string; readonly items?: StoredItems | undefined}

/**
 * Items of feeds whose texts lie in the published documents, so that a document that is written again has them copied. An item that has
 * changed is written anew, and so are all if the document says something else beside them.
 */
export function itemTexts(
  before: (path: string) => PublishedItems | undefined,
  output: string,
  {frameOf, markOf}: ItemMarking,
): ItemTexts & {readonly written: ReadonlyMap<string, StoredItems>} {
  const written = new Map<string, StoredItems>()
  return {
    written,
    textsIn: (path, document) => {
      const published = before(path)
      const {items} = published ?? {}
      if (published === undefined || items === undefined || items.frame !== frameOf(document)) return noItemKnown
      const file = join(output, path)
      // Its places are of these very bytes.
      if (markOfPublished(file, published.mark) === undefined) return noItemKnown
      const read = readAheadIn(file)
      const places = new Map(items.marks.map((mark, place) => [mark, place]))
      return {textOf: (item) => bytesAt(read, items.bounds, places.get(markOf(item)))}
    },
    wrote: (path, document, pieces) => {
      const parts = feedParts({authors: document, ...pieces})
      if (parts === undefined) return
      const bounds = Float64Array.from(parts.items.flatMap(({start, end}) => [start, end]))
      written.set(path, {frame: frameOf(document), marks: document.items.map(markOf), bounds})
    },
  }
}

function bytesAt(read: ReadBytes, bounds: Float64Array, place: number | undefined): Uint8Array | undefined {
  if (place === undefined) return undefined
  const [start = 0, end = 0] = bounds.subarray(2 * place, 2 * place + 2)
  return read(start, end - start)
}
