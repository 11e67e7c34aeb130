import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeText} from '../../../src/text/encoding.ts'
import {detectTranscriptFormat, transcriptFormats, writtenFormats} from '../../../src/transcripts/all-formats.ts'
import {runs} from '../../series.ts'

/** One small file of each kind, to be damaged. */
const samples = [
  'WEBVTT\nLanguage: en\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Ada>Hi <00:00:01.500><c>you</c>\n\n00:02.000 --> 00:03.000\n- Yes [laughs]\n',
  '1\n00:00:01,000 --> 00:00:02,000\nAda: Hi\n\n2\n00:00:02,000 --> 00:00:03,000\n<i>{\\an8}Bo:</i> Yes &amp; no\n',
  '0:00:00.599,0:00:04.160\n>> Hi[br]you\n',
  '{"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0.5,"endTime":1,"body":"Hi"}]}',
  '[{"start":"00:00:44.001","end":49.4,"speaker":null,"text":"Hallo"}]',
  '{"text":"Hi","segments":[{"start":0,"end":1,"text":" Hi","words":[{"word":"Hi","start":0,"end":1,"speaker":"A"}]}],"language":"en"}',
  '{"results":{"channels":[{"alternatives":[{"words":[{"word":"hi","start":0,"end":1,"speaker":0}]}]}],"utterances":[]}}',
  '{"utterances":[{"speaker":"A","start":1,"end":2,"text":"Hi","words":[{"text":"Hi","start":1,"end":2}]}],"confidence":1,"words":[]}',
  '{"events":[{"tStartMs":0,"dDurationMs":90,"segs":[{"utf8":"Hi","tOffsetMs":4},{"utf8":"\\n"}]}]}',
  '{"title":"x","0":{"speaker":"Host","timestamp":"00:00:00.000","text":"Hi"}}',
  '[["Hi",0,1.5],["you",2,3]]',
  '<cite>Ada:</cite><time>0:01</time><p>Hi <a href="https://a.example">x</a> &eacute;</p><h2>Two</h2><ul><li>y</ul>',
  'Ada  53:54  \nHi.\n\n[Bo 00:55:00]\nYes.\n\n00:56:00 Bo: So.\n\nTitle\n-----\n\nTranscribed by https://otter.ai',
]

const mutation = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  cut: fc.nat(12),
  put: fc.string({maxLength: 6, unit: 'binary'}),
})
const damagedFile = fc
  .tuple(fc.constantFrom(...samples), fc.array(mutation, {maxLength: 8}))
  .map(([sample, mutations]) =>
    mutations.reduce((text, {at, cut, put}) => {
      const position = Math.floor(at * text.length)
      return text.slice(0, position) + put + text.slice(position + cut)
    }, sample),
  )
const anyBytes = fc.uint8Array({maxLength: 400}).map((bytes) => decodeText(bytes).text)
const anyJson = fc.json({maxDepth: 5})

describe('whatever is in a file', () => {
  it('every reader gives a transcript that every writer can write', () => {
    fc.assert(
      fc.property(fc.oneof(damagedFile, damagedFile, anyBytes, anyJson), (text) => {
        detectTranscriptFormat('a.json', text)
        for (const {read} of transcriptFormats) {
          const transcript = read?.(text).transcript
          if (transcript) for (const {write} of writtenFormats) write(transcript)
        }
      }),
      runs(300),
    )
  })

  // A reader with a quadratic search needs minutes for these; the limit of the test is the limit.
  it.each([
    ['open angle brackets', '<'.repeat(200_000)],
    ['open brackets', '['.repeat(200_000)],
    ['blanks', `WEBVTT\n\n00:01.000 --> 00:02.000\n${' '.repeat(200_000)}x`],
    ['dashes', `${'-'.repeat(200_000)}>`],
    ['digits', '1'.repeat(200_000)],
    ['colons', 'A:'.repeat(100_000)],
    ['blank lines', '\n'.repeat(200_000)],
    ['carriage returns and blanks', '\r \t'.repeat(70_000)],
    ['ampersands', '&'.repeat(200_000)],
    ['cues without text', `WEBVTT\n\n${'00:01.000 --> 00:02.000\n'.repeat(5_000)}`],
    ['voices', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v A>x'.repeat(5_000)}`],
    ['inner times', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<00:00:01.000>x'.repeat(5_000)}`],
    ['open elements', '<cite>'.repeat(20_000)],
    ['nested brackets of JSON', '['.repeat(100_000)],
    ['quotes', `[["${'\\"'.repeat(100_000)}`],
    ['braces of overrides', `1\n00:00:01,000 --> 00:00:02,000\n${'{\\'.repeat(100_000)}`],
  ])('reading ends for %s', (_, text) => {
    for (const {read, sniff} of transcriptFormats) {
      sniff(text)
      expect(read?.(text)).toHaveProperty('transcript')
    }
  })
})
