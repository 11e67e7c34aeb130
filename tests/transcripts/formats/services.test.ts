import {describe, expect, it} from 'vitest'
import {detectTranscriptFormat} from '../../../src/transcripts/all-formats.ts'
import {readTranscript} from '../../../src/transcripts/convert.ts'
import {cueLines, listCues} from './cue-list.ts'

/** Own documents in the shape that each service documents: what detection must say, and the cues that must come out. */
type Case = readonly [format: string, shows: string, document: unknown, cues: readonly string[]]

const awsWord = (content: string, start: string, end: string, more: object = {}) => ({
  type: 'pronunciation',
  alternatives: [{confidence: '0.99', content}],
  start_time: start,
  end_time: end,
  ...more,
})
const awsMark = (content: string) => ({type: 'punctuation', alternatives: [{confidence: '0.0', content}]})
const awsFile = (results: object) => ({jobName: 'one', accountId: '1', status: 'COMPLETED', results})

const aws: readonly Case[] = [
  [
    'aws-transcribe-json',
    'speakers in the words, punctuation without times',
    awsFile({
      language_code: 'en-GB',
      transcripts: [{transcript: 'Hello, trains. Yes.'}],
      items: [
        awsWord('Hello', '0.5', '0.9', {speaker_label: 'spk_0'}),
        awsMark(','),
        awsWord('trains', '1.0', '1.4', {speaker_label: 'spk_0'}),
        awsMark('.'),
        awsWord('Yes', '2.0', '2.2', {speaker_label: 'spk_1'}),
        awsMark('.'),
      ],
    }),
    ['spk_0|0.5|1.4|Hello, trains.', 'spk_1|2|2.2|Yes.'],
  ],
  [
    'aws-transcribe-json',
    'speakers in a list beside the words',
    awsFile({
      transcripts: [],
      speaker_labels: {
        speakers: 2,
        segments: [
          {
            speaker_label: 'spk_0',
            start_time: '0.5',
            end_time: '0.9',
            items: [{start_time: '0.5', speaker_label: 'spk_0'}],
          },
          {
            speaker_label: 'spk_1',
            start_time: '1.0',
            end_time: '1.4',
            items: [{start_time: '1.0', speaker_label: 'spk_1'}],
          },
        ],
      },
      items: [awsWord('Hello', '0.5', '0.9'), awsMark('.'), awsWord('Yes', '1.0', '1.4')],
    }),
    ['spk_0|0.5|0.9|Hello.', 'spk_1|1|1.4|Yes'],
  ],
  [
    'aws-transcribe-json',
    'a channel each',
    awsFile({
      channel_labels: {
        number_of_channels: 2,
        channels: [
          {channel_label: 'ch_0', items: [awsWord('Hello', '0.5', '0.9'), awsWord('again', '9.0', '9.4')]},
          {channel_label: 'ch_1', items: [awsWord('Yes', '2.0', '2.2')]},
        ],
      },
      items: [awsWord('Hello', '0.5', '0.9')],
    }),
    ['Channel 1|0.5|0.9|Hello', 'Channel 2|2|2.2|Yes', 'Channel 1|9|9.4|again'],
  ],
]

const elevenWord = (text: string, start: number, end: number, speaker: string) => ({
  text,
  start,
  end,
  type: 'word',
  speaker_id: speaker,
  logprob: -0.1,
})
const blank = {text: ' ', start: 1, end: 1, type: 'spacing', speaker_id: 'speaker_0', logprob: 0}

const elevenLabs: readonly Case[] = [
  [
    'elevenlabs-json',
    'words, blanks and sounds',
    {
      language_code: 'eng',
      language_probability: 1,
      text: 'Hello there. (mumbles) Yes.',
      words: [
        elevenWord('Hello', 0.1, 0.4, 'speaker_0'),
        blank,
        elevenWord('there.', 0.5, 0.9, 'speaker_0'),
        {text: '(door opens)', start: 1, end: 1.2, type: 'audio_event', speaker_id: 'speaker_0'},
        elevenWord('Yes.', 1.5, 1.9, 'speaker_1'),
      ],
    },
    ['speaker_0|0.1|1.2|Hello there. [door opens]', 'speaker_1|1.5|1.9|Yes.'],
  ],
  [
    'elevenlabs-json',
    'segments',
    {language_code: 'eng', segments: [{text: 'Hello.', words: [elevenWord('Hello.', 0.1, 0.4, 'speaker_0')]}]},
    ['speaker_0|0.1|0.4|Hello.'],
  ],
  [
    'elevenlabs-json',
    'an answer a channel, the second one the same as the first',
    {
      transcripts: [
        {channel_index: 0, words: [{text: 'Hello.', start: 0.1, end: 0.4, type: 'word'}]},
        {channel_index: 1, words: [{text: 'hello', start: 0.2, end: 0.4, type: 'word'}]},
      ],
    },
    ['|0.1|0.4|Hello.'],
  ],
]

const azure: readonly Case[] = [
  [
    'azure-json',
    'a result of batch transcription',
    {
      source: 'https://example.org/one.wav',
      durationInTicks: 41200000,
      duration: 'PT4.12S',
      combinedRecognizedPhrases: [{channel: 0, lexical: 'hello there', display: 'Hello there.'}],
      recognizedPhrases: [
        {
          recognitionStatus: 'Success',
          channel: 0,
          speaker: 1,
          offset: 'PT0.07S',
          duration: 'PT1.59S',
          offsetInTicks: 700000,
          durationInTicks: 15900000,
          nBest: [
            {
              confidence: 0.9,
              lexical: 'hello there',
              display: 'Hello there.',
              words: [
                {word: 'hello', offset: 'PT0.07S', duration: 'PT0.5S', offsetInTicks: 700000, durationInTicks: 5000000},
              ],
            },
            {confidence: 0.2, display: 'Yellow there.'},
          ],
        },
        {
          channel: 0,
          speaker: 2,
          offset: 'PT1M2.5S',
          duration: 'PT1S',
          nBest: [
            {
              display: 'Yes, 2014.',
              displayWords: [
                {displayText: 'Yes,', offset: 'PT1M2.5S', duration: 'PT0.4S'},
                {displayText: '2014.', offset: 'PT1M3S', duration: 'PT0.5S'},
              ],
            },
          ],
        },
      ],
    },
    ['Speaker 1|0.07|1.66|Hello there.', 'Speaker 2|62.5|63.5|Yes, 2014.'],
  ],
  [
    'azure-json',
    'the answer of fast transcription',
    {
      durationMilliseconds: 4000,
      combinedPhrases: [{text: 'Good afternoon. Yes.'}],
      phrases: [
        {
          speaker: 0,
          offsetMilliseconds: 960,
          durationMilliseconds: 640,
          text: 'Good afternoon.',
          words: [
            {text: 'Good', offsetMilliseconds: 960, durationMilliseconds: 240},
            {text: 'afternoon.', offsetMilliseconds: 1200, durationMilliseconds: 400},
          ],
          locale: 'en-US',
          confidence: 0.93,
        },
        {speaker: 1, offsetMilliseconds: 2000, durationMilliseconds: 500, text: 'Yes.', locale: 'en-US'},
      ],
    },
    ['Speaker 0|0.96|1.6|Good afternoon.', 'Speaker 1|2|2.5|Yes.'],
  ],
  [
    'azure-json',
    'phrases of two channels, one after the other',
    {
      combinedPhrases: [
        {channel: 0, text: 'One. Three.'},
        {channel: 1, text: 'Two.'},
      ],
      phrases: [
        {channel: 0, offset: 0, duration: 500, text: 'One.'},
        {channel: 0, offset: 4000, duration: 500, text: 'Three.'},
        {channel: 1, offset: 2000, duration: 500, text: 'Two.'},
      ],
    },
    ['Channel 1|0|0.5|One.', 'Channel 2|2|2.5|Two.', 'Channel 1|4|4.5|Three.'],
  ],
]

const google: readonly Case[] = [
  [
    'google-json',
    'version 1 in its operation, with all words once more and their speakers at the end',
    {
      name: '123',
      done: true,
      response: {
        '@type': 'type.googleapis.com/google.cloud.speech.v1.LongRunningRecognizeResponse',
        results: [
          {
            alternatives: [
              {transcript: 'Hello there. Yes.', words: [{startTime: '0s', endTime: '1.300s', word: 'Hello'}]},
            ],
            languageCode: 'en-us',
          },
          {
            alternatives: [
              {
                words: [
                  {startTime: '0s', endTime: '0.500s', word: 'Hello', speakerTag: 1},
                  {startTime: '0.500s', endTime: '1.300s', word: 'there.', speakerTag: 1},
                  {startTime: '1.300s', endTime: '1.900s', word: 'Yes.', speakerTag: 2},
                ],
              },
            ],
          },
        ],
      },
    },
    ['Speaker 1|0|1.3|Hello there.', 'Speaker 2|1.3|1.9|Yes.'],
  ],
  [
    'google-json',
    'version 2, where a time of zero is left out',
    {
      results: [
        {
          alternatives: [
            {
              transcript: 'Hello there.',
              words: [
                {endOffset: '0.500s', word: 'Hello', speakerLabel: '1'},
                {startOffset: '0.500s', endOffset: '1s', word: 'there.', speakerLabel: '1'},
              ],
            },
          ],
          resultEndOffset: '1s',
          languageCode: 'en-US',
        },
        {
          alternatives: [
            {transcript: 'Yes.', words: [{startOffset: '5s', endOffset: '5.5s', word: 'Yes.', speakerLabel: '2'}]},
          ],
          resultEndOffset: '6s',
        },
      ],
      metadata: {totalBilledDuration: '6s'},
    },
    ['Speaker 1|0|1|Hello there.', 'Speaker 2|5|5.5|Yes.'],
  ],
  [
    'google-json',
    'a batch of version 2, printed by Python, without words',
    {
      results: {
        'gs://bucket/one.wav': {
          inline_result: {
            transcript: {
              results: [
                {alternatives: [{transcript: 'Hello.'}], result_end_offset: '2.5s'},
                {alternatives: [{transcript: ' Yes.'}], result_end_offset: '4s'},
              ],
            },
          },
        },
      },
    },
    ['|0|2.5|Hello.', '|2.5|4|Yes.'],
  ],
  [
    'google-json',
    'Japanese words with their reading',
    {
      results: [
        {
          alternatives: [
            {
              transcript: '東京です',
              words: [
                {startTime: '0s', endTime: '1s', word: '東京|トウキョウ'},
                {startTime: '1s', endTime: '2s', word: 'です|デス'},
              ],
            },
          ],
        },
      ],
    },
    ['|0|2|東京です'],
  ],
]

const rev: readonly Case[] = [
  [
    'rev-json',
    'words, marks and blanks',
    {
      monologues: [
        {
          speaker: 0,
          elements: [
            {type: 'text', value: 'Hello', ts: 0.5, end_ts: 0.9, confidence: 1},
            {type: 'punct', value: ', '},
            {type: 'text', value: 'trains', ts: 1, end_ts: 1.4, confidence: 1},
            {type: 'punct', value: '.'},
            {type: 'punct', value: ' '},
            {type: 'unknown', value: '<laugh>'},
          ],
        },
        {
          speaker: 1,
          elements: [
            {type: 'text', value: 'Yes', ts: 2, end_ts: 2.2},
            {type: 'punct', value: '.'},
          ],
        },
      ],
    },
    ['Speaker 0|0.5|1.4|Hello, trains. [laugh]', 'Speaker 1|2|2.2|Yes.'],
  ],
  [
    'rev-json',
    'what people typed, with names and times as text',
    {
      speakers: [{id: 1, name: 'Mara Winter'}],
      monologues: [
        {
          speaker: 1,
          elements: [
            {type: 'text', value: 'Hello, my name is Mara.', timestamp: '00:00:02,750', end_timestamp: '00:00:04,510'},
            {type: 'tag', name: 'laugh'},
          ],
        },
      ],
    },
    ['Mara Winter|2.75|4.51|Hello, my name is Mara. [laugh]'],
  ],
]

const smWord = (content: string, start: number, end: number, speaker: string) => ({
  alternatives: [{confidence: 1, content, language: 'en', speaker}],
  start_time: start,
  end_time: end,
  type: 'word',
})
const smMark = (content: string, at: number, side: string) => ({
  alternatives: [{confidence: 1, content, language: 'en', speaker: 'S1'}],
  start_time: at,
  end_time: at,
  type: 'punctuation',
  attaches_to: side,
})

const speechmatics: readonly Case[] = [
  [
    'speechmatics-json',
    'marks on either side, and a speaker that is not known',
    {
      format: '2.9',
      job: {id: 'x'},
      metadata: {type: 'transcription', transcription_config: {language: 'en', diarization: 'speaker'}},
      results: [
        smWord('Well', 0, 0.2, 'S1'),
        smMark('-', 0.2, 'both'),
        smWord('known', 0.2, 0.5, 'S1'),
        smMark('¿', 0.6, 'next'),
        smWord('trains', 0.6, 0.9, 'S1'),
        smMark('?', 0.9, 'previous'),
        smWord('Yes', 1.2, 1.4, 'UU'),
      ],
    },
    ['S1|0|0.9|Well-known ¿trains?', '|1.2|1.4|Yes'],
  ],
  [
    'speechmatics-json',
    'a channel each',
    {
      format: '2.9',
      metadata: {},
      results: [
        {...smWord('Hello', 0, 0.2, ''), alternatives: [{content: 'Hello'}], channel: 'channel_1'},
        {...smWord('Yes', 1, 1.2, ''), alternatives: [{content: 'Yes'}], channel: 'channel_2'},
      ],
    },
    ['Channel 1|0|0.2|Hello', 'Channel 2|1|1.2|Yes'],
  ],
]

const vosk: readonly Case[] = [
  [
    'vosk-json',
    'one result',
    {
      result: [
        {conf: 1, start: 0.84, end: 1.11, word: 'one'},
        {conf: 0.9, start: 1.11, end: 1.4, word: 'train'},
      ],
      text: 'one train',
    },
    ['|0.84|1.4|one train'],
  ],
  [
    'vosk-json',
    'a list of results, an empty one among them',
    [
      {result: [{conf: 1, start: 0, end: 1, word: 'one'}], text: 'one'},
      {text: ''},
      {result: [{conf: 1, start: 4, end: 5, word: 'two'}], text: 'two'},
    ],
    ['|0|1|one', '|4|5|two'],
  ],
  [
    'vosk-json',
    'alternatives',
    {alternatives: [{confidence: 200, result: [{conf: 1, start: 0, end: 1, word: 'one'}], text: 'one'}, {text: 'on'}]},
    ['|0|1|one'],
  ],
  [
    'vosk-json',
    'the file of vosk-transcriber',
    {
      schemaVersion: '2.0',
      monologues: [
        {
          speaker: {id: 'unknown', name: null},
          start: 0,
          end: 1,
          terms: [{confidence: 1, start: 0, end: 1, text: 'one', type: 'WORD'}],
        },
      ],
      text: ['one'],
    },
    ['|0|1|one'],
  ],
]

const programs: readonly Case[] = [
  [
    'transformers-json',
    'sentences, the last one without an end',
    {
      text: ' Hi there. You.',
      chunks: [
        {timestamp: [0, 4.5], text: ' Hi there.'},
        {timestamp: [29, null], text: ' You too.'},
      ],
    },
    ['|0|4.5|Hi there.', '|29||You too.'],
  ],
  [
    'transformers-json',
    'words',
    {
      text: ' Hi there.',
      chunks: [
        {text: ' Hi', timestamp: [0, 0.5]},
        {text: ' there.', timestamp: [0.5, 1]},
      ],
    },
    ['|0|1|Hi there.'],
  ],
  [
    'transformers-json',
    'speakers, as insanely-fast-whisper adds them',
    {
      speakers: [{speaker: 'SPEAKER_00', text: ' Hi there.', timestamp: [0, 4.5]}],
      chunks: [{timestamp: [0, 4.5], text: ' Hi there.'}],
      text: ' Hi there.',
    },
    ['SPEAKER_00|0|4.5|Hi there.'],
  ],
  [
    'whisper-cpp-json',
    'times in two forms, and the sides of a stereo file',
    {
      systeminfo: 'AVX = 1',
      result: {language: 'en'},
      transcription: [
        {
          timestamps: {from: '00:00:00,000', to: '00:00:03,200'},
          offsets: {from: 0, to: 3200},
          text: ' Hello.',
          speaker: '0',
        },
        {
          timestamps: {from: '00:00:03,200', to: '00:00:04,000'},
          offsets: {from: 3200, to: 4000},
          text: ' Yes.',
          speaker: '?',
        },
      ],
    },
    ['Speaker 0|0|3.2|Hello.', '|3.2|4|Yes.'],
  ],
]

const cases = [...aws, ...elevenLabs, ...azure, ...google, ...rev, ...speechmatics, ...vosk, ...programs]

describe('JSON of services and programs', () => {
  it.each(cases)('%s: %s', (format, _, document, cues) => {
    for (const text of [JSON.stringify(document), `\uFEFF${JSON.stringify(document, undefined, 2)}`]) {
      const detected = detectTranscriptFormat('talk.json', text)
      expect(detected.kind === 'format' && detected.format.name).toBe(format)
      const reading = readTranscript(text, 'talk.json')
      if (!reading.ok) throw new Error('it was not read')
      expect(cueLines(reading.value)).toEqual(cues)
      expect(reading.problems).toEqual([])
    }
  })

  it('reads results of Vosk as scripts print them, one after the other', () => {
    const one =
      '{\n  "result" : [{\n      "conf" : 1.0,\n      "end" : 1.0,\n      "start" : 0.0,\n      "word" : "one"\n    }],\n  "text" : "one"\n}'
    const reading = readTranscript(
      `${one}\n${one.replaceAll('1.0', '3.0').replace('0.0', '2.0')}\n{\n  "text" : ""\n}\n`,
      'talk.json',
    )
    expect(reading.ok && cueLines(reading.value)).toEqual(['|0|1|one', '|2|3|one'])
  })

  it('keeps the times of words, with their punctuation', () => {
    const reading = readTranscript(JSON.stringify(aws[0]?.[2]), 'talk.json')
    const turn = reading.ok ? reading.value.parts[0] : undefined
    expect(turn?.kind === 'turn' && turn.cues[0]?.words).toEqual([
      {text: 'Hello,', startInSeconds: 0.5, endInSeconds: 0.9},
      {text: 'trains.', startInSeconds: 1, endInSeconds: 1.4},
    ])
    expect(reading.ok && reading.value.language).toBe('en-GB')
  })

  it.each(cases.map(([format, , document]) => [format, document] as const))(
    'cuts a long speech of %s into captions',
    (_, document) => {
      const reading = readTranscript(JSON.stringify(document), 'talk.json')
      const longest = reading.ok ? Math.max(...listCues(reading.value).map(({text}) => text.length)) : 0
      expect(longest).toBeLessThan(131)
    },
  )
})

describe('lines with tabs', () => {
  it('are those of Whisper, in milliseconds', () => {
    const reading = readTranscript('start\tend\ttext\n0\t4000\tJo: Hello there.\n4000\t6500\tMara: Yes.\n', 'talk.tsv')
    expect(reading.ok && cueLines(reading.value)).toEqual(['Jo|0|4|Hello there.', 'Mara|4|6.5|Yes.'])
  })

  it('are those of Audacity, in seconds, and a label on a point has no end', () => {
    const track = '0.000000\t4.000000\tHello there.\r\n\\\t100.000000\t200.000000\r\n4.500000\t4.500000\tYes.\r\n'
    expect(detectTranscriptFormat('talk.txt', track)).toMatchObject({format: {name: 'audacity-labels'}})
    const reading = readTranscript(track, 'talk.txt')
    expect(reading.ok && cueLines(reading.value)).toEqual(['|0|4|Hello there.', '|4.5||Yes.'])
  })

  it('are said where one is none', () => {
    const reading = readTranscript('0.0\t4.0\tHello there.\nIt is me.\n', 'talk.txt')
    expect(reading.problems).toMatchObject([{code: 'transcript-lines-invalid', file: 'talk.txt'}])
  })
})
