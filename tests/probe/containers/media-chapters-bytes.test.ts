import {describe, expect, it} from 'vitest'
import type {Chapter} from '../../../src/model/chapter.ts'
import {readMediaChapters} from '../../../src/probe/media-chapters.ts'
import {memory} from '../memory-reader.ts'

// What FFmpeg does not write and other programs do, byte by byte.

type Bytes = readonly number[]

const text = (value: string): Bytes => [...Buffer.from(value, 'latin1')]
const u32 = (value: number): Bytes => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const read = (bytes: Bytes | Uint8Array): Promise<readonly Chapter[]> =>
  readMediaChapters(memory(Uint8Array.from(bytes)))

describe('ID3 tags', () => {
  const safe = (value: number): number[] => [
    (value >>> 21) & 127,
    (value >>> 14) & 127,
    (value >>> 7) & 127,
    value & 127,
  ]
  const frame = (
    id: string,
    content: readonly number[],
    size: Bytes = u32(content.length),
    flags = [0, 0],
  ): number[] => [...text(id), ...size, ...flags, ...content]
  const tag = (version: number, flags: number, body: readonly number[]): Uint8Array =>
    Uint8Array.from([...text('ID3'), version, 0, flags, ...safe(body.length), ...body])
  const chap = (id: string, start: number, end: number, inner: readonly number[]): number[] => [
    ...text(`${id}\0`),
    ...u32(start),
    ...u32(end),
    ...u32(0xffffffff),
    ...u32(0xffffffff),
    ...inner,
  ]

  it('give silent markers by leaving them out of the contents, and links', async () => {
    const body = [
      ...frame('CTOC', [...text('toc\0'), 3, 2, ...text('b\0a\0')]),
      ...frame('CHAP', chap('a', 5000, 9000, frame('TIT2', [0, ...text('Second\0')]))),
      ...frame(
        'CHAP',
        chap('b', 0, 5000, [
          ...frame('TIT2', [3, ...Buffer.from('Fürst')]),
          ...frame('WXXX', [1, 0xff, 0xfe, 0, 0, ...text('https://example.org/')]),
        ]),
      ),
      ...frame('CHAP', chap('c', 2000, 2000, frame('TIT2', [2, 0, 0x50]))),
    ]
    expect(await read(tag(3, 0, body))).toEqual([
      {startInSeconds: 0, endInSeconds: 5, title: 'Fürst', url: 'https://example.org/'},
      {startInSeconds: 2, title: 'P', hidden: true},
      {startInSeconds: 5, endInSeconds: 9, title: 'Second'},
    ])
  })

  it('have quotes and dashes of Windows in what calls itself Latin-1', async () => {
    const title = frame('TIT2', [0, ...text('\x93Salt\x94 \x96 caf\xe9')])
    const expected = [{startInSeconds: 0, endInSeconds: 1, title: '“Salt” – café'}]
    expect(await read(tag(3, 0, frame('CHAP', chap('a', 0, 1000, title))))).toEqual(expected)
  })

  it('are read through unsynchronisation, of the tag in 2.3 and of the frame in 2.4', async () => {
    const plain = chap('a', 0x0000ff00, 0x0000ffe0, frame('TIT2', [1, 0xff, 0xfe, 0x41, 0]))
    const escaping = (bytes: readonly number[]): number[] =>
      bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]))
    const expected = [{startInSeconds: 65.28, endInSeconds: 65.504, title: 'A'}]
    expect(await read(tag(3, 0x80, escaping(frame('CHAP', plain))))).toEqual(expected)
    const escaped = escaping(plain)
    expect(
      await read(tag(4, 0x80, frame('CHAP', [...safe(plain.length), ...escaped], safe(escaped.length + 4), [0, 0x03]))),
    ).toEqual(expected)
  })

  it('are read behind an extended header, and with the plain sizes that iTunes wrote into 2.4', async () => {
    const long = frame('TXXX', [0, ...text(`${'x'.repeat(300)}`)])
    const chapter = chap('a', 0, 1000, frame('TIT2', [0, ...text('A')]))
    const expected = [{startInSeconds: 0, endInSeconds: 1, title: 'A'}]
    expect(await read(tag(3, 0x40, [...u32(6), 0, 0, 0, 0, 0, 0, ...frame('CHAP', chapter)]))).toEqual(expected)
    expect(await read(tag(4, 0x40, [...safe(6), 1, 0, ...long, ...frame('CHAP', chapter)]))).toEqual(expected)
  })

  it('are passed over without chapters, for a second tag that has some', async () => {
    const first = tag(3, 0, frame('TIT2', [0, ...text('Title')]))
    const second = tag(3, 0, frame('CHAP', chap('a', 0, 1000, [])))
    expect(await read(Uint8Array.from([...first, ...second]))).toEqual([
      {startInSeconds: 0, endInSeconds: 1, title: ''},
    ])
  })
})

describe('MP4 files', () => {
  const box = (type: string, ...content: readonly Bytes[]): Bytes => {
    const body = content.flat()
    return [...u32(body.length + 8), ...text(type), ...body]
  }
  /** A full box: version and flags, then numbers of four bytes. */
  const table = (type: string, ...values: readonly number[]): Bytes => box(type, u32(0), ...values.map(u32))
  const header = (type: string, timescale: number): Bytes => table(type, 0, 0, timescale, 0)
  const handler = (type: string): Bytes => box('hdlr', u32(0), u32(0), text(type))
  const titles: readonly Bytes[] = [
    [0, 0],
    [0, 6, 0xfe, 0xff, 0, 0x41, 0, 0x42],
    [0, 3, ...text('Two'), ...box('href', [1, 2, 3])],
    [0, 5, ...Buffer.from('Drü!')],
  ]
  /** Titles of 0, 2, 3 and 4 seconds; two in the first chunk, one in each of the others. */
  const file = (kind: string, chunks: (offsets: readonly number[]) => Bytes, edits: Bytes): Bytes => {
    const start = box('ftyp', text('M4A '))
    const sizes = titles.map((title) => title.length)
    const [a = 0, b = 0, c = 0] = sizes
    const data = box('mdat', text('......'), ...titles)
    const first = start.length + 8 + 6
    const samples = box(
      'stbl',
      table('stsz', 0, sizes.length, ...sizes),
      table('stts', 2, 1, 2000, 3, 1000),
      table('stsc', 2, 1, 2, 1, 2, 1, 1),
      chunks([first, first + a + b, first + a + b + c]),
    )
    const track = (id: number, ...content: readonly Bytes[]): Bytes => box('trak', table('tkhd', 0, 0, id), ...content)
    const audio = track(
      1,
      box('tref', box('chap', u32(9), u32(2))),
      box('mdia', header('mdhd', 48000), handler('soun')),
    )
    const pictures = track(9, box('mdia', header('mdhd', 1000), handler('vide')))
    const chapters = track(2, edits, box('mdia', header('mdhd', 1000), handler(kind), box('minf', samples)))
    return [...start, ...data, ...box('moov', header('mvhd', 600), audio, pictures, chapters)]
  }
  const short = (offsets: readonly number[]): Bytes => table('stco', offsets.length, ...offsets)
  const long = (offsets: readonly number[]): Bytes =>
    table('co64', offsets.length, ...offsets.flatMap((each) => [0, each]))
  const at = (...starts: readonly number[]): readonly Chapter[] =>
    ['AB', 'Two', 'Drü!'].map((title, index) => ({startInSeconds: starts[index] ?? 0, title}))

  it('give titles in either encoding, over chunks, without the empty one that fills the start', async () => {
    expect(await read(file('text', short, []))).toEqual(at(2, 3, 4))
    expect(await read(file('sbtl', long, []))).toEqual(at(2, 3, 4))
  })

  it('give times as their edit list moves them', async () => {
    const delayed = box('edts', table('elst', 2, 300, 0xffffffff, 0x10000, 6000, 0, 0x10000))
    expect(await read(file('text', short, delayed))).toEqual(at(2.5, 3.5, 4.5))
    const broughtForward = box('edts', table('elst', 1, 6000, 1500, 0x10000))
    expect(await read(file('text', short, broughtForward))).toEqual(at(0.5, 1.5, 2.5))
  })

  it('give none where the track that is named holds no text', async () => {
    expect(await read(file('vide', short, []))).toEqual([])
  })
})

describe('Matroska files', () => {
  const element = (id: Bytes, ...content: readonly Bytes[]): Bytes => {
    const body = content.flat()
    return [
      ...id,
      0x10 | (body.length >>> 24),
      (body.length >>> 16) & 255,
      (body.length >>> 8) & 255,
      body.length & 255,
      ...body,
    ]
  }
  const head = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, ...text('webm')])
  const nanoseconds = (seconds: number): Bytes => [
    ...u32(Math.floor((seconds * 1e9) / 2 ** 32)),
    ...u32((seconds * 1e9) % 2 ** 32),
  ]
  const atom = (seconds: number, title: string, ...more: readonly Bytes[]): Bytes =>
    element(
      [0xb6],
      element([0x91], nanoseconds(seconds)),
      element([0x80], element([0x85], [...Buffer.from(title)])),
      ...more,
    )
  const edition = (...content: readonly Bytes[]): Bytes => element([0x45, 0xb9], ...content)
  const chapters = element(
    [0x10, 0x43, 0xa7, 0x70],
    edition(element([0x45, 0xbd], [1]), atom(0, 'Of a hidden edition')),
    edition(atom(0, 'Eins'), atom(1.5, 'Zwölf', element([0x98], [1])), atom(9000, 'Drei', atom(9001, 'A part of it'))),
    edition(atom(0, 'Of another edition')),
  )
  const expected = [
    {startInSeconds: 0, title: 'Eins'},
    {startInSeconds: 1.5, title: 'Zwölf', hidden: true},
    {startInSeconds: 9000, title: 'Drei'},
  ]
  const segmentId = [0x18, 0x53, 0x80, 0x67]
  const cluster = element([0x1f, 0x43, 0xb6, 0x75], text('x'.repeat(100)))

  it('give the first edition that is shown, its silent markers and no sub-chapters', async () => {
    expect(await read([...head, ...element(segmentId, chapters, cluster)])).toEqual(expected)
  })

  it('give chapters behind the media where the seek head says so, and else leave the media alone', async () => {
    const seekTo = (position: number): Bytes =>
      element(
        [0x11, 0x4d, 0x9b, 0x74],
        element([0x4d, 0xbb], element([0x53, 0xab], [0x10, 0x43, 0xa7, 0x70]), element([0x53, 0xac], u32(position))),
      )
    const position = seekTo(0).length + cluster.length
    expect(await read([...head, ...element(segmentId, seekTo(position), cluster, chapters)])).toEqual(expected)
    expect(await read([...head, ...element(segmentId, seekTo(position + 1), cluster, chapters)])).toEqual([])
    expect(await read([...head, ...element(segmentId, cluster, chapters)])).toEqual([])
  })

  it('give chapters of a recording whose segment has no known size', async () => {
    expect(
      await read([...head, ...segmentId, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...chapters, ...cluster]),
    ).toEqual(expected)
  })
})
