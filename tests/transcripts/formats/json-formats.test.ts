import {describe, expect, it} from 'vitest'
import {detectTranscriptFormat} from '../../../src/transcripts/all-formats.ts'
import {readTranscript} from '../../../src/transcripts/convert.ts'
import {podcastJson, writePodcastJson} from '../../../src/transcripts/formats/json/podcast.ts'
import {cueLines} from './cue-list.ts'

const word = (text: string, start: number, end: number, more: object = {}) => ({word: text, start, end, ...more})

/** Own documents in the shape that each service writes: what detection must say, and the cues that must come out. */
const cases: readonly [format: string, shows: string, document: unknown, cues: readonly string[]][] = [
  [
    'json',
    'segments with and without speaker and end',
    {
      version: '1.0.0',
      segments: [
        {speaker: 'Ada', startTime: 0.5, endTime: 2, body: 'Hello.'},
        {startTime: 2, body: 'Hi.'},
      ],
    },
    ['Ada|0.5|2|Hello.', '|2||Hi.'],
  ],
  [
    'json',
    'one word in each segment',
    {
      version: '1.0.0',
      segments: [
        ...'This is a sentence of the first speaker, who takes time.'
          .split(' ')
          .map((body, index) => ({speaker: 'Ada', startTime: index, endTime: index + 1, body})),
        ...'And this is the second one.\n Goodbye to all of you.'
          .split(' ')
          .map((body, index) => ({speaker: 'Bo', startTime: 20 + index, endTime: 21 + index, body: body})),
      ],
    },
    [
      'Ada|0|11|This is a sentence of the first speaker, who takes time.',
      'Bo|20|26|And this is the second one.',
      'Bo|26|31|Goodbye to all of you.',
    ],
  ],
  [
    'podlove-json',
    'times as text and as numbers, keys in any order, no speaker',
    [
      {start: '00:00:44.001', end: '00:00:49.400', speaker: 'tim', text: 'Hallo.'},
      {end: 70.156, text: 'Guten Tag.', start: 67.68},
      {start: '00:01:20.000', start_ms: 80000, end: '00:01:21.000', speaker: '3', voice: 'Vera', text: 'Ja.'},
    ],
    ['tim|44.001|49.4|Hallo.', '|67.68|70.156|Guten Tag.', 'Vera|80|81|Ja.'],
  ],
  [
    'whisper-json',
    'blanks before the text',
    {
      text: ' Hi. You.',
      segments: [
        {id: 0, seek: 0, start: 0, end: 1.5, text: ' Hi.', tokens: [1]},
        {id: 1, seek: 0, start: 1.5, end: 2, text: ' You.', tokens: []},
      ],
      language: 'en',
    },
    ['|0|1.5|Hi.', '|1.5|2|You.'],
  ],
  [
    'whisper-json',
    'the bare list of segments',
    [{id: 0, seek: 0, start: 0, end: 1.5, text: ' Hi.', tokens: [1, 2]}],
    ['|0|1.5|Hi.'],
  ],
  [
    'whisper-json',
    'WhisperX: speakers of segments, and words that could not be aligned',
    {
      segments: [
        {
          start: 0,
          end: 2,
          text: ' In 2014.',
          speaker: 'SPEAKER_00',
          words: [word('In', 0, 1, {score: 0.9, speaker: 'SPEAKER_00'}), {word: '2014.'}],
        },
      ],
      word_segments: [],
    },
    ['SPEAKER_00|0|2|In 2014.'],
  ],
  [
    'whisper-json',
    'WhisperX: a segment across a change of speaker',
    {
      segments: [
        {
          start: 0,
          end: 4,
          text: ' Hi there. Hello.',
          words: [word('Hi', 0, 1, {speaker: 'A'}), {word: 'there.'}, word('Hello.', 3, 4, {speaker: 'B'})],
        },
      ],
    },
    ['A|0|1|Hi there.', 'B|3|4|Hello.'],
  ],
  [
    'deepgram-json',
    'utterances',
    {
      metadata: {},
      results: {
        channels: [{alternatives: [{transcript: 'hi', words: []}]}],
        utterances: [
          {
            start: 0,
            end: 1,
            transcript: 'Hi there.',
            speaker: 0,
            words: [word('hi', 0, 0.5, {punctuated_word: 'Hi', speaker: 0})],
          },
        ],
      },
    },
    ['Speaker 0|0|1|Hi there.'],
  ],
  [
    'deepgram-json',
    'words only, by speaker, with punctuation',
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'hi there hello',
                words: [
                  word('hi', 0, 1, {punctuated_word: 'Hi', speaker: 0}),
                  word('there', 1, 2, {punctuated_word: 'there.', speaker: 0}),
                  word('hello', 2, 3, {speaker: 1}),
                ],
              },
            ],
          },
        ],
      },
    },
    ['Speaker 0|0|2|Hi there.', 'Speaker 1|2|3|hello'],
  ],
  [
    'assemblyai-json',
    'utterances in milliseconds, divided at pauses',
    {
      text: 'Hi. So.',
      utterances: [
        {
          speaker: 'A',
          start: 250,
          end: 9000,
          text: 'Hi. So.',
          confidence: 0.9,
          words: [
            {text: 'Hi.', start: 250, end: 500, speaker: 'A'},
            {text: 'So.', start: 8000, end: 9000, speaker: 'A'},
          ],
        },
      ],
    },
    ['A|0.25|0.5|Hi.', 'A|8|9|So.'],
  ],
  [
    'assemblyai-json',
    'words only',
    {
      id: 'x',
      text: 'Hi.',
      words: [{text: 'Hi.', start: 250, end: 500, confidence: 0.9, speaker: null}],
      utterances: null,
    },
    ['|0.25|0.5|Hi.'],
  ],
  [
    'youtube-json',
    'lines that overlap the next one, and events without words',
    {
      wireMagic: 'pb3',
      events: [
        {tStartMs: 0, dDurationMs: 90000, id: 1},
        {tStartMs: 100, dDurationMs: 4000, segs: [{utf8: 'good'}, {utf8: ' morning', tOffsetMs: 400}]},
        {tStartMs: 2000, dDurationMs: 2000, aAppend: 1, segs: [{utf8: '\n'}]},
        {tStartMs: 2100, dDurationMs: 1000, segs: [{utf8: '>> hello'}]},
      ],
    },
    ['|0.1|2.1|good morning', '|2.1|3.1|hello'],
  ],
  [
    'numbered-json',
    'keys with gaps beside a title',
    {
      title: 'A "talk"',
      0: {speaker: 'Host', timestamp: '00:00:00.000', text: ' Hi.'},
      13: {speaker: 'Guest 1', timestamp: '00:00:23.500', text: 'Hello.'},
    },
    ['Host|0||Hi.', 'Guest 1|23.5||Hello.'],
  ],
  [
    'timed-list-json',
    'sentences',
    [
      ['Who is it?', 0, 1.28],
      ['It is me again.', 3.68, 10.12],
    ],
    ['|0|1.28|Who is it?', '|3.68|10.12|It is me again.'],
  ],
  [
    'timed-list-json',
    'words',
    [
      [' Who', 0, 0.3],
      [' is', 0.3, 0.5],
      [' it?', 0.5, 1],
      [' Me.', 4, 5],
    ],
    ['|0|1|Who is it?', '|4|5|Me.'],
  ],
]

describe('JSON transcripts', () => {
  it.each(cases)('%s: %s', (format, _, document, cues) => {
    const text = JSON.stringify(document)
    const detected = detectTranscriptFormat('talk.json', text)
    expect(detected.kind === 'format' && detected.format.name).toBe(format)
    const outcome = readTranscript(text, 'talk.json')
    expect(outcome.ok && cueLines(outcome.value)).toEqual(cues)
  })

  it.each([
    ['chapters of Podlove', [{start: '00:00:00.000', title: 'Intro'}]],
    ['chapters of Podcasting 2.0', {version: '1.2.0', chapters: [{startTime: 0, title: 'Intro'}]}],
    ['a list of numbers', [1, 2, 3]],
    ['an empty object', {}],
  ])('are not %s', (_, document) => {
    expect(detectTranscriptFormat('talk.json', JSON.stringify(document)).kind).toBe('unknown')
  })

  it.each(['{"segments": [{"startTime": 1', '{"segments": 4, "x": "startTime"}', '[]', 'null'])(
    'name what is wrong with %s',
    (text) => {
      const {transcript, problems} = podcastJson.read?.(text, {file: 'a.json'}) ?? {}
      expect(transcript?.parts).toEqual([])
      expect(problems).toMatchObject([{code: 'transcript-json-invalid', file: 'a.json'}])
    },
  )

  it('keep the times of words', () => {
    const outcome = readTranscript(JSON.stringify(cases.at(-1)?.[2]), 'words.json')
    const [turn] = outcome.ok ? outcome.value.parts : []
    expect(turn?.kind === 'turn' && turn.cues[1]?.words).toEqual([{text: 'Me.', startInSeconds: 4, endInSeconds: 5}])
  })

  it('are written with the version and one segment a line', () => {
    const spans = [{kind: 'speech', text: 'Hi "you"'}] as const
    const file = writePodcastJson({
      parts: [{kind: 'turn', speaker: {label: 'Ada'}, cues: [{spans, startInSeconds: 0.1 + 0.2, endInSeconds: 1}]}],
    })
    expect(file).toBe(
      '{"version":"1.0.0","segments":[\n{"speaker":"Ada","startTime":0.3,"endTime":1,"body":"Hi \\"you\\""}\n]}\n',
    )
  })

  it('are valid without any segment', () => {
    expect(JSON.parse(writePodcastJson({parts: []}))).toEqual({version: '1.0.0', segments: []})
  })
})
