import fc from 'fast-check'
import type {Cue, Transcript, Turn} from '../../../src/model/transcript.ts'
import {joinCaptionLines} from '../../../src/transcripts/formats/caption-text.ts'
import {parseSpans, plainTextOf} from '../../../src/transcripts/spans.ts'

/** What breaks caption files: markup, arrows, lines that look like something else, scripts, controls. */
const hostileFragments = [
  '-->',
  '--',
  '>',
  '<',
  '&',
  '&amp;',
  '&lt;b&gt;',
  '<v X>',
  '</v>',
  '<b>',
  '<00:00:01.000>',
  '<!--',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\0',
  '42',
  '1',
  '\n7\n',
  '00:00:01.000 --> 00:00:02.000',
  'WEBVTT',
  'NOTE',
  'STYLE',
  'Ada: ',
  '- ',
  '>> ',
  '[laughs]',
  '(silence)',
  '[inaudible 1:07]',
  '[',
  ']',
  '{\\an8}',
  '"',
  "'",
  '\\',
  '🎙️',
  '👩‍👩‍👧',
  'שלום',
  'مرحبا',
  '漢字',
  'かな',
  '、',
  '。',
  '한국어',
  '\u00a0',
  '\t',
  ' ',
  'Hello',
  'there.',
  'word',
  'antidisestablishmentarianism',
  'supercalifragilisticexpialidocious',
]

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({maxLength: 6, unit: 'binary'}), fc.constant(' ')), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

const speakerName = fc.constantFrom(
  'Ada',
  'Grace Hopper',
  'A & B',
  '<Eve>',
  'R>L',
  '漢字',
  'שרה',
  'SPEAKER_00',
  "O'Neil",
  'a;b',
  'x\ny',
)

const turn = fc
  .record({
    name: fc.option(speakerName, {nil: undefined}),
    cues: fc.array(fc.record({text: hostileText, pause: fc.nat(5000), length: fc.integer({min: 1, max: 9000})}), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({name, cues}) => ({name, cues}))

/**
 * Transcripts with legal times and text as bad as it comes. One turn at least has a speaker, so that the file has voices: without
 * them a reader looks for names and dashes in the text, as it should.
 */
export const hostileTranscript: fc.Arbitrary<Transcript> = fc.array(turn, {maxLength: 6}).map((turns) => {
  const first = {name: 'Ada', cues: [{text: 'Hello.', pause: 0, length: 1000}]}
  let clock = 0
  const parts = [first, ...turns].map(({name, cues}): Turn => {
    const timedCues = cues.map(({text, pause, length}): Cue => {
      clock += pause
      const cue: Cue = {
        spans: [{kind: 'speech', text}],
        startInSeconds: clock / 1000,
        endInSeconds: (clock + length) / 1000,
      }
      return cue
    })
    return {kind: 'turn', ...(name === undefined ? {} : {speaker: {label: name}}), cues: timedCues}
  })
  return {parts}
})

/** The text of a cue as captions can hold it: on one line, without NULs, events in square brackets. */
export function captionText(cue: Cue): string {
  return plainTextOf(parseSpans(joinCaptionLines(plainTextOf(cue.spans, {events: true}).replaceAll('\0', ''))), {
    events: true,
  })
}
