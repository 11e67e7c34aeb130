import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {imageSize} from 'image-size'
import sharp from 'sharp'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const cover = await sharp({create: {width: 1500, height: 1500, channels: 3, background: '#a33a14'}})
  .jpeg()
  .toBuffer()
const drawn = await sharp({create: {width: 700, height: 350, channels: 4, background: '#0000'}})
  .png()
  .toBuffer()

async function built(files: Parameters<typeof temporaryShow>[0], options = {}) {
  const show = temporaryShow(files)
  const output = join(mkdtempSync(join(tmpdir(), 'castwright-pictures-')), 'out')
  onTestFinished(() => rmSync(join(output, '..'), {recursive: true, force: true}))
  const again = () => build(show, output, {now: fixtureNow, ...options})
  const outcome = await again()
  expect(outcome.ok ? [] : outcome.problems).toEqual([])
  return {show, output, outcome, again}
}

const files = {
  'show.yaml': showFile('image: cover.jpg'),
  'cover.jpg': cover,
  'one.md': episodeFile('One', ['image: one.png']),
  'one.png': drawn,
  'two.md': episodeFile('Two'),
}

describe('pictures of pages', () => {
  it('come in the sizes that screens need, and never larger than they are', async () => {
    const {output} = await built(files)
    const made = readdirSync(join(output, 'assets/pictures')).sort()
    const sizes = made.map((name) => {
      const {width, height, type} = imageSize(readFileSync(join(output, 'assets/pictures', name)))
      return `${name} ${type} ${width}×${height}`
    })
    expect(sizes).toEqual([
      'cover-480.jpg jpg 480×480',
      'cover-480.webp webp 480×480',
      'cover-96.jpg jpg 96×96',
      'cover-96.webp webp 96×96',
      'cover-960.jpg jpg 960×960',
      'cover-960.webp webp 960×960',
      'one-480.jpg jpg 480×240',
      'one-480.webp webp 480×240',
      'one-96.jpg jpg 96×48',
      'one-96.webp webp 96×48',
    ])
  })

  it('leave the large one to feeds', async () => {
    const {output} = await built(files)
    for (const path of ['index.html', 'episodes/one/index.html', 'episodes/two/index.html']) {
      const page = readFileSync(join(output, path), 'utf8')
      expect(page.match(/(?:src|srcset|href)="[^"]*images\/[^"]*"/g)).toBeNull()
      for (const [, address = ''] of page.matchAll(/(?:\.\.\/)*(assets\/pictures\/[\w.-]+)/g))
        expect(existsSync(join(output, address))).toBe(true)
    }
    expect(readFileSync(join(output, 'feed.xml'), 'utf8')).toContain('https://trial.example/images/cover.jpg')
    expect(readFileSync(join(output, 'feed.xml'), 'utf8')).not.toContain('assets/pictures')
  })

  it('are made again when the picture changes, and only then', async () => {
    const {show, output, again} = await built(files)
    const path = join(output, 'assets/pictures/one-480.webp')
    const before = statSync(path)
    expect(await again()).toMatchObject({ok: true, value: {written: []}})
    utimesSync(join(show, 'one.png'), new Date('2026-01-02'), new Date('2026-01-02'))
    expect(await again()).toMatchObject({ok: true, value: {written: []}})
    expect(statSync(path).ino).toBe(before.ino)
    await sharp({create: {width: 700, height: 350, channels: 3, background: '#123456'}})
      .png()
      .toFile(join(show, 'one.png'))
    const changed = await again()
    expect(changed.ok && changed.value.written).toContain('assets/pictures/one-480.webp')
    expect(changed.ok && changed.value.written).not.toContain('assets/pictures/cover-480.webp')
  })

  it('are as the author has them where they cannot be made', async () => {
    const {output} = await built(files, {pictures: false})
    expect(existsSync(join(output, 'assets/pictures'))).toBe(false)
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toContain('src="images/cover.jpg"')
  })
})
