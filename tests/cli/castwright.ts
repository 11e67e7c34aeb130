import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {triesSeries} from '../series.ts'
import {castwrightHere, castwrightProgram, type Ran, type Where} from './run-castwright.ts'

export {castwrightProgram} from './run-castwright.ts'

/** Runs a command: within this process, from the sources; in `npm run test:long` the program itself. */
export async function castwright(words: readonly string[], where: Where = {}): Promise<Ran> {
  return triesSeries ? castwrightProgram(words, where) : castwrightHere(words, where)
}

/** A folder with these files; it is gone after the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-cli-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}
