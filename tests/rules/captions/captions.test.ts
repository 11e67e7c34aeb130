import {describe, expect, it} from 'vitest'
import {checkFeed} from '../../../src/rules/check-feed.ts'

function found(text: string | Uint8Array, file: string): readonly string[] {
  return checkFeed(text, {file}).problems.map(({line, column, code}) => `${line}:${column} ${code}`)
}

describe('a file that a feed links to', () => {
  it.each([
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello.', 'a.vtt', 'vtt'],
    ['00:01.000 --> 00:02.000\nHello.', 'a.vtt', 'vtt'],
    ['00:01.000 --> 00:02.000\nHello.', 'https://example.com/a.vtt?token=1.srt', 'vtt'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello.', 'a.srt', 'vtt'],
    ['1\r\n00:00:01,000 --> 00:00:02,000\r\nHello.', '', 'srt'],
    ['<html><body>Not found</body></html>', 'a.vtt', undefined],
    ['{"version": "1.2.0", "chapters": []}', '', 'chapters'],
    ['{"version": "1.0.0", "segments": []}', '', 'transcript'],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": [], "_x": {"chapters": []}}', '', 'json'],
  ])('%j of the name %j is judged as %s', (text, file, format) => {
    expect(checkFeed(text, {file}).format).toBe(format)
  })

  it.each([
    [
      'a byte order mark, other line ends, a missing last one',
      '\ufeffWEBVTT - title\r\rintro\r01:00:00.000 --> 01:00:02.000\rHello.',
    ],
    [
      'notes, style sheets and regions',
      'WEBVTT\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE x\n\n00:01.000 --> 00:02.000 region:a\nHi.\n\nNOTE\ny',
    ],
    [
      'what YouTube writes below the first line',
      'WEBVTT\nKind: captions\nLanguage: en\n\n00:01.000 --> 00:02.000\nHi.',
    ],
    ['overlaps', 'WEBVTT\n\n00:01.000 --> 00:09.000\nOne.\n\n00:02.000 --> 00:03.000\nTwo.'],
    ['times between words', 'WEBVTT\n\n00:01.000 --> 00:03.000\nOne <00:02.000>two.'],
  ])('WebVTT with %s is as it should be', (_name, text) => {
    expect(found(text, 'a.vtt')).toEqual([])
  })

  it.each([
    ['WEBVTT\n\n1:00.000 --> 2:00.000\nHi.', ['3:1 caption-time-invalid', '3:14 caption-time-invalid']],
    ['WEBVTT\n\n00:01.000-->00:02.000\nHi.', ['3:1 caption-time-invalid']],
    ['WEBVTT\n\n00:09.000 --> 00:10.000\nA.\n\n00:01.000 --> 00:02.000\nB.', ['6:1 caption-times-disordered']],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\na <b>c</b> <font>d', ['4:12 caption-tag-invalid']],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2', ['4:3 caption-text-unescaped']],
    ['WEBVTT\n\n00:01.000 --> 00:03.000\nOne <00:05.000>two.', ['4:5 caption-times-disordered']],
    ['WEBVTT\n\n00:01.000 --> 00:03.000\nA.\n\nSTYLE\n::cue {}', ['6:1 caption-block-stray']],
    ['Kind: captions\n\n00:01.000 --> 00:03.000\nA.', ['1:1 caption-header-invalid', '1:1 caption-block-stray']],
  ])('%j is told where it is wrong', (text, expected) => {
    expect(found(text, 'a.vtt')).toEqual(expected)
  })

  it.each([
    ['00:00:01,000 --> 00:00:02,000\nHi.', ['1:1 caption-counter-invalid']],
    ['1\n00:01,000 --> 00:00:02.000\nHi.', ['2:1 caption-time-invalid', '2:15 caption-time-invalid']],
    ['1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\nHi.', []],
    ['1\n00:00:01,000 --> 00:00:02,000\nHi.\n\nThere.', ['5:1 caption-block-stray']],
    [
      '1\n00:00:01,000 --> 00:00:02,000\nHi.\n\n3\n00:00:02,000 --> 00:00:03,000\nA.\n\n4\n00:00:03,000 --> 00:00:04,000\nB.',
      ['5:1 caption-counter-invalid'],
    ],
  ])('%j as SubRip', (text, expected) => {
    expect(found(text, 'a.srt')).toEqual(expected)
  })

  it('is quick with any size of it', () => {
    const long = `WEBVTT\n\n${'00:01.000 --> 00:02.000\n<v Mara>Hello & &amp; <b>you</b>\n\n'.repeat(100_000)}`
    expect(checkFeed(long).problems.length).toBe(200)
    expect(checkFeed(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(2_000_000)}`).problems.length).toBe(200)
    expect(checkFeed(`WEBVTT\n\n${'-'.repeat(2_000_000)}>`).format).toBe('vtt')
    expect(checkFeed(`WEBVTT\n\n${' '.repeat(2_000_000)}--> x`).format).toBe('vtt')
    expect(checkFeed(`WEBVTT\n\n00:01.000 --> 00:02.000\n<c${'.a'.repeat(500_000)}`).format).toBe('vtt')
  })
})
