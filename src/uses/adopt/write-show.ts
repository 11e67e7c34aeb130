import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type AdoptedText, adoptedText, completedText} from '../../adopt/adopted-text.ts'
import {readDataFile} from '../../read/data/authored-data.ts'
import {comparableKey} from '../../read/fields/key-owners.ts'
import {showFields} from '../../read/fields/show-fields.ts'
import {findShowFile, showFileNames} from '../../read/show/show-file.ts'

export type WrittenShow = {
  /** `completed`: the file is the author's, and lines that it lacked come behind it. */
  readonly fate: 'created' | 'completed' | 'kept'
  readonly text: string
  /** The name of the file in the folder of the show. */
  readonly file: string
  /** Which fields of `show.yaml` the file has, under any of their names. */
  readonly has: (field: string) => boolean
}

/** What the file of a show in `folder` would be. A file that is there keeps all its lines; only `completes` adds some. */
export async function plannedShowFile(folder: string, text: AdoptedText, completes: boolean): Promise<WrittenShow> {
  const file = findShowFile(folder)
  if (file === undefined) return {fate: 'created', file: 'show.yaml', text: adoptedText(text), has: () => false}
  const existing = await readFile(join(folder, file), 'utf8')
  const has = fieldsIn(existing, file)
  // TOML and JSON are files of people who write them by hand: what they lack is told, and not written.
  const completed = completes && /\.ya?ml$/.test(file) ? completedText(existing, text, has) : existing
  return {fate: completed === existing ? 'kept' : 'completed', file, text: completed, has: fieldsIn(completed, file)}
}

/** Which fields the `show.yaml` of a folder has already, under any of their names. */
export async function fieldsOfShow(folder: string): Promise<(field: string) => boolean> {
  const file = findShowFile(folder)
  return file === undefined ? () => false : fieldsIn(await readFile(join(folder, file), 'utf8'), file)
}

export async function writeShowFile(folder: string, {fate, file, text}: WrittenShow): Promise<void> {
  if (fate === 'created') await writeFile(join(folder, file), text, {flag: 'wx'})
  if (fate !== 'completed') return
  await writeFile(join(folder, `${file}.new`), text)
  await rename(join(folder, `${file}.new`), join(folder, file))
}

function fieldsIn(text: string, file: string): (field: string) => boolean {
  const {data} = readDataFile(text, file, showFileNames.get(file) ?? 'yaml')
  const keys = new Set(Object.keys(data).map(comparableKey))
  const rows: Readonly<Record<string, {readonly keys: readonly string[]}>> = showFields
  return (field) => (rows[field]?.keys ?? [field]).some((key) => keys.has(comparableKey(key)))
}
