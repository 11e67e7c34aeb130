import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {formatFfmetadata} from '../../src/chapters/ffmetadata.ts'
import {formatVorbisChapters} from '../../src/chapters/vorbis-comments.ts'
import type {Chapter} from '../../src/model/chapter.ts'
import {readMediaChapters} from '../../src/probe/media-chapters.ts'
import {type RandomAccessReader, withRandomAccessFile} from '../../src/probe/random-access-file.ts'
import {runs} from '../series.ts'
import {memory} from './memory-reader.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'castwright-chapters-'))
afterAll(() => rmSync(folder, {recursive: true}))

const fromZero: readonly Chapter[] = [
  {startInSeconds: 0, title: 'Intro'},
  {startInSeconds: 1.25, title: 'Grüße, 日本 🎙 & a=b; #1 \\'},
  {startInSeconds: 4, title: 'x'.repeat(200)},
  {startInSeconds: 7.123, title: 'Outro'},
]
const later = fromZero.slice(1)
/** FFmpeg does not delay a chapter track: its first chapter begins with the file. */
const laterInTrack = later.map((chapter, index) => (index === 0 ? {...chapter, startInSeconds: 0} : chapter))

type File = {readonly path: string; readonly recipe: Recipe}

/** Ten seconds of a tone with these chapters, written by FFmpeg in one process: to start it takes longer than each of them. */
async function makeAll(files: readonly File[], chapters: readonly Chapter[]): Promise<void> {
  // Files of some formats have them as comments instead.
  const metadata = [chapters, []].map((each, index) => {
    const path = join(folder, `${chapters.length}-${index}.txt`)
    writeFileSync(path, formatFfmetadata(each, {durationInSeconds: 10}))
    return path
  })
  const inputs = ['-f', 'lavfi', '-i', 'sine=frequency=330:duration=10', ...metadata.flatMap((path) => ['-i', path])]
  const lines = formatVorbisChapters(chapters).trim().split('\n')
  const outputs = files.flatMap(({path, recipe: {codec, flags = [], comments}}) => [
    ...['-map', '0:a', '-map_chapters', comments === undefined ? '1' : '2'],
    ...['-c:a', codec, '-ac', '2', '-b:a', '64k'],
    ...(comments === undefined ? [] : lines.flatMap((line) => [comments, line])),
    ...flags,
    path,
  ])
  await run('ffmpeg', ['-v', 'error', '-y', ...inputs, ...outputs])
}

type Recipe = {
  readonly codec: string
  readonly flags?: readonly string[]
  readonly comments?: string
  readonly isTrackOnly?: true
}

const files: Readonly<Record<string, Recipe>> = {
  'v23.mp3': {codec: 'libmp3lame', flags: ['-id3v2_version', '3']},
  'v24.mp3': {codec: 'libmp3lame', flags: ['-id3v2_version', '4']},
  'end.m4a': {codec: 'aac'},
  'start.m4a': {codec: 'aac', flags: ['-movflags', '+faststart']},
  'end-track.m4a': {codec: 'aac', flags: ['-movflags', '+disable_chpl'], isTrackOnly: true},
  'start-track.m4a': {codec: 'aac', flags: ['-movflags', '+faststart+disable_chpl'], isTrackOnly: true},
  'quicktime.mov': {codec: 'aac'},
  'audio.mkv': {codec: 'libopus'},
  'audio.webm': {codec: 'libopus'},
  'audio.opus': {codec: 'libopus'},
  // FFmpeg puts chapters into the comments of Opus only; into these they come as comments.
  'vorbis.ogg': {codec: 'libvorbis', comments: '-metadata:s:a:0'},
  'flac.ogg': {codec: 'flac', comments: '-metadata:s:a:0'},
  'audio.flac': {codec: 'flac', comments: '-metadata'},
}

const made = Object.entries(files).flatMap(([name, recipe]) =>
  [fromZero, later].map((written) => ({
    name,
    recipe,
    written,
    first: written[0]?.title,
    chapters: recipe.isTrackOnly && written === later ? laterInTrack : written,
    path: join(folder, `${written.length}-${name}`),
  })),
)

beforeAll(async () => {
  for (const chapters of [fromZero, later])
    await makeAll(
      made.filter(({written}) => written === chapters),
      chapters,
    )
}, 120_000)

type Track = {readonly number: number; readonly at: number; readonly points: readonly (readonly [number, number])[]}

/** The block of a cue sheet as RFC 9639 section 8.7 has it. */
function cueSheet(tracks: readonly Track[]): Buffer {
  const head = Buffer.alloc(396)
  head[395] = tracks.length
  return Buffer.concat([
    head,
    ...tracks.map(({number, at, points}) => {
      const track = Buffer.alloc(36 + points.length * 12)
      track.writeBigUInt64BE(BigInt(at), 0)
      track[8] = number
      track[35] = points.length
      for (const [index, [offset, which]] of points.entries()) {
        track.writeBigUInt64BE(BigInt(offset), 36 + index * 12)
        track[36 + index * 12 + 8] = which
      }
      return track
    }),
  ])
}

/** Ten seconds of FLAC by FFmpeg; `with` puts a metadata block behind the first one. */
async function readFlac(flags: readonly string[]) {
  const path = join(folder, `${flags.length}-${flags.join('').length}.flac`)
  const tone = 'sine=frequency=330:duration=10:sample_rate=44100'
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', tone, ...flags, path])
  const bytes = readFileSync(path)
  return {
    with: (block?: readonly [number, Buffer]) => {
      if (block === undefined) return bytes
      const [type, content] = block
      const head = Buffer.from([type, content.length >> 16, (content.length >> 8) & 255, content.length & 255])
      return Buffer.concat([bytes.subarray(0, 42), head, content, bytes.subarray(42)])
    },
  }
}

/** The end of the last chapter is the end of the file in some containers and absent in others. */
const withoutLastEnd = (chapters: readonly Chapter[]): readonly Chapter[] =>
  chapters.map(({endInSeconds, ...chapter}, index) =>
    index === chapters.length - 1 || endInSeconds === undefined ? chapter : {...chapter, endInSeconds},
  )

describe('readMediaChapters', () => {
  test.each(made)('reads $name from “$first” on', async ({path, chapters}) => {
    const found = await withRandomAccessFile(path, readMediaChapters)
    expect(withoutLastEnd(found)).toEqual(chapters)
  })

  it('reads Nero’s list where there is no chapter track', async () => {
    for (const {path, chapters} of made.filter(({name}) => name === 'end.m4a' || name === 'start.m4a')) {
      const bytes = readFileSync(path)
      bytes.write('free', bytes.lastIndexOf('tref'))
      expect(await readMediaChapters(memory(bytes))).toEqual(chapters)
    }
  })

  describe('reads the cue sheet of a FLAC file', () => {
    const bare = readFlac([])
    const text =
      'FILE "a.flac" WAVE\r\nTITLE "The album"\r\n  TRACK 01 AUDIO\r\n    TITLE "Welcome"\r\n    INDEX 00 00:00:00\r\n    INDEX 01 00:00:15\r\n  TRACK 02 AUDIO\r\n    TITLE "Grüße"\r\n    INDEX 01 00:05:30\r\n'

    it('of its block, with index 01 as the start, and without the end of the disc', async () => {
      const sheet = cueSheet([
        {
          number: 1,
          at: 0,
          points: [
            [0, 0],
            [4410, 1],
          ],
        },
        {number: 2, at: 220_500, points: [[0, 1]]},
        {number: 170, at: 441_000, points: []},
      ])
      expect(await readMediaChapters(memory((await bare).with([5, sheet])))).toEqual([
        {startInSeconds: 0.1, title: 'Track 1'},
        {startInSeconds: 5, title: 'Track 2'},
      ])
    })

    it('of a comment, which has titles', async () => {
      const flac = await readFlac(['-metadata', `CUESHEET=${text}`])
      const found = [
        {startInSeconds: 0.2, title: 'Welcome'},
        {startInSeconds: 5.4, title: 'Grüße'},
      ]
      expect(await readMediaChapters(memory(flac.with()))).toEqual(found)
      const sheet = cueSheet([{number: 1, at: 0, points: [[0, 1]]}])
      expect(await readMediaChapters(memory(flac.with([5, sheet])))).toEqual(found)
    })

    it('but chapters of their own come first', async () => {
      const chapters = ['-metadata', 'CHAPTER001=00:00:01.000', '-metadata', 'CHAPTER001NAME=Own']
      const flac = await readFlac([...chapters, '-metadata', `CUESHEET=${text}`])
      expect(await readMediaChapters(memory(flac.with()))).toEqual([{startInSeconds: 1, title: 'Own'}])
    })

    it('and nothing of a damaged one', async () => {
      const sheet = cueSheet([{number: 1, at: 0, points: [[0, 1]]}])
      for (let end = 0; end < sheet.length; end += 7)
        expect((await readMediaChapters(memory((await bare).with([5, sheet.subarray(0, end)])))).length).toBeLessThan(2)
    })
  })

  it('leaves most of a long file unread', async () => {
    for (const {path, name, chapters} of made) {
      const start = readFileSync(path)
      const long = new Uint8Array(start.length + 10_000_000)
      long.set(start)
      let readInBytes = 0
      const reader: RandomAccessReader = {
        sizeInBytes: long.length,
        read: async (offset, length) => {
          const piece = await memory(long).read(offset, length)
          readInBytes += piece.length
          return piece
        },
      }
      expect(withoutLastEnd(await readMediaChapters(reader))).toEqual(chapters)
      expect(readInBytes, name).toBeLessThan(500_000)
    }
  })

  it('finds none in a file without, in an empty one and in a text', async () => {
    const bare = join(folder, 'bare.mp3')
    await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=1', bare])
    expect(await withRandomAccessFile(bare, readMediaChapters)).toEqual([])
    expect(await readMediaChapters(memory(new Uint8Array(0)))).toEqual([])
    expect(await readMediaChapters(memory(new TextEncoder().encode('0:00 Intro')))).toEqual([])
  })

  it('finds what is there in a file that was cut anywhere, and never throws', async () => {
    for (const {path, chapters} of made) {
      const bytes = readFileSync(path)
      for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 40)) {
        const found = await readMediaChapters(memory(bytes.subarray(0, end)))
        expect(found.length).toBeLessThanOrEqual(chapters.length)
      }
    }
  })

  it('neither throws nor hangs on bytes that were changed', async () => {
    const originals = made.map(({path}) => readFileSync(path))
    const change = fc.record({
      at: fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
      to: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(originals.length - 1),
        fc.array(change, {minLength: 1, maxLength: 30}),
        fc.boolean(),
        async (which, changes, atStart) => {
          const bytes = Uint8Array.from(originals[which] ?? [])
          // The index of a file with its index at the end is in its last bytes.
          const [from, span] = atStart ? [0, 2000] : [Math.max(0, bytes.length - 3000), 3000]
          for (const {at, to} of changes) bytes[from + Math.floor(at * span)] = to
          for (const chapter of await readMediaChapters(memory(bytes)))
            expect(chapter.startInSeconds).toBeGreaterThanOrEqual(0)
        },
      ),
      runs(400),
    )
  })

  it('neither throws nor hangs on noise behind a signature', async () => {
    const signatures = [
      'ID3\x03\0\0\0\0\x7f\x7f',
      'ID3\x04\0\0\0\0\x7f\x7f',
      '\0\0\0\x08ftyp',
      '\0\0\x10\0moov',
      'OggS',
      'fLaC',
      '\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\xff',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signatures), fc.uint8Array({maxLength: 3000}), async (signature, noise) => {
        await readMediaChapters(memory(Uint8Array.from([...Buffer.from(signature, 'latin1'), ...noise])))
      }),
      runs(400),
    )
  })
})
