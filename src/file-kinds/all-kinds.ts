import {beforeQuery, endingsOf, extensionOf, isAddress, locationExtension} from './endings.ts'
import {feedKinds, feedList} from './feed-kinds.ts'
import type {FileKind} from './file-kind.ts'
import {fontKinds} from './font-kinds.ts'
import {type MediaKind, mediaKinds, refusedMediaKinds} from './media-kinds.ts'
import {pictureKinds} from './picture-kinds.ts'
import {refusedTranscriptKinds} from './refused-kinds.ts'
import {chapterKinds, pageKinds, sourceKinds, transcriptKinds} from './text-kinds.ts'

/** Every kind of file. If two kinds share an ending, the kind that has it as its first ending counts, else the first in this list. */
export const allFileKinds: readonly FileKind[] = [
  ...Object.values(sourceKinds),
  ...Object.values(transcriptKinds),
  ...Object.values(chapterKinds),
  ...mediaKinds,
  ...pictureKinds,
  ...refusedTranscriptKinds,
  ...refusedMediaKinds,
  ...Object.values(pageKinds),
  ...Object.values(fontKinds),
]

/**
 * Kinds that are written and never found beside an episode, because their endings (`feed.xml`, `feed.json`) mean something else
 * there.
 */
const writtenKinds: readonly FileKind[] = [...feedKinds, feedList]

/** Answers what a file is, by its name or by its type. */
export type FileKinds = {
  /** By the longest ending that is known: `one.chapters.json` is no transcript. */
  readonly ofName: (path: string) => FileKind | undefined
  /** The kind of a MIME type in any spelling, with or without parameters. */
  readonly ofType: (mimeType: string) => FileKind | undefined
  /** The kind of sound or film that an address or a path names, if apps play it. */
  readonly mediaOf: (location: string) => MediaKind | undefined
  /**
   * An address as its author meant it. A fragment (`#t=90`) is left out, because it is for the player. A name that was not
   * encoded and goes on after a `#` is kept (`https://media.example/How to #37.mp3`).
   */
  readonly mediaAddress: (address: string) => string
  /** Sorts files: what comes first in the table is better. */
  readonly rankOf: (path: string) => number
}

export function fileKindsOf(table: readonly FileKind[]): FileKinds {
  const byEnding = new Map<string, FileKind>()
  const ranks = new Map<string, number>()
  for (const kind of table) if (!byEnding.has(kind.extensions[0])) byEnding.set(kind.extensions[0], kind)
  for (const kind of table) for (const ending of kind.extensions) if (!byEnding.has(ending)) byEnding.set(ending, kind)
  for (const kind of table)
    for (const ending of kind.extensions) if (byEnding.get(ending) === kind) ranks.set(ending, ranks.size)
  const byType = new Map<string, FileKind>()
  for (const kind of [...table, ...writtenKinds])
    for (const type of [kind.mimeType, ...kind.aliases]) if (!byType.has(type)) byType.set(type, kind)
  const ofName = (path: string) => {
    const ending = endingsOf(path).find((each) => byEnding.has(each))
    return ending === undefined ? undefined : byEnding.get(ending)
  }
  const played = (extension: string) => {
    const kind = byEnding.get(extension)
    return kind !== undefined && isMediaKind(kind) && kind.refused === undefined ? kind : undefined
  }
  const isNotEncoded = (address: string) => {
    const rest = address.slice(beforeQuery(address).length)
    const goesOn = !/[=&/]/.test(rest) && (rest.startsWith('#') || /\s/.test(rest))
    return (
      goesOn && played(extensionOf(beforeQuery(address))) === undefined && played(extensionOf(address)) !== undefined
    )
  }
  return {
    ofName,
    ofType: (mimeType) => byType.get(mimeType.replace(/;.*$/s, '').trim().toLowerCase()),
    mediaOf: (location) =>
      played(isAddress(location) && isNotEncoded(location) ? extensionOf(location) : locationExtension(location)),
    mediaAddress: (address) =>
      isNotEncoded(address) ? address.replaceAll('#', '%23').replaceAll('?', '%3F') : address.replace(/#.*$/s, ''),
    rankOf: (path) => ranks.get(extensionOf(path)) ?? ranks.size,
  }
}

function isMediaKind(kind: FileKind): kind is MediaKind {
  return kind.role === 'media'
}

export const fileKinds = fileKindsOf(allFileKinds)

/** A pattern of the endings of `kinds`, for a regular expression that ignores case: `\\.(?:md|markdown|mdx)`. */
export function endingPattern(kinds: readonly FileKind[]): string {
  // If an ending has two parts, only the last one counts: an author who names a file may call it as they like.
  const last = kinds.flatMap(({extensions}) => extensions.map((each) => each.slice(each.lastIndexOf('.') + 1)))
  return `\\.(?:${[...new Set(last)].join('|')})`
}

/** The media kind that a file name stands for. If there are two (`.mp4`, `.webm`), the one of `kind`. */
export function mediaKindOfExtension(extension: string, kind: 'audio' | 'video'): MediaKind | undefined {
  const rows = mediaKinds.filter(({extensions}) => extensions.some((each) => each === extension))
  return (
    rows.find((row) => row.extensions[0] === extension && row.kind === kind) ??
    rows.find((row) => row.kind === kind) ??
    rows[0]
  )
}

/** The media kind of a MIME type in any spelling. */
export function mediaKindOfType(mimeType: string): MediaKind | undefined {
  const kind = fileKinds.ofType(mimeType)
  return kind !== undefined && isMediaKind(kind) && kind.refused === undefined ? kind : undefined
}
