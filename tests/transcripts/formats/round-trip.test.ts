import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {joinCaptionLines} from '../../../src/transcripts/formats/caption-text.ts'
import {podcastJson} from '../../../src/transcripts/formats/json/podcast.ts'
import {readSubRip, writeSubRip} from '../../../src/transcripts/formats/subrip.ts'
import type {TranscriptFormat} from '../../../src/transcripts/formats/transcript-format.ts'
import {readWebVtt, webVtt, writeWebVtt} from '../../../src/transcripts/formats/webvtt.ts'
import {listCues} from './cue-list.ts'
import {captionText, hostileTranscript} from './hostile-transcripts.ts'
import {parseStrictWebVtt} from './strict-webvtt.ts'

function expectedCues(transcript: Transcript) {
  return transcript.parts.flatMap((part) =>
    part.kind !== 'turn'
      ? []
      : part.cues
          .map((cue) => ({
            speaker: part.speaker === undefined ? undefined : joinCaptionLines(part.speaker.label),
            start: cue.startInSeconds,
            end: cue.endInSeconds,
            text: captionText(cue),
          }))
          .filter(({text}) => text.trim() !== ''),
  )
}

function throughFormat({read, write}: TranscriptFormat, transcript: Transcript): Transcript {
  return read?.(write?.(transcript) ?? '').transcript ?? {parts: []}
}

describe('a transcript that is written and read again', () => {
  for (const format of [webVtt, podcastJson]) {
    it(`keeps cues, times, speakers and text in ${format.title}`, () => {
      fc.assert(
        fc.property(hostileTranscript, (transcript) => {
          expect(listCues(throughFormat(format, transcript))).toEqual(expectedCues(transcript))
        }),
      )
    })
  }

  it.each([webVtt, podcastJson])('keeps times that somebody speaks of in $title', (format) => {
    const text = '00:00:01.000 --> 00:00:02.000 >'
    const cues = [{spans: [{kind: 'speech', text}], startInSeconds: 5, endInSeconds: 6}] as const
    const transcript: Transcript = {parts: [{kind: 'turn', cues}]}
    expect(listCues(throughFormat(format, transcript))).toMatchObject([{start: 5, end: 6, text}])
  })

  it('is valid WebVTT for a strict parser, and says the same', () => {
    fc.assert(
      fc.property(hostileTranscript, (transcript) => {
        const strict = parseStrictWebVtt(writeWebVtt(transcript)).map(({start, end, voice, text}) => ({
          speaker: voice,
          start: start / 1000,
          end: end / 1000,
          text: captionText({spans: [{kind: 'speech', text}]}),
        }))
        expect(strict).toEqual(expectedCues(transcript))
      }),
    )
  })

  it('is valid WebVTT whatever the times were', () => {
    const wildTime = fc.oneof(
      fc.double({min: 0, max: 90_000, noNaN: true}),
      fc.integer({min: 0, max: 5}),
      fc.constant(undefined),
    )
    const wildCue = fc.tuple(wildTime, wildTime, fc.constantFrom('Hello.', 'It is me.', '第一章', '-->'))
    fc.assert(
      fc.property(fc.array(wildCue, {maxLength: 30}), (cues) => {
        const transcript: Transcript = {
          parts: [
            {
              kind: 'turn',
              cues: cues.map(([startInSeconds, endInSeconds, text]) => ({
                spans: [{kind: 'speech', text}],
                ...(startInSeconds === undefined ? {} : {startInSeconds}),
                ...(endInSeconds === undefined ? {} : {endInSeconds}),
              })),
            },
          ],
        }
        const timed = cues.filter(([start]) => start !== undefined)
        expect(parseStrictWebVtt(writeWebVtt(transcript)).map(({text}) => text)).toEqual(
          timed.map(([, , text]) => text),
        )
      }),
    )
  })

  it('reads the same text from SubRip, divided into cards', () => {
    const word = fc.constantFrom(
      'Hello',
      'there.',
      'a',
      'transcription',
      '漢字',
      'いろは',
      '42',
      '🎙️',
      'مرحبا',
      'Rindfleischetikettierung',
    )
    const speech = fc.array(word, {minLength: 1, maxLength: 60}).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('Ada', 'Grace'), speech), {minLength: 2, maxLength: 8}),
        (turns) => {
          const transcript: Transcript = {
            parts: turns.map(([label, text], index) => ({
              kind: 'turn',
              speaker: {label},
              cues: [{spans: [{kind: 'speech', text}], startInSeconds: index * 20, endInSeconds: index * 20 + 20}],
            })),
          }
          const read = readSubRip(writeSubRip(transcript))
          expect(spokenText(read.transcript)).toEqual(spokenText(transcript))
        },
      ),
    )
  })

  it('stays the same file when it is read and written a second time', () => {
    fc.assert(
      fc.property(hostileTranscript, (transcript) => {
        const once = writeWebVtt(readWebVtt(writeWebVtt(transcript)).transcript)
        expect(writeWebVtt(readWebVtt(once).transcript)).toBe(once)
      }),
    )
  })
})

/** Speaker and text of each stretch of one speaker; how it is cut into cues does not matter, nor do blanks at the cuts. */
function spokenText(transcript: Transcript): string[] {
  const stretches: {readonly speaker: string | undefined; text: string}[] = []
  for (const {speaker, text} of listCues(transcript)) {
    const last = stretches.at(-1)
    if (last?.speaker === speaker && last) last.text += text
    else stretches.push({speaker, text})
  }
  return stretches.map(({speaker, text}) => `${speaker}: ${text.replace(/\s/g, '')}`)
}
