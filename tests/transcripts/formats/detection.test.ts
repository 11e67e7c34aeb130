import {describe, expect, it} from 'vitest'
import {refusedTranscriptKinds} from '../../../src/file-kinds/refused-kinds.ts'
import {detectTranscriptFormat, transcriptFormats, writtenFormats} from '../../../src/transcripts/all-formats.ts'
import {convertTranscript} from '../../../src/transcripts/convert.ts'

const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hi\n'

describe('detectTranscriptFormat', () => {
  it.each([
    ['a.vtt', vtt, 'vtt'],
    ['a.srt', vtt, 'vtt'],
    ['', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'srt'],
    ['a.txt', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'srt'],
    ['a.sbv', '0:00:00.599,0:00:04.160\nHi', 'sbv'],
    ['a.html', '<p>Hi</p>', 'html'],
    ['', '<cite>Ada:</cite><p>Hi</p>', 'html'],
    ['A.TXT', 'Hi', 'text'],
    ['a.txt', '**Ada:** Hi.\n\n**Bo:** Yes.', 'md'],
    ['a.md', 'Hi', 'md'],
    ['a.vtt', 'Hi', 'vtt'],
    ['a.vtt', '00:01.000 --> 00:02.000\nHi', 'vtt'],
    ['a.html', '<!doctype html><p>Hi</p>', 'html'],
    ['a.json3', '{"events":[]}', 'youtube-json'],
  ])('%s with %j is %s', (fileName, text, format) => {
    const detected = detectTranscriptFormat(fileName, text)
    expect(detected.kind === 'format' && detected.format.name).toBe(format)
  })

  it.each(refusedTranscriptKinds.flatMap(({extensions}) => extensions))('refuses %s and says why', (extension) => {
    const outcome = convertTranscript('x', {fileName: `talk${extension}`, to: 'vtt'})
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{code: 'transcript-format-refused', file: `talk${extension}`}],
    })
  })

  it.each(['a.vtt', 'a.srt'])('refuses the page that a server sent for %s', (fileName) => {
    expect(detectTranscriptFormat(fileName, '<!doctype html><title>404</title>').kind).toBe('refused')
  })

  it('does not know what nobody knows', () => {
    expect(detectTranscriptFormat('a.xyz', 'Hi').kind).toBe('unknown')
  })
})

describe('the list of formats', () => {
  it('has each name once, and an extension and a type in each row', () => {
    expect(new Set(transcriptFormats.map(({name}) => name)).size).toBe(transcriptFormats.length)
    for (const {file} of transcriptFormats)
      expect([file.extensions.length > 0, file.mimeType.length > 0]).toEqual([true, true])
  })

  it('publishes WebVTT first, with the types that apps compare', () => {
    expect(writtenFormats.map(({name, file, captions}) => [name, file.extensions[0], file.mimeType, captions])).toEqual(
      [
        ['vtt', '.vtt', 'text/vtt', true],
        ['srt', '.srt', 'application/x-subrip', true],
        ['json', '.json', 'application/json', true],
        ['html', '.html', 'text/html', false],
        ['text', '.txt', 'text/plain', false],
      ],
    )
  })
})

describe('convertTranscript', () => {
  it.each([
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\nAda: Hi\n'],
    ['json', '{"version":"1.0.0","segments":[\n{"speaker":"Ada","startTime":1,"endTime":2,"body":"Hi"}\n]}\n'],
    ['html', '<cite>Ada:</cite>\n<time>0:01</time>\n<p>Hi</p>\n'],
    ['text', 'Ada (0:01):\nHi\n'],
  ])('from WebVTT to %s', (to, value) => {
    expect(convertTranscript(vtt, {to})).toEqual({ok: true, value, problems: []})
  })

  it('can be told the format', () => {
    expect(convertTranscript('Ada: Hi', {from: 'text', to: 'html'})).toMatchObject({ok: true})
  })

  it.each([
    ['a format that is not there', vtt, {to: 'docx'}, 'transcript-format-unknown'],
    ['a source that is not there', vtt, {from: 'docx', to: 'vtt'}, 'transcript-format-unknown'],
    ['a file that nobody knows', 'Hi', {fileName: 'a.xyz', to: 'vtt'}, 'transcript-format-unknown'],
    ['a format that is only read', vtt, {to: 'sbv'}, 'transcript-format-unknown'],
    ['captions of a text without times', 'Ada: Hi', {fileName: 'a.txt', to: 'vtt'}, 'transcript-without-times'],
  ])('refuses %s', (_, text, options, code) => {
    expect(convertTranscript(text, options)).toMatchObject({ok: false, problems: [{code}]})
  })

  it('says what captions leave out', () => {
    const outcome = convertTranscript('Ada (0:01):\nHi.\n\nBo:\nYes.', {fileName: 'a.txt', to: 'vtt'})
    expect(outcome).toMatchObject({ok: true, problems: [{code: 'cues-without-times-left-out', file: 'a.txt'}]})
  })

  it('says that there are no words', () => {
    expect(convertTranscript('WEBVTT', {to: 'html'})).toMatchObject({
      ok: true,
      value: '',
      problems: [{code: 'transcript-empty'}],
    })
  })
})
