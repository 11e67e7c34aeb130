import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Cue, Span, Transcript} from '../../../src/model/transcript.ts'
import {joinCaptionLines} from '../../../src/transcripts/formats/caption-text.ts'
import {formatMarkdownTranscript} from '../../../src/transcripts/formats/markdown-writer.ts'
import {parseMarkdownTranscript} from '../../../src/transcripts/markdown/markdown-transcript.ts'
import {plainTextOf} from '../../../src/transcripts/spans.ts'
import {runs} from '../../series.ts'
import {hostileTranscript} from './hostile-transcripts.ts'

function readAgain(transcript: Transcript): Transcript {
  return parseMarkdownTranscript(formatMarkdownTranscript(transcript), {people: []}).transcript
}

/** Who says which words, as one list: how they are divided into paragraphs does not matter. */
function spokenWords({parts}: Transcript): string[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'turn') return []
    const speaker = (part.speaker?.name ?? part.speaker?.label ?? 'nobody').replace(/\s+/g, ' ')
    const lines = part.cues.map((cue) => joinCaptionLines(plainTextOf(cue.spans, {events: true}).replaceAll('\0', '')))
    const words = lines.flatMap((line) => line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    return words.map((word) => `${speaker}: ${word}`)
  })
}

/** Everybody twice: a name of an odd form that occurs once may as well be a bold word. */
function saidTwice({parts}: Transcript): Transcript {
  const names = new Map(
    parts.flatMap((part) =>
      part.kind === 'turn' && part.speaker ? [[part.speaker.label, part.speaker] as const] : [],
    ),
  )
  const once = [...names.values()].map((speaker) => ({
    kind: 'turn' as const,
    speaker,
    cues: [{spans: [{kind: 'speech' as const, text: 'Yes.'}]}],
  }))
  return {parts: [...once, ...once, ...parts]}
}

/** A turn of nobody known behind one of somebody is said to be so. */
function withUnknown({parts}: Transcript): Transcript {
  return {
    parts: parts.map((part) =>
      part.kind === 'turn' && part.speaker === undefined ? {...part, speaker: {label: 'Unknown Speaker'}} : part,
    ),
  }
}

function turn(label: string | undefined, ...cues: readonly (Cue | string)[]): Transcript['parts'][number] {
  return {
    kind: 'turn',
    ...(label === undefined ? {} : {speaker: {label}}),
    cues: cues.map((cue) => (typeof cue === 'string' ? {spans: [{kind: 'speech', text: cue}]} : cue)),
  }
}

describe('a transcript written as Markdown and read again', () => {
  it('keeps who says which words, however hostile', () => {
    fc.assert(
      fc.property(hostileTranscript, (transcript) => {
        const said = saidTwice(transcript)
        expect(spokenWords(readAgain(said))).toEqual(spokenWords(withUnknown(said)))
      }),
      runs(300),
    )
  })

  it.each([
    ['a list', '- not a list'],
    ['a number', '1. not a list'],
    ['a number alone', '42.'],
    ['a heading', '# not a heading'],
    ['a rule', '---'],
    ['a quote', '> not a quote'],
    ['a fence', '~~~'],
    ['a name', 'Grace: not her words'],
    ['a name with a time', 'Grace (00:01:02): not her words'],
    ['a time', '[00:01:02] not a time'],
    ['emphasis', '*not* _emphasis_ but **stars**'],
    ['code', '`not code`'],
    ['a tag', '<b>not bold</b> <v Grace>'],
    ['a reference', '&amp; &lt; &nbsp; &copy;'],
    ['a link', '[not](a link)'],
    ['struck out', '~~not struck out~~'],
    ['a backslash', 'C:\\new\\_file'],
    ['several lines', 'one\ntwo\n\nthree'],
  ])('keeps a paragraph that looks like %s', (_what, text) => {
    const said = {parts: [turn('Ada', 'First.', text), turn('Grace', 'Mine.'), turn('Grace', 'Mine.')]}
    const [first] = readAgain(said).parts
    const paragraphs = first?.kind === 'turn' ? first.cues.map(({spans}) => plainTextOf(spans, {events: true})) : []
    expect(paragraphs).toEqual(['First.', text.replace(/\s+/g, ' ')])
    expect(spokenWords(readAgain(said))).toEqual(spokenWords(said))
  })

  it.each([
    'SPEAKER_00',
    'Mike Maples, Jr.',
    "O'Neil",
    '漢字',
    'Speaker 1',
    'A & B',
    'Nora (host)',
    '<Eve>',
    'a|b',
    'x: y',
  ])('keeps the speaker %s', (label) => {
    const said = {parts: [turn(label, 'Hello.'), turn('Ada', 'Hello.'), turn(label, 'Goodbye.'), turn('Ada', 'Bye.')]}
    expect(spokenWords(readAgain(said))).toEqual(spokenWords(said))
  })

  it.each(['--><00:00:01.000> is not heard', '-> 00:00:09', '– 0:09'])(
    'takes no text behind a time for the end of it: %s',
    (text) => {
      const cues = [{spans: [{kind: 'speech' as const, text}], startInSeconds: 1, endInSeconds: 2}]
      const speaker = {label: 'Ada'}
      const said = saidTwice({
        parts: [
          {kind: 'turn', speaker, cues},
          {kind: 'turn', speaker, cues},
        ],
      })
      expect(spokenWords(readAgain(said))).toEqual(spokenWords(said))
    },
  )

  it('never gives the words of nobody known to the speaker before', () => {
    const said = {
      parts: [turn(undefined, 'Music.'), turn('Ada', 'Hello.'), turn('Ada', 'Hello.'), turn(undefined, 'Who is that?')],
    }
    expect(spokenWords(readAgain(said))).toEqual([
      'nobody: Music',
      'Ada: Hello',
      'Ada: Hello',
      ...['Who', 'is', 'that'].map((word) => `Unknown Speaker: ${word}`),
    ])
  })

  it('keeps links, emphasis, events, gaps, sections, notes and times of whole seconds', () => {
    const spans: readonly Span[] = [
      {kind: 'speech', text: 'See '},
      {kind: 'speech', text: 'the page', href: 'https://example.org/a_b?c=(d)'},
      {kind: 'speech', text: ', '},
      {kind: 'speech', text: 'really', emphasis: 'em'},
      {kind: 'speech', text: ' a '},
      {kind: 'speech', text: 'loud', emphasis: 'strong'},
      {kind: 'speech', text: ' '},
      {kind: 'speech', text: 'let x_1 = [0]', emphasis: 'code'},
      {kind: 'speech', text: '. '},
      {kind: 'event', text: 'laughs'},
      {kind: 'speech', text: ' And '},
      {kind: 'gap', text: 'inaudible 1:07'},
    ]
    const said: Transcript = {
      parts: [
        {kind: 'note', text: 'Note: edited for reading'},
        {kind: 'section', title: 'A [new] start', startInSeconds: 61},
        turn('Ada', {spans, startInSeconds: 61}, {spans: [{kind: 'speech', text: 'Later.'}], startInSeconds: 3601}),
        turn('Ada', 'Untimed.'),
      ],
    }
    const withoutLines = JSON.parse(JSON.stringify(readAgain(said)), (key, value) =>
      key === 'line' ? undefined : value,
    )
    expect(withoutLines).toEqual(said)
  })

  it('is the same file when it is read and written a second time', () => {
    fc.assert(
      fc.property(hostileTranscript, (transcript) => {
        const once = formatMarkdownTranscript(readAgain(saidTwice(transcript)))
        expect(formatMarkdownTranscript(parseMarkdownTranscript(once, {people: []}).transcript)).toBe(once)
      }),
    )
  })
})
