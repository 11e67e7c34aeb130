import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Transcript, Turn} from '../../src/model/transcript.ts'
import {type Alignment, alignTranscript} from '../../src/transcripts/align/align.ts'
import {readSubRip} from '../../src/transcripts/formats/subrip.ts'
import {readWebVtt} from '../../src/transcripts/formats/webvtt.ts'
import {parseSpans} from '../../src/transcripts/spans.ts'

const material = join(process.env.CASTWRIGHT_MATERIAL ?? '../shared', 'real/align')
const hasMaterial = existsSync(material)
if (!hasMaterial) process.stdout.write(`tests/real/align: skipped, there is no ${material} (set CASTWRIGHT_MATERIAL)\n`)

const read = (name: string) => readFileSync(join(material, name), 'utf8')
const report = (name: string, figures: object) => process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`)

/** Paragraphs of plain text, `**Name:** text` where there are speakers. The readers of Markdown are tested elsewhere. */
function textOf(source: string): Transcript {
  const parts = source.split(/\r?\n\s*\n|\r?\n(?=\S)/).flatMap((paragraph): Turn[] => {
    const [, label, text = paragraph] = /^\*\*([^*\n]+):\*\*\s*(.*)$/s.exec(paragraph.trim()) ?? []
    if (text.trim() === '') return []
    const cues = [{spans: parseSpans(text.trim())}]
    return [{kind: 'turn', cues, ...(label === undefined ? {} : {speaker: {label}})}]
  })
  return {parts}
}

function turnsOfHtml(source: string): Transcript {
  const plain = source.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const parts = Array.from(
    plain.matchAll(/<cite>([^<]*):<\/cite>\s*<time>[^<]*<\/time>\s*<p>([^<]*)<\/p>/g),
    ([, label = '', text = '']): Turn => ({kind: 'turn', speaker: {label}, cues: [{spans: parseSpans(text)}]}),
  )
  return {parts}
}

const turnsOf = (transcript: Transcript) => transcript.parts.filter((part) => part.kind === 'turn')
const cuesOf = (transcript: Transcript) => turnsOf(transcript).flatMap((turn) => turn.cues)

/** The value that a part of all lie below: 0.5 is the median. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN).toFixed(3))
}

const spread = (errors: readonly number[]) => ({
  count: errors.length,
  median: quantile(errors, 0.5),
  p90: quantile(errors, 0.9),
  p95: quantile(errors, 0.95),
  largest: quantile(errors, 1),
})

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function timesOf({transcript}: Alignment) {
  return cuesOf(transcript).flatMap((cue) => cue.words ?? [])
}

/** Cues that begin or end where the report says that nothing of the text is heard. */
function inCuts({transcript, report: {cuts}}: Alignment) {
  return cuesOf(transcript).filter(({startInSeconds: start = -1, endInSeconds: end = -1}) =>
    cuts.some((cut) => [start, end].some((edge) => edge > cut.startInSeconds + 1 && edge < cut.endInSeconds - 0.01)),
  )
}

describe.skipIf(!hasMaterial)('alignment of real texts and captions', () => {
  test('words of a lecture are where a forced aligner put them', () => {
    const truth: [string, number, number][] = JSON.parse(read('3b1b-2019-qa4/word_timings.json'))
    const captions = readSubRip(read('3b1b-2019-qa4/captions.srt')).transcript
    const aligned = alignTranscript(textOf(read('3b1b-2019-qa4/text.txt')), captions, {words: true})
    const times = timesOf(aligned)
    let at = 0
    const errors = times.flatMap((word) => {
      const ahead = truth.slice(at, at + 6).findIndex(([text]) => letters(text) === letters(word.text))
      if (ahead < 0) return []
      at += ahead + 1
      return [Math.abs(word.startInSeconds - (truth[at - 1]?.[1] ?? 0))]
    })
    report('3b1b-2019-qa4', {...spread(errors), words: aligned.report})
    expect(errors.length).toBeGreaterThan(0.98 * truth.length)
    expect(quantile(errors, 0.5)).toBeLessThanOrEqual(0.2)
    expect(quantile(errors, 0.95)).toBeLessThanOrEqual(1)
  })

  test('turns of an edited conversation start where its own captions say', () => {
    const truth: {speaker: string; start: number}[] = JSON.parse(read('virtual-coffee-1_4/truth.json'))
    const captions = readSubRip(read('virtual-coffee-1_4/machine.srt')).transcript
    const aligned = alignTranscript(textOf(read('virtual-coffee-1_4/text.md')), captions)
    const turns = turnsOf(aligned.transcript)
    expect(turns.map((turn) => turn.speaker?.label)).toEqual(truth.map(({speaker}) => speaker))
    const errors = turns.flatMap((turn, index) => {
      const start = turn.cues[0]?.startInSeconds
      return start === undefined ? [] : [Math.abs(start - (truth[index]?.start ?? 0))]
    })
    report('virtual-coffee-1_4', {...spread(errors), turns: turns.length, words: aligned.report})
    expect(quantile(errors, 0.5)).toBeLessThanOrEqual(0.5)
  })

  test('turns of the namespace example start at the seconds of its HTML', () => {
    const truth: {speaker: string; start: number}[] = JSON.parse(read('podcast-namespace-example/truth.json'))
    const captions = readSubRip(read('podcast-namespace-example/captions.srt')).transcript
    const aligned = alignTranscript(turnsOfHtml(read('podcast-namespace-example/text.html')), captions)
    const turns = turnsOf(aligned.transcript)
    expect(turns.map((turn) => turn.speaker?.label)).toEqual(truth.map(({speaker}) => speaker))
    const errors = turns.map((turn, index) => (turn.cues[0]?.startInSeconds ?? -9) - (truth[index]?.start ?? 0))
    report('podcast-namespace-example', {errors, words: aligned.report})
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(1)
  })

  test('an edited episode gets the times of its uncut live stream, and no cue where the stream was cut', () => {
    const text = textOf(read('talk-python-316/text.txt'))
    const stream = readWebVtt(read('talk-python-316/youtube-livestream.vtt')).transcript
    const own = readWebVtt(read('talk-python-316/own.vtt')).transcript
    const inStream = alignTranscript(text, stream)
    const inEpisode = cuesOf(alignTranscript(text, own).transcript)
    const {cuts, added, ...counts} = inStream.report
    // The stream runs ahead of the episode ever further, by what was cut so far: a cue that leaves that line is misplaced.
    const offsets = cuesOf(inStream.transcript).flatMap(({startInSeconds: heard}, index) => {
      const published = inEpisode[index]?.startInSeconds
      return heard === undefined || published === undefined ? [] : [heard - published]
    })
    const misplaced = offsets.filter((offset, index) => {
      return Math.abs(offset - quantile(offsets.slice(Math.max(0, index - 4), index + 5), 0.5)) > 5
    })
    report('talk-python-316', {...counts, cuts, added, cues: offsets.length, misplaced})
    expect(misplaced.length).toBeLessThan(0.01 * offsets.length)
    expect(inCuts(inStream)).toEqual([])
    expect(inCuts(alignTranscript(text, stream, {split: true}))).toEqual([])
    expect(cuts.length).toBeGreaterThan(0)
    expect(cuesOf(inStream.transcript)[0]?.startInSeconds).toBeUndefined()
  })
})
