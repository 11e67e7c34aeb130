export type Extension = `.${string}`

/**
 * What a file is to the episode beside it. `episode`: the file is an episode itself. `data` and `output`: nothing, because we
 * read the one elsewhere and write the other.
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
   * How its files end, in lower case. The first ending is the one that we write. An ending may have two parts (`.chapters.json`).
   * It is then looked for before the shorter one, and may be the whole name (`chapters.json` beside `index.md`).
   */
  readonly extensions: readonly [Extension, ...Extension[]]
  /** As we publish it. */
  readonly mimeType: string
  /** Other spellings of the type in feeds, in front matter and of servers. */
  readonly aliases: readonly string[]
  readonly role: FileRole
  readonly form: FileForm
  /** Whether transcripts are published in this form, too. These are the types that `podcast:transcript` knows. */
  readonly isWritten?: true
  /** Why a file of this kind is neither read nor published, as a clause: "it is a word processor document". */
  readonly refused?: string
}
