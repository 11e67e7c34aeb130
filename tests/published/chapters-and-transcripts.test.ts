import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

describe('chapters and transcripts', () => {
  it('keep the first chapter, sort the others, and have the media type of the namespace', async () => {
    const {files} = await planFiles({
      'one.md': episodeFile('one', ['chapters: ["0:00 Hello", "8:00 Last", "4:00 Middle"]']),
    })
    const {chapters} = JSON.parse(files.get('episodes/one/chapters.json') ?? '')
    expect(chapters.map(({title}: {readonly title: string}) => title)).toEqual(['Hello', 'Middle', 'Last'])
    expect(captured(files.get('feed.xml') ?? '', /<podcast:chapters [^>]*type="([^"]+)"/g)).toEqual([
      'application/json+chapters',
    ])
  })

  it.each([
    ['as usual', '1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\nGoodbye.\n\n'],
    [
      'with a byte order mark',
      '\uFEFF1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\nGoodbye.\n',
    ],
    [
      'with line ends of Windows',
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nHello.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nGoodbye.\r\n',
    ],
    [
      'that ends without a line end',
      '1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\nGoodbye.',
    ],
  ])('are published whole from SubRip %s', async (_how, srt) => {
    const {files} = await planFiles({'one.md': episodeFile('one'), 'one.srt': srt})
    expect(files.get('episodes/one/transcript.vtt')).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello.\n\n00:00:03.000 --> 00:00:04.000\nGoodbye.\n',
    )
    expect(captured(files.get('feed.xml') ?? '', /<podcast:transcript [^>]*type="([^"]+)"/g)).toEqual([
      'text/vtt',
      'application/x-subrip',
      'application/json',
      'text/html',
      'text/plain',
    ])
  })

  it('in the language of the episode come before translations, whatever the files are called', async () => {
    const vtt = (text: string) => `WEBVTT\n\n00:01.000 --> 00:04.000\n${text}\n`
    const {files} = await planFiles({
      'show.yaml': showFile('language: de'),
      'one.md': episodeFile('one'),
      'one.vtt': vtt('Hallo.'),
      'one.en.vtt': vtt('Hello.'),
    })
    expect(captured(files.get('feed.xml') ?? '', /<podcast:transcript [^>]*language="([^"]+)"/g)[0]).toBe('de')
    expect(captured(files.get('episodes/one/index.html') ?? '', /<track [^>]*srclang="([^"]+)"/g)[0]).toBe('de')
  })
})
