import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import type {OutputFile} from '../../src/model/output.ts'
import {openOutput} from '../../src/write/write.ts'

let output: string

beforeEach(() => {
  output = fs.mkdtempSync(join(tmpdir(), 'castwright-rank-'))
})
afterEach(() => fs.rmSync(output, {recursive: true, force: true}))

function file(path: string, rank: OutputFile['rank'], content: string, mimeType = 'application/rss+xml'): OutputFile {
  return {path, mimeType, rank, source: 'show.yaml', pieces: [content]}
}

/** Named so that the order of the alphabet would be wrong everywhere. */
const show = (content: string): readonly OutputFile[] => [
  file('a-moved.xml', 'moved', content),
  file('b-feed.xml', 'feed', content),
  file('c-feed.json', 'feed', content, 'application/feed+json'),
  file('d-archive.xml', 'archive', content),
  file('z-media.mp3', 'referred', content, 'audio/mpeg'),
  {...file('members/token/feed.xml', 'feed', content), isPrivate: true},
]

/** What is replaced and deleted in the output, in its order, as the system is asked for it. */
async function build(files: readonly OutputFile[]): Promise<readonly string[]> {
  const opened = await openOutput(output)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  for (const each of files) await opened.value.add(each)
  const calls: string[] = []
  const {renameSync, rmSync} = fs
  fs.renameSync = (from, to) => {
    calls.push(relative(output, String(to)))
    renameSync(from, to)
  }
  fs.rmSync = (path, options) => {
    calls.push(`-${relative(output, String(path))}`)
    rmSync(path, options)
  }
  syncBuiltinESMExports()
  try {
    expect(await opened.value.commit()).toMatchObject({ok: true})
  } finally {
    Object.assign(fs, {renameSync, rmSync})
    syncBuiltinESMExports()
  }
  await opened.value.close()
  return calls
}

it('puts what is named in place before what names it, and deletes in the opposite order', async () => {
  await build([...show('old'), file('stays.html', 'referred', '', 'text/html')])
  const order = ['z-media.mp3', 'd-archive.xml', 'c-feed.json', 'b-feed.xml', 'members/token/feed.xml', 'a-moved.xml']
  expect(await build([...show('new'), file('stays.html', 'referred', '', 'text/html')])).toEqual(order)
  expect(await build([file('stays.html', 'referred', '', 'text/html')])).toEqual([
    '-a-moved.xml',
    '-b-feed.xml',
    '-members/token/feed.xml',
    '-c-feed.json',
    '-d-archive.xml',
    '-z-media.mp3',
  ])
})

it('knows the ranks of a build that was killed', async () => {
  await build([file('stays.html', 'referred', '', 'text/html')])
  const opened = await openOutput(output)
  if (!opened.ok) throw new Error('not opened')
  for (const each of [...show('new'), file('stays.html', 'referred', '', 'text/html')]) await opened.value.add(each)
  // Killed after its first rename: the list of what is under way is all that is left of it.
  await opened.value.commit()
  const path = join(output, '.castwright/manifest.json')
  const {published, ...manifest} = JSON.parse(fs.readFileSync(path, 'utf8'))
  fs.writeFileSync(path, JSON.stringify({...manifest, underWay: published}))
  await opened.value.close()
  const deleted = await build([file('stays.html', 'referred', '', 'text/html')])
  expect(deleted[0]).toBe('-a-moved.xml')
  expect(deleted.at(-1)).toBe('-z-media.mp3')
})
