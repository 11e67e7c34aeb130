import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {StringDecoder} from 'node:string_decoder'
import type {Outcome} from '../../model/problem.ts'
import {type PackedText, packedText} from '../../sources/packed-text.ts'
import type {UnknownElement} from '../../sources/source-show.ts'
import {bytesOfFile} from './bytes-of-file.ts'
import type {FetchedFile} from './fetched-files.ts'
import {problem} from './import-problems.ts'

/** What was imported last. It is committed beside `show.yaml`, and later imports merge against it. */
export const importRecordName = 'castwright.import.json'

export type ImportedEpisode = {
  readonly guid: string
  /** The path below the show folder. */
  readonly file: string
  /** The whole file, as the import wrote it. */
  readonly text: PackedText
  readonly unknown?: readonly UnknownElement[]
  /** An earlier import has told that the source has lost this episode. */
  readonly isGone?: boolean
}

export type ImportRecord = {
  readonly source: string
  /** The feed of the source stays that of subscribers, and the show is a copy that says more. */
  readonly only?: 'enrich'
  /** Where the show will be published, where the author has said so. */
  readonly site?: string
  /** The mail address that unlocked the source. */
  readonly owner?: string
  /** `show.yaml`, as the import wrote it. */
  readonly show: string
  readonly unknown?: readonly UnknownElement[]
  readonly episodes: readonly ImportedEpisode[]
  readonly files?: readonly FetchedFile[]
}

/**
 * `undefined` means that nothing was ever imported into this folder. A record that cannot be read stops the import, since a guess
 * would undo the author's work.
 */
export function readImportRecord(folder: string): Outcome<ImportRecord | undefined> {
  const path = join(folder, importRecordName)
  let record: ImportRecord | undefined
  try {
    record = readLines(path) ?? readWhole(readFileSync(path, 'utf8'))
  } catch {
    return {ok: true, value: undefined, problems: []}
  }
  if (record !== undefined) return {ok: true, value: record, problems: []}
  const message = `${importRecordName} cannot be read, so nobody knows what you have changed since the last import`
  const hint =
    'Take it from an earlier commit; or delete it, and files that differ from the source are left as they are'
  return {ok: false, problems: [problem('import-record-unreadable', {file: importRecordName}, message, hint)]}
}

/** An episode as it is written: its text is a member like the others. */
type WrittenEntry = Omit<ImportedEpisode, 'text'> & {readonly text: string}

const lineEnd = 0x0a
const beginOfEpisodes = ',"episodes":['

/** The record as imports write it, each episode in its own line: as one text, that of a long show would fill the memory. */
function readLines(path: string): ImportRecord | undefined {
  const lines = linesOf(bytesOfFile(path).take())
  const episodes: ImportedEpisode[] = []
  let head: string | undefined
  try {
    for (const line of lines) {
      if (head === undefined) {
        head = line.replace(/^\uFEFF/, '')
        if (!head.endsWith(beginOfEpisodes)) return undefined
      } else if (line.startsWith(']')) {
        return recordOf(JSON.parse([head, line, ...lines].join('\n')), episodes)
      } else {
        const entry = packedEntry(JSON.parse(line.replace(/,$/, '')))
        if (entry === undefined) return undefined
        episodes.push(entry)
      }
    }
  } catch {
    // It may be laid out in another way.
  }
  return undefined
}

function* linesOf(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for (const piece of pieces) {
    rest += decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    // A text without line ends would be looked through from its beginning with each piece.
    if (!piece.includes(lineEnd)) continue
    const lines = rest.split(/\r?\n/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function readWhole(text: string): ImportRecord | undefined {
  try {
    const record = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (!Array.isArray(record?.episodes)) return undefined
    const episodes = (record.episodes as readonly WrittenEntry[]).map(packedEntry)
    return episodes.some((each) => each === undefined)
      ? undefined
      : recordOf(
          record,
          episodes.flatMap((each) => each ?? []),
        )
  } catch {
    return undefined
  }
}

function packedEntry(entry: WrittenEntry | null): ImportedEpisode | undefined {
  const isWhole = typeof entry?.guid === 'string' && isName(entry.file) && typeof entry.text === 'string'
  return isWhole ? {...entry, text: packedText(entry.text)} : undefined
}

function recordOf(record: ImportRecord, episodes: readonly ImportedEpisode[]): ImportRecord | undefined {
  const isFile = (each: FetchedFile) =>
    isName(each?.file) && typeof each.from === 'string' && typeof each.sha256 === 'string'
  const {source, show, files = []} = record
  const isWhole = typeof source === 'string' && typeof show === 'string' && Array.isArray(files) && files.every(isFile)
  return isWhole ? {...record, episodes} : undefined
}

/** All files of an import lie beside `show.yaml`. A record that somebody has tampered with must not lead anywhere else. */
function isName(file: unknown): boolean {
  return typeof file === 'string' && /^[^/\\\0]+$/.test(file) && file !== '..'
}
