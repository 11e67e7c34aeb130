import {mkdtempSync, readFileSync, rmSync, statSync, utimesSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, showFile} from '../temporary-show.ts'

const show = {
  'show.yaml': showFile('precompress: true'),
  'one.md': episodeFile('one'),
  'two.md': '---\ntitle: Two\ndate: 2026-02-28\n---\nHello.\n',
  'two.mp3': media.mp3,
}

async function built(folder: string, output: string) {
  const outcome = await build(folder, output, {now: fixtureNow})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe('compressed copies', () => {
  // To compress a site takes a second. So it is one site, and each test brings it up to date before it changes something.
  const top = mkdtempSync(join(tmpdir(), 'castwright-compressed-'))
  const [folder, output] = [join(top, 'show'), join(top, 'output')]
  beforeAll(() => writeFiles(folder, show))
  beforeEach(async () => {
    await built(folder, output)
  })
  afterAll(() => rmSync(top, {recursive: true, force: true}))

  it('hold the same text as their originals, and there are none of media', async () => {
    const copies = [...hashesOf(output).keys()].filter((path) => /\.(?:gz|br)$/.test(path))
    expect(copies).toContain('feed.xml.gz')
    expect(copies).toContain('episodes/one/index.html.br')
    expect(copies.some((path) => path.startsWith('media/'))).toBe(false)
    for (const path of copies) {
      const original = readFileSync(join(output, path.slice(0, -3)))
      const bytes = readFileSync(join(output, path))
      expect((path.endsWith('.gz') ? gunzipSync(bytes) : brotliDecompressSync(bytes)).equals(original), path).toBe(true)
    }
  })

  it('are the same bytes each time', async () => {
    const other = join(top, 'other')
    await built(folder, other)
    expect(hashesOf(other)).toEqual(hashesOf(output))
  })

  it('are not written again when nothing changed, and follow a change', async () => {
    expect((await built(folder, output)).written).toEqual([])
    writeFiles(folder, {'one.md': episodeFile('one', [], 'Other words.\n')})
    const {written} = await built(folder, output)
    expect(written).toContain('episodes/one/index.html.gz')
    expect(written).not.toContain('episodes/two/index.html.gz')
    expect(gunzipSync(readFileSync(join(output, 'episodes/one/index.html.gz'))).toString()).toContain('Other words')
  })

  it('of an older text, as a killed build leaves them, are made again', async () => {
    const stale = join(output, 'feed.xml.gz')
    const before = readFileSync(stale)
    writeFiles(output, {'feed.xml.gz': 'of another feed'})
    utimesSync(stale, 1, 1)
    expect((await built(folder, output)).written).toEqual(['feed.xml.gz'])
    expect(readFileSync(stale).equals(before)).toBe(true)
  })

  it('whose time was lost, as after a checkout, are kept', async () => {
    utimesSync(join(output, 'feed.xml.gz'), 1, 1)
    expect((await built(folder, output)).written).toEqual([])
    expect(statSync(join(output, 'feed.xml.gz')).mtime).toEqual(statSync(join(output, 'feed.xml')).mtime)
  })

  it('go when they are not asked for any more', async () => {
    writeFiles(folder, {'show.yaml': showFile()})
    const {deleted} = await built(folder, output)
    expect(deleted).toContain('feed.xml.br')
  })
})
