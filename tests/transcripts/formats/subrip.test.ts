import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {readSubRip, writeSubRip} from '../../../src/transcripts/formats/subrip.ts'
import {cueLines} from './cue-list.ts'

const one = '00:00:01,000 --> 00:00:02,000\n'
const two = '00:00:02,000 --> 00:00:03,000\n'

/** A file of cues one second long, one for each text. */
function fileOf(...texts: readonly string[]): string {
  const time = (second: number): string =>
    `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')},000`
  return texts.map((text, index) => `${index + 1}\n${time(index)} --> ${time(index + 1)}\n${text}\n`).join('\n')
}

function speakersOf(file: string): string[] {
  return cueLines(readSubRip(file).transcript).map((line) =>
    line
      .split('|')
      .filter((_, index) => index === 0 || index === 3)
      .join(': '),
  )
}

describe('reading SubRip', () => {
  const cases: readonly [shows: string, file: string, cues: readonly string[]][] = [
    ['the usual', `1\n${one}Hi\n\n2\n${two}You\n`, ['|1|2|Hi', '|2|3|You']],
    ['no counters', `${one}Hi\n\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['full stops, short fractions and absent hours', '1\n00:01.5 --> 0:02.25\nHi', ['|1.5|2.25|Hi']],
    ['a colon before the milliseconds', '1\n00:00:01:500 --> 00:00:02:000\nHi', ['|1.5|2|Hi']],
    ['no blanks around the arrow', '1\n00:00:01,000-->00:00:02,000\nHi', ['|1|2|Hi']],
    ['coordinates', `1\n${one.trim()} X1:10 X2:20 Y1:1 Y2:2\nHi`, ['|1|2|Hi']],
    ['byte order mark, CRLF and no blank line at the end', `\uFEFF1\r\n${one.trim()}\r\nHi`, ['|1|2|Hi']],
    ['markup and positions', `1\n${one}{\\an8}<font color="#fff"><i>Hi</i></font> <b>you</b>`, ['|1|2|Hi you']],
    ['angle brackets that are text', `1\n${one}if a < b > c`, ['|1|2|if a < b > c']],
    ['a blank line within a text', `1\n${one}Hi\n\nthere\n\n2\n${two}You`, ['|1|2|Hi there', '|2|3|You']],
    ['a number as text', `1\n${one}42\n\n2\n${two}It is\n7`, ['|1|2|42', '|2|3|It is 7']],
    ['an arrow in the text', `1\n${one}from a --> b`, ['|1|2|from a --> b']],
    ['no blank line between cues', `1\n${one}Hi\n2\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['counters that are wrong', `7\n${one}Hi\n\n7\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['blanks on blank lines', `1\n${one}Hi\n  \n2\n${two}You`, ['|1|2|Hi', '|2|3|You']],
    ['a blank line below counters and times', `1\n\n${one}\nHi\n\n2\n\n${two}\nYou`, ['|1|2|Hi', '|2|3|You']],
    ['a dash where the arrow was', `1\n00:00:01,000 – 00:00:02,000\nHi`, ['|1|2|Hi']],
    ['hours of the day as text', `1\n${one}09:00 - 10:30`, ['|1|2|09:00 - 10:30']],
    ['voices of WebVTT', `1\n${one}<v Ada>Hi</v>`, ['Ada|1|2|Hi']],
  ]
  it.each(cases)('knows %s', (_, file, cues) => {
    expect(cueLines(readSubRip(file).transcript)).toEqual(cues)
  })

  it('says nothing of blank lines below counters and times', () => {
    expect(readSubRip(`1\n\n${one}\nHi\n\n2\n\n${two}\nYou`).problems).toEqual([])
  })

  it('says once that no line has times', () => {
    const {transcript, problems} = readSubRip('1\n1000 --> 2000\nHi\n\n2\n2000 --> 3000\nYou\n', {file: 'a.srt'})
    expect(cueLines(transcript)).toEqual([])
    expect(problems).toMatchObject([
      {code: 'cue-unreadable', line: 2, message: expect.stringMatching(/"1000 --> 2000"/)},
    ])
  })

  it('names the line of a cue that has no times', () => {
    const {transcript, problems} = readSubRip(`1\n${one}Hi\n\n2\nlost\n\n3\n${two}You`, {file: 'a.srt'})
    expect(cueLines(transcript)).toEqual(['|1|2|Hi lost', '|2|3|You'])
    expect(problems).toMatchObject([{code: 'cue-unreadable', file: 'a.srt', line: 5}])
  })
})

describe('names before a colon', () => {
  it('hold until the next name', () => {
    expect(speakersOf(fileOf('Ada: Hello,', 'and welcome.', 'Bo: Thank you.', 'Ada: So.'))).toEqual([
      'Ada: Hello,',
      'Ada: and welcome.',
      'Bo: Thank you.',
      'Ada: So.',
    ])
  })

  it('may be full at first and first names later', () => {
    const file = fileOf(
      'Ada Maria Byron: Hello.',
      'Bo Li: Hi.',
      ...Array.from({length: 60}, () => 'And so on,'),
      'Ada: Yes.',
      'Ada: No.',
    )
    expect(new Set(speakersOf(file).map((line) => line.split(':')[0]))).toEqual(
      new Set(['Ada Maria Byron', 'Bo Li', 'Ada']),
    )
  })

  it('are no speakers if they do not return', () => {
    const file = fileOf(
      ...Array.from({length: 30}, () => 'And so on.'),
      'Remember this: be kind.',
      'Python: a language.',
      'It has one rule: none.',
    )
    expect(speakersOf(file).every((line) => line.startsWith(': '))).toBe(true)
  })

  it.each([
    ['a word that begins a sentence', 'So: yes.', 'So: no.'],
    ['a part of the show', 'Break: back soon.', 'Break: and here we are.'],
    ['a sound in brackets', '[Laughs] Oh.', '[Laughs] No.'],
    ['a web address', 'https://a.example', 'https://b.example'],
  ])('are no speakers if they are %s', (_, first, second) => {
    expect(speakersOf(fileOf(first, second)).every((line) => line.startsWith(': '))).toBe(true)
  })

  it('hold for their own sentence only, where just one person is ever named', () => {
    const file = fileOf('How are you?', 'Joe Doe: Fine, since I', 'was born.', 'Good.', 'Joe Doe: Yes.')
    expect(speakersOf(file)).toEqual([
      ': How are you?',
      'Joe Doe: Fine, since I',
      'Joe Doe: was born.',
      ': Good.',
      'Joe Doe: Yes.',
    ])
  })
})

describe('marks for a change of speaker', () => {
  it.each([
    ['a dash at each line', '- Are you there?\n- I am.', 2],
    ['two arrows', '>> Are you there?', 1],
  ])('are taken off: %s', (_, text, cues) => {
    const {transcript} = readSubRip(fileOf('Hello.', text))
    expect(transcript.parts).toHaveLength(1 + cues)
    expect(cueLines(transcript).join()).not.toMatch(/- |>>/)
  })

  it('are not seen in a number below zero or a dash of speech', () => {
    expect(readSubRip(fileOf('It was', '-5 degrees', '-- I think.')).transcript.parts).toHaveLength(1)
  })
})

describe('writing SubRip', () => {
  const turn = (
    label: string | undefined,
    text: string,
    startInSeconds: number,
    endInSeconds: number,
  ): Transcript['parts'][number] => ({
    kind: 'turn',
    ...(label === undefined ? {} : {speaker: {label}}),
    cues: [{spans: [{kind: 'speech', text}], startInSeconds, endInSeconds}],
  })

  it('names the speaker at a change only, and counts from 1', () => {
    const parts = [
      turn('Ada', 'Hi.', 0, 1),
      turn('Ada', 'So.', 1, 2),
      turn('Bo', 'Yes.', 2, 3),
      turn(undefined, 'Who?', 3, 4),
    ]
    expect(writeSubRip({parts})).toBe(
      `1\n00:00:00,000 --> 00:00:01,000\nAda: Hi.\n\n2\n00:00:01,000 --> 00:00:02,000\nSo.\n\n3\n00:00:02,000 --> 00:00:03,000\nBo: Yes.\n\n4\n00:00:03,000 --> 00:00:04,000\n- Who?\n`,
    )
  })

  it('divides a long cue over cards of two lines of 32 characters, and its time by the length of the text', () => {
    const file = writeSubRip({
      parts: [turn('Ada', 'The quick brown fox jumps over the lazy dog. '.repeat(6).trim(), 10, 40)],
    })
    const cards = file
      .trim()
      .split('\n\n')
      .map((card) => card.split('\n'))
    expect(cards.length).toBeGreaterThan(3)
    for (const [, , ...lines] of cards) {
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(32)
    }
    expect(cards[0]?.[1]).toMatch(/^00:00:10,000 --> /)
    expect(cards.at(-1)?.[1]).toMatch(/ --> 00:00:40,000$/)
    for (const [index, card] of cards.entries()) {
      const next = cards[index + 1]?.[1]
      if (next) expect(next.split(' --> ')[0]).toBe(card[1]?.split(' --> ')[1])
    }
  })

  it('writes no arrow into a text', () => {
    expect(writeSubRip({parts: [turn(undefined, 'a --> b', 0, 1)]})).toContain('\na -> b\n')
  })

  it('keeps all lines on one card where the cue is too short to divide', () => {
    expect(writeSubRip({parts: [turn(undefined, 'word '.repeat(60), 1, 1.001)]}).match(/-->/g)).toHaveLength(1)
  })
})
