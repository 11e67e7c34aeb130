import {isJsonObject} from '../text/json-object.ts'

/** Plain data of a file, scalars as text: front matter, or a configuration. */
export type Data = string | null | readonly Data[] | {readonly [key: string]: Data}
export type DataMap = {readonly [key: string]: Data}

/** What is known about a folder that nobody has told us about. Paths are below the folder, with `/`. */
export type Repository = {
  /** Every file. */
  readonly files: readonly string[]
  /** Markdown files with what stands at their top; empty where there is nothing. */
  readonly pages: readonly ContentFile[]
  /** Files that configure a site, best first, with what is in them. */
  readonly configs: readonly Config[]
}

export type ContentFile = {
  readonly file: string
  readonly data: DataMap
  /** Whether something can be played in its text: an `<audio>`, a `<video>`, a film of YouTube or Vimeo. */
  readonly hasPlayer: boolean
  /** What its text plays, as it is named there: the addresses of `<audio>`, and recordings that Obsidian embeds. */
  readonly sounds?: readonly string[]
  /** Whether a recording lies beside it, with its name or in the folder that it is the page of. */
  readonly hasRecording?: boolean
  /** Whether people talk by turns in its text. */
  readonly isConversation: boolean
}

export type Config = {readonly file: string; readonly data: DataMap}

/** A guess, and where it was found: the file and the key, or in words. */
export type Sourced<T> = {readonly value: T; readonly from: string}

export function isDataMap(value: Data | undefined): value is DataMap {
  return isJsonObject(value)
}

/** Keys are compared without regard to case, `_` and `-`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '')
}

export function folderOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end === -1 ? '' : path.slice(0, end)
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The name of a file by which it is looked for: macOS writes `ä` as two characters, and people type it as one. */
export function comparableName(path: string): string {
  return fileNameOf(path).normalize('NFC')
}
