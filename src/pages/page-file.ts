/** A page or another file for readers, and where it is below the site. */
export type Page = {
  readonly path: string
  readonly pieces: Iterable<string>
  /** Where it is not that of its kind. */
  readonly mimeType?: string
}
