import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {writePodcastJson} from '../../../src/transcripts/formats/json/podcast.ts'
import {readSubRip, writeSubRip} from '../../../src/transcripts/formats/subrip.ts'
import {convertTranscriptFile} from '../../../src/uses/transcript-tools.ts'
import {planInMemory} from '../../plan-in-memory.ts'
import {listCues} from './cue-list.ts'
import {hostileTranscript} from './hostile-transcripts.ts'
import {schemaFaults} from './json-schema.ts'

const example = join(import.meta.dirname, '../../../episodes')
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/transcript.schema.json'), 'utf8'))

/** The transcripts of the example show, as it is published. */
let published: ReadonlyMap<string, string>
beforeAll(async () => {
  const {files} = await planInMemory(example)
  published = new Map([...files].filter(([path]) => /\/transcript\.[a-z]+$/.test(path)))
}, 60_000)

function publishedAs(extension: string): readonly (readonly [string, string])[] {
  return [...published].filter(([path]) => path.endsWith(extension))
}

describe('published JSON', () => {
  it('of the example show is what the schema says', () => {
    const files = publishedAs('.json')
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const [path, text] of files)
      expect({path, faults: schemaFaults(schema, JSON.parse(text))}).toEqual({path, faults: []})
  })

  it('of any transcript is what the schema says, and ends come after starts', () => {
    fc.assert(
      fc.property(hostileTranscript, (transcript) => {
        const document = JSON.parse(writePodcastJson(transcript))
        expect(schemaFaults(schema, document)).toEqual([])
        for (const {startTime, endTime} of document.segments) expect(endTime).toBeGreaterThan(startTime)
      }),
    )
  })

  it.each([
    ['no version', {segments: [{startTime: 0, endTime: 1, body: 'a'}]}, ['/version is missing']],
    [
      'a time as text',
      {version: '1.0.0', segments: [{startTime: '0', endTime: 1, body: 'a'}]},
      ['/segments/0/startTime is no number'],
    ],
    ['no text', {version: '1.0.0', segments: [{startTime: 0, endTime: 1}]}, ['/segments/0/body is missing']],
    [
      'a key of its own',
      {version: '1.0.0', segments: [{startTime: 0, endTime: 1, body: 'a', id: 1}]},
      ['/segments/0/id is not known'],
    ],
  ])('is refused by the schema with %s', (_what, document, faults) => {
    expect(schemaFaults(schema, document)).toEqual(faults)
  })
})

const hasFfmpeg = ['ffmpeg', 'ffprobe'].every((program) => spawnSync(program, ['-version']).status === 0)
if (!hasFfmpeg) process.stderr.write('skipped: published SubRip in ffmpeg, which is not installed\n')

describe.skipIf(!hasFfmpeg)('published SubRip, for ffmpeg,', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'castwright-srt-'))
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  /** The same captions, read and written by ffmpeg; and what it complained of. */
  function throughFfmpeg(srt: string): {readonly srt: string; readonly packets: number; readonly complaints: string} {
    const file = join(folder, 'x.srt')
    writeFileSync(file, srt)
    const run = (program: string, ...words: readonly string[]) => spawnSync(program, words, {encoding: 'utf8'})
    const copied = run('ffmpeg', '-v', 'warning', '-i', file, '-f', 'srt', '-')
    const counted = run(
      'ffprobe',
      '-v',
      'error',
      '-count_packets',
      '-show_entries',
      'stream=nb_read_packets',
      '-of',
      'csv=p=0',
      file,
    )
    return {
      srt: copied.stdout,
      packets: Number(counted.stdout),
      complaints: copied.stderr + counted.stderr,
    }
  }

  it('has as many captions of the same text at the same times in the example show', () => {
    const files = publishedAs('.srt')
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const [, text] of files) {
      const heard = throughFfmpeg(text)
      expect(heard.complaints).toBe('')
      expect(heard.packets).toBe(text.match(/ --> /g)?.length)
      expect(listCues(readSubRip(heard.srt).transcript)).toEqual(listCues(readSubRip(text).transcript))
    }
  })

  it('keeps arrows, digits alone, emoji and right-to-left text', () => {
    const vtt =
      'WEBVTT\n\n' +
      ['a --&gt; b', '42', '🎙️ 👩‍👩‍👧', 'שלום <v Ada>', '漢字 &amp; かな']
        .map((text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n`)
        .join('\n')
    const srt = convertTranscriptFile({bytes: Buffer.from(vtt), name: 'x.vtt'}, {to: 'srt'})
    const text = srt.ok ? srt.value : ''
    const heard = throughFfmpeg(text)
    expect(heard).toMatchObject({packets: 5, complaints: ''})
    expect(listCues(readSubRip(heard.srt).transcript)).toEqual(listCues(readSubRip(text).transcript))
  })

  it('is numbered from one for players that ask for it', () => {
    const numbers = (publishedAs('.srt')[0]?.[1] ?? '').split(/\n\n/).map((card) => Number(card.split('\n')[0]))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(writeSubRip({parts: []})).toBe('')
  })
})
