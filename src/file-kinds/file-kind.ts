export type Extension = `.${string}`

/**
 * What a file is to the episode beside which it lies. `episode`: it is one itself. `data` and `output`: nothing; we read the one and
 * write the other elsewhere.
 */
export type FileRole = 'episode' | 'media' | 'transcript' | 'chapters' | 'picture' | 'data' | 'output'

/**
 * How a server sends it. `text` needs a charset, or it would be taken for Latin-1. `data` says its encoding itself. Both get smaller by
 * compression; `bytes` do not.
 */
export type FileForm = 'text' | 'data' | 'bytes'

/** One kind of file: all that its name and its MIME type say of it. */
export type FileKind = {
  readonly name: string
  /** As people call it. */
  readonly title: string
  /**
   * How its files end, in lower case. The first is the one that we write. An ending may have a part of its own (`.chapters.json`): it
   * comes before the shorter one, and the name may consist of it (`chapters.json` beside `index.md`).
   */
  readonly extensions: readonly [Extension, ...Extension[]]
  /** As we publish it. */
  readonly mimeType: string
  /** Other spellings of the type in feeds, in front matter and of servers. */
  readonly aliases: readonly string[]
  readonly role: FileRole
  readonly form: FileForm
  /** Whether transcripts are published so, too: the types that `podcast:transcript` knows. */
  readonly isWritten?: true
  /** Why a file of this kind is neither read nor published, as a clause: "it is a word processor document". */
  readonly refused?: string
}
