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
  /** Mark of an item -> where its text begins and ends, in bytes. */
  readonly spans: ReadonlyMap<string, readonly [start: number, end: number]>
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
      return {textOf: (item) => textAt(read, items.spans.get(markOf(item)))}
    },
    wrote: (path, document, pieces) => {
      const parts = feedParts({authors: document, ...pieces})
      if (parts === undefined) return
      const spans = new Map<string, readonly [number, number]>()
      for (const [at, {start, end}] of parts.items.entries()) {
        const item = document.items[at]
        if (item !== undefined) spans.set(markOf(item), [start, end])
      }
      written.set(path, {frame: frameOf(document), spans})
    },
  }
}

function textAt(read: ReadBytes, span: readonly [number, number] | undefined): string | undefined {
  return span === undefined ? undefined : read(span[0], span[1] - span[0])?.toString('utf8')
}
