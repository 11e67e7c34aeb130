import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {systemRefusal} from '../../src/text/system-refusal.ts'
import {episodeFile, temporaryShow} from '../temporary-show.ts'
import {castwright} from './castwright.ts'

const feed = `<rss version="2.0"><channel><title>T</title><item><title>a</title><guid>1</guid>
<enclosure url="https://media.example/1.mp3" length="1" type="audio/mpeg"/></item></channel></rss>`

/** A folder with a feed, a file where a folder is needed, and a folder where a file is. */
function scratch(): string {
  const folder = temporaryShow({'one.md': episodeFile('one'), 'feed.xml': feed, file: ''})
  for (const name of ['a/castwright.import.json', 'b/show.yaml', 'c/2026-a.md'])
    mkdirSync(join(folder, name), {recursive: true})
  return folder
}

describe('what the system refuses', () => {
  it.each<readonly [string, (folder: string) => readonly string[], RegExp]>([
    [
      'a show imported into a file',
      (at) => ['import', join(at, 'feed.xml'), join(at, 'file')],
      /file: something else is there/,
    ],
    ['below a file', (at) => ['import', join(at, 'feed.xml'), join(at, 'file/show')], /a part of the path is a file/],
    ['its record', (at) => ['import', join(at, 'feed.xml'), join(at, 'a')], /import\.json: it is a folder/],
    ['its show.yaml', (at) => ['import', join(at, 'feed.xml'), join(at, 'b')], /it is a folder/],
    [
      'templates into a file',
      () => ['theme', 'export'],
      /theme\/?: something else is there|part of the path is a file/,
    ],
  ])('is said with its place, and is no bug: %s', async (_what, words, message) => {
    const folder = scratch()
    writeFileSync(join(folder, 'theme'), '')
    const done = await castwright(words(folder), {folder})
    expect(done.status).toBe(1)
    expect(done.stdout + done.stderr).toMatch(message)
    expect(done.stdout + done.stderr).not.toContain('bug of ours')
  })

  it('is a problem of the import, with what was found before', async () => {
    const folder = scratch()
    const {stdout} = await castwright(['import', 'feed.xml', 'file', '--format', 'json'], {folder})
    expect(JSON.parse(stdout)).toMatchObject({ok: false, problems: [{code: 'import-unwritable'}]})
  })

  it('does not stop an import where a folder has the name of an episode', async () => {
    const folder = scratch()
    const done = await castwright(['import', join(folder, 'feed.xml'), join(folder, 'c')])
    expect(done.status).toBe(0)
  })

  it('is told from an error of our own', () => {
    expect(systemRefusal(new TypeError('x is undefined'))).toBeUndefined()
    const gone = Object.assign(new Error('gone'), {code: 'ENOENT', path: 'a'})
    expect(systemRefusal(gone)).toBeUndefined()
    const full = Object.assign(new Error('full'), {code: 'ENOSPC', path: 'a.new', dest: 'a'})
    expect(systemRefusal(full)).toBe('a: no room is left on the disk')
  })
})
