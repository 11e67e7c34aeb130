import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Outcome} from '../../model/problem.ts'
import type {UnknownElement} from '../../sources/source-show.ts'
import type {FetchedFile} from './fetched-files.ts'
import {problem} from './import-problems.ts'

/** What was imported last. It is committed beside `show.yaml`, and later imports merge against it. */
const importRecordName = 'castwright.import.json'

export type ImportedEpisode = {
  readonly guid: string
  /** The path below the show folder. */
  readonly file: string
  /** The whole file, as the import wrote it. */
  readonly text: string
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
export async function readImportRecord(folder: string): Promise<Outcome<ImportRecord | undefined>> {
  let text: string
  try {
    text = await readFile(join(folder, importRecordName), 'utf8')
  } catch {
    return {ok: true, value: undefined, problems: []}
  }
  const record = parsed(text)
  if (record !== undefined) return {ok: true, value: record, problems: []}
  const message = `${importRecordName} cannot be read, so nobody knows what you have changed since the last import`
  const hint =
    'Take it from an earlier commit; or delete it, and files that differ from the source are left as they are'
  return {ok: false, problems: [problem('import-record-unreadable', {file: importRecordName}, message, hint)]}
}

function parsed(text: string): ImportRecord | undefined {
  try {
    const record = JSON.parse(text.replace(/^\uFEFF/, ''))
    const isWhole =
      typeof record.source === 'string' && typeof record.show === 'string' && Array.isArray(record.episodes)
    const isEpisode = (each: ImportedEpisode) =>
      typeof each?.guid === 'string' && isName(each.file) && typeof each.text === 'string'
    const isFile = (each: FetchedFile) =>
      isName(each?.file) && typeof each.from === 'string' && typeof each.sha256 === 'string'
    const {files = []} = record
    const hasFiles = Array.isArray(files) && files.every(isFile)
    return isWhole && record.episodes.every(isEpisode) && hasFiles ? record : undefined
  } catch {
    return undefined
  }
}

/** All files of an import lie beside `show.yaml`. A record that somebody has tampered with must not lead anywhere else. */
function isName(file: unknown): boolean {
  return typeof file === 'string' && /^[^/\\\0]+$/.test(file) && file !== '..'
}

/** Each episode has its own line, so that git shows what changed. */
export async function writeImportRecord(folder: string, record: ImportRecord): Promise<void> {
  const path = join(folder, importRecordName)
  await writeFile(`${path}.new`, piecesOf(record))
  await rename(`${path}.new`, path)
}

const episodesInPiece = 500

/** The record in pieces: that of a long show is as long as all its episodes together. */
function* piecesOf({episodes, files = [], ...head}: ImportRecord): Generator<string> {
  yield `${JSON.stringify({format: 1, ...head}).slice(0, -1)},"episodes":[\n`
  for (let start = 0; start < episodes.length; start += episodesInPiece) {
    const lines = episodes.slice(start, start + episodesInPiece).map((each) => JSON.stringify(each))
    yield `${start === 0 ? '' : ',\n'}${lines.join(',\n')}`
  }
  const lines = files.map((each) => JSON.stringify(each))
  yield lines.length === 0 ? '\n]}\n' : `\n],"files":[\n${lines.join(',\n')}\n]}\n`
}
