import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Files, writeFiles} from '../files-on-disk.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')

export type Ran = {readonly status: number | null; readonly stdout: string; readonly stderr: string}

/** Runs the compiled command in `folder`, with `input` on standard input. */
export function castwright(words: readonly string[], {folder = '.', input = ''} = {}): Ran {
  const env = {...process.env, NO_COLOR: '1'}
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
    input,
  })
  return {status, stdout, stderr}
}

/** A folder with these files; it is gone after the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-cli-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}
