import fs, {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import type {OutputFile, Rank} from '../../src/model/output.ts'
import type {Problem} from '../../src/model/problem.ts'
import {openOutput} from '../../src/write/write.ts'

type Change = 'new' | 'replaced' | 'deleted'

/** Of every rank a file that is new, one that is replaced and one that goes; and the same of members, whose names nobody may learn. */
const kinds: readonly (readonly [Rank, string, true?])[] = [
  ['referred', 'media/NAME.mp3'],
  ['referred', 'notes/NAME/index.html'],
  ['archive', 'NAME-archive-1.xml'],
  ['feed', 'NAME.xml'],
  ['feed', 'deep/NAME.xml'],
  ['moved', 'old-NAME.xml'],
  ['referred', 'members/s3cret-NAME.mp3', true],
  ['feed', 'members/s3cret-NAME.xml', true],
]

function filesWith(names: Readonly<Partial<Record<Change, string>>>): readonly OutputFile[] {
  return kinds.flatMap(([rank, path, isPrivate]) =>
    Object.entries(names).map(([name, text]): OutputFile => {
      const common = {path: path.replace('NAME', name), mimeType: 'text/plain', rank, source: 'one.md', pieces: [text]}
      return isPrivate === undefined ? common : {...common, isPrivate}
    }),
  )
}

async function build(output: string, files: readonly OutputFile[]): Promise<readonly Problem[]> {
  const opened = await openOutput(output)
  if (!opened.ok) return opened.problems
  for (const each of files) expect(await opened.value.add(each)).toEqual([])
  const committed = await opened.value.commit()
  await opened.value.close()
  return committed.ok ? [] : committed.problems
}

/** As if the disk failed at the so many-th rename or deletion in the published folder. The value tells what that was. */
async function failingAt(number: number, output: string, work: () => Promise<readonly Problem[]>) {
  const {renameSync, rmSync: remove} = fs
  const {rename} = fs.promises
  let calls = 0
  let failed: string | undefined
  const count = (path: unknown) => {
    if (/\.castwright[/\\](?!manifest\.json$)/.test(String(path)) || !String(path).startsWith(output)) return
    calls += 1
    if (calls !== number) return
    failed = relative(output, String(path)).replaceAll('\\', '/')
    throw Object.assign(new Error(`EIO: i/o error, rename '${String(path)}'`), {code: 'EIO', path})
  }
  fs.renameSync = (from, to) => {
    count(to)
    renameSync(from, to)
  }
  fs.rmSync = (path, options) => {
    count(path)
    remove(path, options)
  }
  fs.promises.rename = async (from, to) => {
    count(to)
    await rename(from, to)
  }
  syncBuiltinESMExports()
  try {
    return {problems: await work(), failed}
  } finally {
    Object.assign(fs, {renameSync, rmSync: remove})
    fs.promises.rename = rename
    syncBuiltinESMExports()
  }
}

function published(output: string): ReadonlyMap<string, string> {
  const entries = readdirSync(output, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(output, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const open = paths.filter((path) => !path.startsWith('.castwright/'))
  return new Map(open.map((path) => [path, readFileSync(join(output, path), 'utf8')]))
}

const reported = (paths: readonly string[]) =>
  paths.map((path) => (path.startsWith('members/') ? 'members/…' : path)).toSorted()

function namedIn(message: string, words: string): readonly string[] {
  const list = new RegExp(`${words} are: (.+?)\\. (?=Deleted are: |All others)`).exec(message)?.[1]
  return (list?.split(', ') ?? []).toSorted()
}

it('a build that fails while it puts any kind of file in place, or deletes it, names exactly what is other than before', async () => {
  const work = mkdtempSync(join(tmpdir(), 'castwright-half-done-'))
  onTestFinished(() => rmSync(work, {recursive: true, force: true}))
  const first = join(work, 'first')
  expect(await build(first, filesWith({replaced: 'old', deleted: 'old'}))).toEqual([])
  const before = published(first)
  const next = filesWith({new: 'new', replaced: 'new'})
  const failedAt: string[] = []
  for (let number = 1; number < 100; number += 1) {
    const output = join(work, String(number))
    cpSync(first, output, {recursive: true, preserveTimestamps: true})
    const {problems, failed} = await failingAt(number, output, () => build(output, next))
    if (failed === undefined) break
    failedAt.push(failed)
    const after = published(output)
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    const deleted = [...before.keys()].filter((path) => !after.has(path))
    const [{code, message} = {code: 'none', message: ''}] = problems
    if (code === 'output-incomplete') {
      expect(namedIn(message, 'New'), failed).toEqual(reported(changed))
      expect(namedIn(message, 'Deleted'), failed).toEqual(reported(deleted))
      expect(message).not.toContain('s3cret')
    } else if (problems.length > 0) expect({failed, changed, deleted}).toEqual({failed, changed: [], deleted: []})
    expect(await build(output, next), failed).toEqual([])
    expect([...published(output).keys()].toSorted(), failed).toEqual(next.map(({path}) => path).toSorted())
  }
  // Of each kind one was met that failed to come and one that failed to go, and the manifest before and behind them all.
  for (const [, path] of kinds.filter(([rank]) => rank !== 'referred'))
    for (const name of ['new', 'replaced', 'deleted']) expect(failedAt).toContain(path.replace('NAME', name))
  expect(failedAt.filter((path) => path === '.castwright/manifest.json')).toHaveLength(2)
  expect(failedAt).toContain('media/new.mp3')
  expect(failedAt).toContain('media/deleted.mp3')
})
