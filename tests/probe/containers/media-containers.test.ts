import {beforeAll, describe, expect, it} from 'vitest'
import type {MediaFacts} from '../../../src/model/media.ts'
import {probeEpisode} from '../../../src/probe/probe.ts'
import {triesSeries} from '../../series.ts'
import {episodeWith} from '../episode-with.ts'
import {mediaFolder, source as sources} from '../made-media.ts'

const media = mediaFolder()
const {tone, speechlike, both} = sources

async function probe(name: string) {
  const outcome = await probeEpisode(episodeWith([{location: name, kind: 'audio'}]), media.folder)
  return {asset: outcome.ok ? outcome.value.media[0] : undefined, codes: outcome.problems.map((each) => each.code)}
}

type Row = readonly [name: string, inputs: readonly string[], output: readonly string[], expected: Partial<MediaFacts>]

const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-preset', 'ultrafast']
const picture = {widthInPixels: 160, heightInPixels: 90}

const allRows: readonly Row[] = [
  ['cbr.mp3', tone, ['-b:a', '64k'], {mimeType: 'audio/mpeg'}],
  ['vbr.mp3', speechlike, ['-q:a', '5'], {mimeType: 'audio/mpeg'}],
  ['vbr-no-header.mp3', speechlike, ['-q:a', '5', '-write_xing', '0'], {mimeType: 'audio/mpeg'}],
  ['half-rate-mono.mp3', tone, ['-ar', '22050', '-ac', '1', '-b:a', '40k'], {mimeType: 'audio/mpeg'}],
  ['quarter-rate.mp3', tone, ['-ar', '8000', '-ac', '1', '-write_xing', '0'], {mimeType: 'audio/mpeg'}],
  [
    'id3v1-and-v2.mp3',
    tone,
    ['-write_id3v1', '1', '-metadata', 'title=T', '-write_xing', '0'],
    {mimeType: 'audio/mpeg'},
  ],
  ['joint-stereo.mp3', speechlike, ['-ac', '2', '-joint_stereo', '1', '-b:a', '96k'], {mimeType: 'audio/mpeg'}],
  ['average-bitrate.mp3', speechlike, ['-abr', '1', '-b:a', '64k'], {mimeType: 'audio/mpeg'}],
  ['layer-2.mp3', tone, ['-c:a', 'mp2', '-f', 'mp2'], {mimeType: 'audio/mpeg'}],
  ['utf-16-tags.mp3', tone, ['-id3v2_version', '3', '-metadata', 'title=Überfahrt'], {mimeType: 'audio/mpeg'}],
  ['index-last.m4a', tone, ['-c:a', 'aac'], {mimeType: 'audio/x-m4a', codecs: 'mp4a.40.2'}],
  ['index-first.m4a', tone, ['-c:a', 'aac', '-movflags', '+faststart'], {mimeType: 'audio/x-m4a'}],
  ['lossless.m4a', tone, ['-c:a', 'alac'], {mimeType: 'audio/x-m4a', codecs: 'alac'}],
  ['book.m4b', tone, ['-c:a', 'aac', '-f', 'ipod'], {mimeType: 'audio/x-m4a', codecs: 'mp4a.40.2'}],
  ['opus-in.mp4', tone, ['-c:a', 'libopus'], {mimeType: 'audio/x-m4a', codecs: 'opus'}],
  ['flac-in.mp4', tone, ['-c:a', 'flac', '-strict', '-2'], {mimeType: 'audio/x-m4a', codecs: 'flac'}],
  ['sound-only.mp4', tone, ['-c:a', 'aac'], {mimeType: 'audio/x-m4a'}],
  [
    'film.mp4',
    both,
    h264,
    {mimeType: 'video/mp4', codecs: expect.stringMatching(/^avc1\.[0-9a-f]{6}, mp4a\.40\.2$/), ...picture},
  ],
  ['film-faststart.mp4', both, [...h264, '-movflags', '+faststart'], {mimeType: 'video/mp4', ...picture}],
  [
    'fragments.mp4',
    both,
    [...h264, '-g', '25', '-movflags', 'frag_keyframe+empty_moov'],
    {mimeType: 'video/mp4', ...picture},
  ],
  ['dash.mp4', both, [...h264, '-g', '25', '-movflags', 'dash+delay_moov'], {mimeType: 'video/mp4', ...picture}],
  [
    'fragments.m4a',
    tone,
    ['-c:a', 'aac', '-movflags', 'empty_moov', '-frag_duration', '500000'],
    {mimeType: 'audio/x-m4a'},
  ],
  [
    'indexed-fragments.mp4',
    both,
    [...h264, '-g', '10', '-movflags', 'frag_keyframe+empty_moov+global_sidx'],
    {mimeType: 'video/mp4', ...picture},
  ],
  ['cmaf.m4a', tone, ['-c:a', 'aac', '-movflags', 'cmaf', '-frag_duration', '900000'], {mimeType: 'audio/x-m4a'}],
  ['film.m4v', both, h264, {mimeType: 'video/x-m4v', ...picture}],
  ['film.mov', both, h264, {mimeType: 'video/quicktime', ...picture}],
  ['opus.ogg', tone, ['-c:a', 'libopus'], {mimeType: 'audio/ogg', codecs: 'opus'}],
  ['opus.opus', tone, ['-c:a', 'libopus'], {mimeType: 'audio/ogg', codecs: 'opus'}],
  ['vorbis.ogg', tone, ['-c:a', 'libvorbis'], {mimeType: 'audio/ogg', codecs: 'vorbis'}],
  ['flac.ogg', tone, ['-c:a', 'flac'], {mimeType: 'audio/ogg', codecs: 'flac'}],
  ['film.ogv', both, ['-c:v', 'libtheora', '-c:a', 'libvorbis'], {mimeType: 'video/ogg', codecs: 'theora, vorbis'}],
  ['sound.webm', tone, ['-c:a', 'libopus'], {mimeType: 'audio/webm', codecs: 'opus'}],
  ['live.webm', tone, ['-c:a', 'libopus', '-live', '1'], {mimeType: 'audio/webm', codecs: 'opus'}],
  [
    'film.webm',
    both,
    ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
    {mimeType: 'video/webm', codecs: 'vp8, opus', ...picture},
  ],
  ['sound.mka', tone, ['-c:a', 'libvorbis'], {mimeType: 'audio/x-matroska', codecs: 'vorbis'}],
  ['film.mkv', both, [...h264, '-c:a', 'libopus'], {mimeType: 'video/x-matroska', ...picture}],
  [
    'vp9.webm',
    both,
    ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
    {mimeType: 'video/webm', codecs: 'vp9, opus', ...picture},
  ],
  ['sound.flac', speechlike, [], {mimeType: 'audio/flac', codecs: 'flac'}],
  ['sound.wav', tone, [], {mimeType: 'audio/wav'}],
  ['rf64.wav', tone, ['-rf64', 'always'], {mimeType: 'audio/wav'}],
  ['float.wav', tone, ['-c:a', 'pcm_f32le'], {mimeType: 'audio/wav'}],
  ['sound.aiff', tone, [], {mimeType: 'audio/aiff'}],
  ['wide.aiff', tone, ['-c:a', 'pcm_s24be', '-ar', '48000'], {mimeType: 'audio/aiff'}],
  ['bare.aac', tone, ['-c:a', 'aac'], {mimeType: 'audio/aac', codecs: 'mp4a.40.2'}],
  ['low-rate.aac', tone, ['-c:a', 'aac', '-ar', '16000', '-ac', '1'], {mimeType: 'audio/aac'}],
]

/** What `npm test` tries: each container, with an index and without one where it may be either. ffmpeg and ffprobe are started for each. */
const sample = [
  ...['vbr.mp3', 'vbr-no-header.mp3', 'id3v1-and-v2.mp3', 'layer-2.mp3', 'index-last.m4a', 'index-first.m4a'],
  ...['film-faststart.mp4', 'fragments.mp4', 'indexed-fragments.mp4', 'film.mov', 'opus.ogg', 'film.ogv', 'live.webm'],
  ...['film.webm', 'sound.mka', 'sound.flac', 'sound.wav', 'rf64.wav', 'wide.aiff', 'bare.aac'],
]
const rows = allRows.filter(([name]) => triesSeries || sample.includes(name))

/** What single tests are about. */
const others: readonly (readonly [name: string, inputs: readonly string[], output: readonly string[]])[] = [
  ['film-plain.mp4', both, [...h264, '-t', '1']],
  ['sound.mov', tone, ['-c:a', 'aac']],
  ['plain.mp3', speechlike, ['-q:a', '6', '-write_xing', '0', '-id3v2_version', '0']],
  ['half.mp3', tone, ['-b:a', '64k', '-metadata', 'title=Half', '-t', '4']],
  ['known.flac', speechlike, ['-t', '5.3']],
  ['known.wav', tone, ['-fflags', '+bitexact', '-bitexact', '-t', '2.5']],
]

beforeAll(() => {
  for (const source of [tone, speechlike, both]) {
    const ofSource = [...rows, ...others].filter(([, inputs]) => inputs === source)
    const made = ofSource.map(([name, , output]) => [name, output] as const)
    media.makeAll(6.5, source, made)
  }
}, 120_000)

describe('a whole media file', () => {
  it.each(rows)('%s: type, picture and the duration of its packets', async (name, _inputs, _output, expected) => {
    const {asset, codes} = await probe(name)
    expect(codes.filter((code) => code !== 'media-not-for-apple')).toEqual([])
    expect(asset?.facts).toMatchObject({...expected, sizeInBytes: media.read(name).length})
    expect(asset?.kind).toBe(expected.mimeType?.split('/')[0])
    const truth = media.packetsEndInSeconds(name)
    expect(truth).toBeGreaterThan(6)
    expect(Math.abs((asset?.facts.durationInSeconds ?? 0) - truth)).toBeLessThan(0.1)
  })

  it('is silent about Apple for what Apple lists, and warns for the rest', async () => {
    const forApple = rows.map(([name]) => name).filter((name) => /\.(mp3|m4[abv]|mp4|mov)$/.test(name))
    const warned: string[] = []
    for (const [name] of rows) if ((await probe(name)).codes.includes('media-not-for-apple')) warned.push(name)
    expect(warned.sort()).toEqual(
      rows
        .map(([name]) => name)
        .filter((name) => !forApple.includes(name))
        .sort(),
    )
  })

  it('keeps the picture upright that a phone recorded on its side', async () => {
    const bytes = media.read('film-plain.mp4')
    const matrix = bytes.indexOf('tkhd') + 4 + 40
    // A quarter turn, 16.16 fixed point; ffmpeg's own option for it differs from version to version.
    for (const [index, value] of [0, 0x1_0000, 0, -0x1_0000, 0].entries()) bytes.writeInt32BE(value, matrix + 4 * index)
    media.write('film-turned.mp4', bytes)
    expect((await probe('film-turned.mp4')).asset?.facts).toMatchObject({widthInPixels: 90, heightInPixels: 160})
  })

  it('leaves sound alone in a QuickTime file what its name says, which Apple lists', async () => {
    expect(await probe('sound.mov')).toMatchObject({
      asset: {kind: 'audio', facts: {mimeType: 'video/quicktime'}},
      codes: [],
    })
  })

  it('does not take a tag behind an MP4 for the start of a part that is missing', async () => {
    media.write('tagged.m4a', Buffer.concat([media.read('index-last.m4a'), Buffer.from('TAG'.padEnd(128))]))
    expect((await probe('tagged.m4a')).codes).toEqual([])
  })

  it('takes an M4A with a cover for audio', async () => {
    media.make('cover.png', 0.04, sources.picture, ['-frames:v', '1'])
    media.make(
      'with-cover.m4a',
      2,
      [...tone, '-i', media.at('cover.png')],
      ['-c:a', 'aac', '-c:v', 'copy', '-disposition:v', 'attached_pic'],
    )
    const {asset} = await probe('with-cover.m4a')
    expect(asset).toMatchObject({kind: 'audio', facts: {mimeType: 'audio/x-m4a'}})
  })
})

describe('durations that no header knows', () => {
  it('counts the frames of an MP3 behind a large ID3 tag and junk', async () => {
    const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0x10, 0, 0])
    const junk = Buffer.alloc(3000, 0x20)
    media.write(
      'tagged.mp3',
      Buffer.concat([tag, Buffer.alloc(0x10 << 14), tag, Buffer.alloc(0x10 << 14), junk, media.read('plain.mp3')]),
    )
    const plain = (await probe('plain.mp3')).asset?.facts.durationInSeconds
    expect((await probe('tagged.mp3')).asset?.facts.durationInSeconds).toBe(plain)
  })

  it('counts both halves of two MP3 files joined with their tags between them, and says that the header lies', async () => {
    media.write('joined.mp3', Buffer.concat([media.read('half.mp3'), media.read('half.mp3')]))
    const {asset, codes} = await probe('joined.mp3')
    expect(Math.abs((asset?.facts.durationInSeconds ?? 0) - 8)).toBeLessThan(0.2)
    expect(codes).toContain('media-header-disagrees')
  })

  it('reads the duration of a FLAC stream that was piped from its last frame', async () => {
    const bytes = media.read('known.flac')
    // The 36 bits of "total samples" in STREAMINFO.
    bytes.writeUInt8(bytes.readUInt8(21) & 0xf0, 21)
    bytes.fill(0, 22, 26)
    media.write('piped.flac', bytes)
    expect((await probe('piped.flac')).asset?.facts.durationInSeconds).toBe(5.3)
  })

  it.each([0, 0xffff_ffff])('takes a WAV whose length is %d up to its end', async (length) => {
    const bytes = media.read('known.wav')
    const name = `unknown-${length}.wav`
    bytes.writeUInt32LE(length, bytes.indexOf('data') + 4)
    media.write(name, bytes)
    const {asset, codes} = await probe(name)
    expect(asset?.facts.durationInSeconds).toBe(2.5)
    expect(codes).not.toContain('media-truncated')
  })
})

describe('a file that was cut off', () => {
  const shares = [0.2, 0.5, 0.8]
  const cases = [
    'vbr.mp3',
    'index-first.m4a',
    'film-faststart.mp4',
    'sound.flac',
    'sound.wav',
    'opus.ogg',
    'film.webm',
  ].flatMap((name) => shares.map((share) => [name, share] as const))

  it.each(cases)('%s at %d says so', async (name, share) => {
    const copy = media.cut(name, `cut-${share}-${name}`, share)
    expect((await probe(copy)).codes).toContain('media-truncated')
  })

  it.each(['vbr.mp3', 'sound.flac', 'sound.wav', 'film.webm', 'vbr-no-header.mp3', 'opus.ogg'])(
    '%s: the duration is that of what is left',
    async (name) => {
      const copy = media.cut(name, `half-${name}`, 0.5)
      const truth = media.packetsEndInSeconds(copy)
      expect(Math.abs(((await probe(copy)).asset?.facts.durationInSeconds ?? 0) - truth)).toBeLessThan(0.3)
    },
  )

  it('has no value where the index of an MP4 is in the missing part', async () => {
    const copy = media.cut('index-last.m4a', 'no-index.m4a', 0.8)
    expect(await probe(copy)).toEqual({asset: undefined, codes: ['media-unreadable']})
  })
})
