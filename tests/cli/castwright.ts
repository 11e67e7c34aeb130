import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Files, writeFiles} from '../files-on-disk.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')

export type Ran = {readonly status: number | null; readonly stdout: string; readonly stderr: string}

type Where = {readonly folder?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>>}

/** Runs the compiled command in `folder`, with `input` on standard input. */
export function castwright(words: readonly string[], {folder = '.', input = '', env: more = {}}: Where = {}): Ran {
  // A job of CI that runs these tests is not to be told of their builds.
  const env = {...process.env, GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1', ...more}
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
