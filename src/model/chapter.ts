/** One chapter. Podcasting 2.0 calls the hidden kind `toc: false`. */
export type Chapter = {
  readonly startInSeconds: number
  readonly endInSeconds?: number
  readonly title: string
  /** A page about the chapter, and a picture for it; absolute after `render`. */
  readonly url?: string
  readonly image?: string
  /** `true`: a silent marker that players do not list. */
  readonly hidden?: boolean
  /** Line of the file it was read from, counted from 1. */
  readonly line?: number
}
