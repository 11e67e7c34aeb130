import type {ListedItem} from '../model/feed.ts'

/** A page or another file for readers, and where it is below the site. */
export type Page = {
  readonly path: string
  readonly pieces: Iterable<string>
  /** Where it is not that of its kind. */
  readonly mimeType?: string
  /** Of a page of the show: the episodes that it is made of, if it is made of some and not of all. */
  readonly items?: readonly ListedItem[]
}
