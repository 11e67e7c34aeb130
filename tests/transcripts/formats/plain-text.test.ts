import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {readPlainText, writePlainText} from '../../../src/transcripts/formats/plain-text.ts'
import {cueLines} from './cue-list.ts'

describe('reading plain text', () => {
  const cases: readonly [shows: string, text: string, cues: readonly string[]][] = [
    [
      'Otter',
      'Ada Byron  53:51  \nHello\n\nUnknown Speaker  1:02:03\nbye,\n\nTranscribed by https://otter.ai',
      ['Ada Byron|3231||Hello', 'Unknown Speaker|3723||bye,'],
    ],
    [
      'Otter with a constant time before each line',
      '0:00 Ada Byron  53:14\n\n0:00 Hello.\n\n0:00 Bo  53:25\n\n0:00 Yes.',
      ['Ada Byron|3194||Hello.', 'Bo|3205||Yes.'],
    ],
    [
      'Rev and Descript',
      'Ada (00:01:02):\nHello.\n\nMore.\n\nBo (00:01:10):\nYes.',
      ['Ada|62||Hello.', 'Ada|||More.', 'Bo|70||Yes.'],
    ],
    [
      'a time alone: the same speaker goes on',
      'Ada (0:01):\nHello.\n\n(0:09):\nMore.',
      ['Ada|1||Hello.', 'Ada|9||More.'],
    ],
    [
      'diarisers',
      '[Speaker 1 00:00] \nHello.\n\n[Speaker 2 00:07]\nYes.',
      ['Speaker 1|0||Hello.', 'Speaker 2|7||Yes.'],
    ],
    ['the time before the name', '[00:00:33] Ada:\nHello.', ['Ada|33||Hello.']],
    [
      'times before paragraphs',
      '00:00:00 One.\n\n00:00:08 Two.\n\n[1:00:10] Three.',
      ['|0||One.', '|8||Two.', '|3610||Three.'],
    ],
    [
      'names before paragraphs',
      'Ada: Hello.\n\nMore.\n\nBo: Yes.\n\nAda: So.',
      ['Ada|||Hello.', 'Ada|||More.', 'Bo|||Yes.', 'Ada|||So.'],
    ],
    ['names on lines of their own', 'Ada:\nHello.\n\nBo:\nYes.', ['Ada|||Hello.', 'Bo|||Yes.']],
    ['times and names before paragraphs', '00:01 Ada: Hello.\n\n00:05 Bo: Yes.', ['Ada|1||Hello.', 'Bo|5||Yes.']],
    [
      'lines that are wrapped',
      'This is a line\nthat goes on.\n\nA new one.',
      ['|||This is a line that goes on.', '|||A new one.'],
    ],
    ['a paragraph on every line', 'One.\nTwo.\nThree.', ['|||One.', '|||Two.', '|||Three.']],
    [
      'parts of the show',
      'Ada: Hello.\n\nIntro: music.\n\nBo: Yes.',
      ['Ada|||Hello.', '|||Intro: music.', 'Bo|||Yes.'],
    ],
    [
      'a sentence with a time in it',
      'We met at 10:30 and left (at 11:45).',
      ['|||We met at 10:30 and left (at 11:45).'],
    ],
    ['nothing', '\n\n \n', []],
  ]
  it.each(cases)('knows %s', (_, text, cues) => {
    expect(cueLines(readPlainText(text).transcript)).toEqual(cues)
  })

  it('keeps the signature of a service as a note, not as speech', () => {
    const {parts} = readPlainText('Ada  0:01\nHello.\n\nTranscribed by https://otter.ai').transcript
    expect(parts.at(-1)).toEqual({kind: 'note', text: 'Transcribed by https://otter.ai', line: 4})
  })
})

describe('writing plain text', () => {
  const transcript: Transcript = {
    parts: [
      {kind: 'section', title: 'Part one'},
      {
        kind: 'turn',
        speaker: {label: 'Ada'},
        cues: [
          {spans: [{kind: 'speech', text: 'Hello.'}], startInSeconds: 62},
          {spans: [{kind: 'speech', text: 'More.'}]},
        ],
      },
      {
        kind: 'turn',
        speaker: {label: 'Bo', name: 'Bo Li'},
        cues: [
          {
            spans: [
              {kind: 'event', text: 'laughs'},
              {kind: 'speech', text: ' Yes.'},
            ],
          },
        ],
      },
    ],
  }

  it('writes who speaks from when, and paragraphs', () => {
    expect(writePlainText(transcript)).toBe(
      'Part one\n--------\n\nAda (1:02):\nHello.\n\nMore.\n\nBo Li:\n[laughs] Yes.\n',
    )
  })

  it('reads back what it wrote', () => {
    const read = readPlainText(writePlainText(transcript)).transcript
    expect(read.parts[0]).toEqual({kind: 'section', title: 'Part one', line: 1})
    expect(cueLines(read)).toEqual(['Ada|62||Hello.', 'Ada|||More.', 'Bo Li|||[laughs] Yes.'])
  })

  it('is empty for an empty transcript', () => {
    expect(writePlainText({parts: []})).toBe('')
  })
})
