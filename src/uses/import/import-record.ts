import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Outcome} from '../../model/problem.ts'
import type {UnknownElement} from '../../sources/source-show.ts'
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
}

export type ImportRecord = {
  readonly source: string
  /** `show.yaml`, as the import wrote it. */
  readonly show: string
  readonly unknown?: readonly UnknownElement[]
  readonly episodes: readonly ImportedEpisode[]
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
      typeof each?.guid === 'string' && typeof each.file === 'string' && typeof each.text === 'string'
    return isWhole && record.episodes.every(isEpisode) ? record : undefined
  } catch {
    return undefined
  }
}

/** Each episode has its own line, so that git shows what changed. */
export async function writeImportRecord(folder: string, record: ImportRecord): Promise<void> {
  const path = join(folder, importRecordName)
  await writeFile(`${path}.new`, piecesOf(record))
  await rename(`${path}.new`, path)
}

const episodesInPiece = 500

/** The record in pieces: that of a long show is as long as all its episodes together. */
function* piecesOf({episodes, ...head}: ImportRecord): Generator<string> {
  yield `${JSON.stringify({format: 1, ...head}).slice(0, -1)},"episodes":[\n`
  for (let start = 0; start < episodes.length; start += episodesInPiece) {
    const lines = episodes.slice(start, start + episodesInPiece).map((each) => JSON.stringify(each))
    yield `${start === 0 ? '' : ',\n'}${lines.join(',\n')}`
  }
  yield '\n]}\n'
}
