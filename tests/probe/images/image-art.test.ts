import {extname} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type AbsoluteUrl, absoluteUrl} from '../../../src/model/absolute-url.ts'
import type {Show} from '../../../src/model/show.ts'
import {probeEpisode, probeShow} from '../../../src/probe/probe.ts'
import {episodeWith} from '../episode-with.ts'
import {mediaFolder} from '../made-media.ts'

const media = mediaFolder()

/** What is made: one frame of a plain colour each. */
const kinds = [
  ['1400x1400', 'yuvj444p', '.jpg'],
  ['3000x3000', 'gray', '.jpg'],
  ['1400x1400', 'gray', '.jpg'],
  ['1399x1399', 'yuvj444p', '.jpg'],
  ['3002x3002', 'gray', '.jpg'],
  ['1600x1400', 'yuvj444p', '.jpg'],
  ['1500x1500', 'yuvj444p', '.jpg'],
  ['1400x1400', 'rgba', '.png'],
  ['1400x1400', 'ya8', '.png'],
  ['1400x1400', 'rgb24', '.png'],
  ['1400x1400', 'rgb8', '.gif'],
] as const
const nameOf = (...kind: readonly string[]) => `${kind.slice(0, 2).join('-')}${kind[2]}`

media.makeAll(
  0.04,
  kinds.flatMap(([size]) => ['-f', 'lavfi', '-i', `color=c=teal:size=${size}`]),
  kinds.map((kind, index) => {
    const frame = ['-map', String(index), '-frames:v', '1', '-pix_fmt', kind[1]]
    return [nameOf(...kind), [...frame, '-compression_level', '0', '-update', '1']] as const
  }),
)

/** A picture of such a kind under this name. */
function picture(name: string, size: string, pixelFormat = 'yuvj444p'): string {
  return media.write(name, media.read(nameOf(size, pixelFormat, extname(name))))
}

const siteUrl = absoluteUrl('https://show.example/') as AbsoluteUrl

function showWith(image: string | undefined): Show {
  return {
    file: 'show.yaml',
    title: 'Show',
    description: 'About it',
    siteUrl,
    language: 'en',
    author: 'Ada',
    categories: [],
    explicit: false,
    ...(image === undefined ? {} : {image}),
    type: 'episodic',
    complete: false,
    blocked: false,
    timeZone: 'UTC',
    schedule: {earlyInSeconds: 0, inLock: false},
    guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    people: [],
    feeds: [],
    alternateVideo: false,
    episodeGlobs: [],
    fieldNames: new Map(),
    strict: false,
    checks: new Map(),
    prefixes: [],
    appLinks: new Map(),
    hubs: [],
    hasPages: true,
    hasEmbed: false,
    ownPageGlobs: [],
    hasData: false,
    hosting: [],
    oldFeedUrls: [],
    precompressed: false,
    probeHosts: [],
    transcriptLinks: false,
    tagValues: new Map(),
    places: new Map([['image', {line: 7, column: 8}]]),
  }
}

async function coverCodes(name: string) {
  return (await probeShow(showWith(name), media.folder)).problems.map((each) => each.code)
}

describe('cover art', () => {
  it.each([
    ['good.jpg', '1400x1400', 'yuvj444p', []],
    ['largest.jpg', '3000x3000', 'gray', []],
    ['grey.jpg', '1400x1400', 'gray', []],
    ['small.jpg', '1399x1399', 'yuvj444p', ['image-dimensions']],
    ['large.jpg', '3002x3002', 'gray', ['image-dimensions']],
    ['wide.jpg', '1600x1400', 'yuvj444p', ['image-not-square']],
    ['alpha.png', '1400x1400', 'rgba', ['image-transparent']],
    ['grey-alpha.png', '1400x1400', 'ya8', ['image-transparent']],
    ['good.gif', '1400x1400', 'rgb8', ['image-format']],
  ])('%s %s %s: %j', async (name, size, pixelFormat, codes) => {
    expect(await coverCodes(picture(name, size, pixelFormat))).toEqual(codes)
  })

  it('gives its facts', async () => {
    const name = picture('facts.jpg', '1500x1500')
    const outcome = await probeShow(showWith(name), media.folder)
    const sizeInBytes = media.read(name).length
    const facts = {mimeType: 'image/jpeg', widthInPixels: 1500, heightInPixels: 1500, sizeInBytes}
    expect(outcome.ok && outcome.value.imageFacts).toEqual(facts)
  })

  it('is warned about if one of its colours is transparent', async () => {
    const bytes = media.read(picture('opaque.png', '1400x1400', 'rgb24'))
    const pixels = bytes.indexOf('IDAT') - 4
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('tRNS'), Buffer.alloc(6 + 4)])
    media.write('one-clear-colour.png', Buffer.concat([bytes.subarray(0, pixels), chunk, bytes.subarray(pixels)]))
    expect(await coverCodes('opaque.png')).toEqual([])
    expect(await coverCodes('one-clear-colour.png')).toEqual(['image-transparent'])
  })

  it('is warned about if it is for a press', async () => {
    const bytes = media.read(picture('rgb.jpg', '1400x1400'))
    // The frame header again, with a fourth component: what a CMYK export begins with.
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    const fourth = Buffer.concat([bytes.subarray(frame, frame + 19), Buffer.from([4, 0x11, 0])])
    fourth.writeUInt16BE(20, 2)
    fourth.writeUInt8(4, 9)
    media.write('cmyk.jpg', Buffer.concat([bytes.subarray(0, frame), fourth, bytes.subarray(frame + 19)]))
    expect(await coverCodes('cmyk.jpg')).toEqual(['image-cmyk'])
  })

  it('is warned about if it is named for another format', async () => {
    media.write('named.png', media.read(picture('named.jpg', '1400x1400')))
    expect(await coverCodes('named.png')).toEqual(['image-extension-wrong'])
  })

  it.each(['absent.jpg', 'words.jpg', '.'])('is an error if there is none: %s', async (name) => {
    media.write('words.jpg', 'not a picture')
    const outcome = await probeShow(showWith(name), media.folder)
    // The show is still a value, so that the mistakes of its episodes are told in the same run; the error stops the build.
    expect(outcome).toMatchObject({
      ok: true,
      problems: [{code: 'cover-unreadable', severity: 'error', file: 'show.yaml'}],
    })
  })

  it('is not looked at if it is elsewhere, or if the show has none', async () => {
    expect(await probeShow(showWith('https://show.example/cover.jpg'), media.folder)).toMatchObject({
      ok: true,
      problems: [],
    })
    expect(await probeShow(showWith(undefined), media.folder)).toMatchObject({ok: true, problems: []})
  })

  it('is not read from outside the show folder', async () => {
    expect(await coverCodes('../../etc/hostname')).not.toContain('image-format')
    expect((await probeShow(showWith('../'), media.folder)).problems.map((each) => each.code)).toEqual([
      'file-outside-show',
    ])
  })
})

describe('episode art', () => {
  it('that is missing is left out with a warning at its line, for apps have the cover to show', async () => {
    const episode = episodeWith([], {image: 'art.jpg', places: new Map([['image', {line: 3}]])})
    const outcome = await probeEpisode(episode, media.folder)
    expect(outcome.problems).toMatchObject([{code: 'image-missing', severity: 'warning', line: 3}])
    expect(outcome.ok && 'image' in outcome.value).toBe(false)
  })

  it('keeps its place and gets facts', async () => {
    const name = picture('episode.jpg', '1400x1400')
    const outcome = await probeEpisode(episodeWith([], {image: name}), media.folder)
    expect(outcome).toMatchObject({ok: true, value: {image: name, imageFacts: {widthInPixels: 1400}}, problems: []})
  })
})
