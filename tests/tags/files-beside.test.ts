import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const pictures = join(import.meta.dirname, '../fixtures/shows/every-tag/show')
const banner = readFileSync(join(pictures, 'banner.png'))
const card = readFileSync(join(pictures, 'horn-card.png'))

function imagesIn(feed: string): readonly (string | undefined)[] {
  return [...feed.matchAll(/<podcast:image href="([^"]*)"/g)].map(([, href]) => href)
}

describe('pictures of the show folder', () => {
  it('are published once each, however often and under whatever name they are wanted', async () => {
    const images = [
      '{url: art/card.png, purpose: banner}',
      '{url: art/card.png, purpose: social}',
      '{url: other/Card.png, purpose: canvas}',
    ]
    const {files, plannedTwice, problems} = await planFiles({
      'show.yaml': showFile(`images: [${images.join(', ')}]`),
      'art/card.png': banner,
      'other/Card.png': card,
      'one.md': episodeFile('one', ['images: {social: art/card.png}']),
    })
    expect(problems).toEqual([])
    expect(plannedTwice).toEqual([])
    expect(imagesIn(files.get('feed.xml') ?? '')).toEqual([
      'https://trial.example/images/cover/card.png',
      'https://trial.example/images/cover/card.png',
      'https://trial.example/images/cover/card-2.png',
      'https://trial.example/images/one/card.png',
    ])
    expect(files.get('images/cover/card.png')).toBe(`sha256 ${hash(banner, 'hex')}\n`)
    expect(files.get('images/cover/card-2.png')).toBe(`sha256 ${hash(card, 'hex')}\n`)
    expect([...files.keys()].filter((path) => path.startsWith('images/')).length).toBe(3)
  })

  it('have the type and size of their bytes', async () => {
    const {files} = await planFiles({
      'show.yaml': showFile('images: [{url: banner.png, purpose: banner}]'),
      'banner.png': banner,
      'one.md': episodeFile('one'),
    })
    expect(files.get('feed.xml')).toMatch(/<podcast:image [^>]*width="320" height="180" type="image\/png"/)
  })
})

describe('a file of the show folder that is no enclosure', () => {
  it('has the hash of its bytes, and one elsewhere that of its author or none', async () => {
    const {files} = await planFiles({
      'one.md':
        '---\ntitle: One\ndate: 2026-01-31\naudio: [one.mp3, one.m4a, {url: "https://media.example/one.ogg", size: 5000000, duration: "0:01"}]\n---\nHello.\n',
      'one.mp3': media.mp3,
      'one.m4a': media.m4a,
    })
    const hashes = [
      ...(files.get('feed.xml') ?? '').matchAll(
        /<podcast:alternateEnclosure type="([^"]*)"[\s\S]*?<\/podcast:alternateEnclosure>/g,
      ),
    ].map(([element, type]) => [type, /<podcast:integrity type="sri" value="([^"]*)"/.exec(element)?.[1]])
    expect(hashes).toEqual([
      ['audio/x-m4a', `sha256-${hash(media.m4a, 'base64')}`],
      ['audio/ogg', undefined],
    ])
  })
})

function hash(bytes: Uint8Array, form: 'hex' | 'base64'): string {
  return createHash('sha256').update(bytes).digest(form)
}
