import {XMLParser} from 'fast-xml-parser'
import {describe, expect, it} from 'vitest'
import {escapeHtml} from '../src/text/html.ts'
import {captured} from './captured.ts'
import {episodeFile, feedsOf, planFiles, showFile} from './temporary-show.ts'

// Each of these was a defect of a tool for podcasts, and reached listeners.

const parser = new XMLParser({ignoreAttributes: false, processEntities: true, htmlEntities: true, parseTagValue: false})

describe('texts', () => {
  const hard = [
    'Salt & Pepper',
    'a < b > c',
    'R&amp;D',
    'Vec<T> and <word>',
    'end ]]> of it',
    '5 &lt; 6',
    "“quotes” & 'ticks'",
  ]

  it.each(hard)('come out of each feed as they went in: %s', async (text) => {
    const quoted = JSON.stringify(text)
    const {rss, atom, json} = await feedsOf({
      'show.yaml': showFile(`title: ${quoted}`),
      'one.md': episodeFile('one', [`title: ${quoted}`, `tags: [${quoted}]`, `summary: ${quoted}`]),
    })
    const {channel} = parser.parse(rss).rss
    expect([channel.title, channel.item.title, channel.item.category]).toEqual(Array(3).fill(text))
    // Apps read the description of an episode as HTML: a `<word>` in a summary must not vanish there.
    expect(channel.item.description).toBe(`<p>${escapeHtml(text)}</p>\n<p>Hello.</p>`)
    const {feed} = parser.parse(atom)
    expect([feed.title, feed.entry.title, feed.entry.category['@_term'], feed.entry.summary]).toEqual(
      Array(4).fill(text),
    )
    expect([json.items[0]?.title, json.items[0]?.tags?.[0]]).toEqual([text, text])
  })

  it('keep their tags in titles, and lose them where other tools write HTML', async () => {
    const text = '<b>bold</b>'
    const {rss, json} = await feedsOf({'one.md': episodeFile('one', [`title: ${text}`, `summary: ${text}`])})
    const {item} = parser.parse(rss).rss.channel
    expect([item.title, json.items[0]?.title]).toEqual([text, text])
    expect(item.description).toBe('<p>bold</p>\n<p>Hello.</p>')
  })

  it('of show notes are the same HTML in each feed, escaped once', async () => {
    const body = 'Salt & pepper, R&amp;D, a ]]> b, `1 < 2`, [x](https://x.example/?a=1&b=2)\n'
    const html =
      '<p>Salt &amp; pepper, R&amp;D, a ]]&gt; b, <code>1 &lt; 2</code>, <a href="https://x.example/?a=1&amp;b=2">x</a></p>'
    const {rss, atom, json} = await feedsOf({'one.md': episodeFile('one', [], body)})
    expect(parser.parse(rss).rss.channel.item['content:encoded']).toBe(html)
    expect(parser.parse(atom).feed.entry.content['#text']).toBe(html)
    expect(json.items[0]?.content_html).toBe(html)
  })

  it('never lose an embedded page without a word, also where the episode has another video', async () => {
    const body = '<iframe src="https://player.vimeo.com/video/123456789"></iframe>\n\nHello.\n'
    const {rss} = await feedsOf({'one.md': episodeFile('one', ['youtube: https://youtu.be/aB3-dE5_gH7'], body)})
    expect(rss).toContain('vimeo.com')
    const two =
      '<iframe src="https://youtu.be/aB3-dE5_gH7"></iframe><iframe src="https://player.vimeo.com/video/123456789"></iframe>\n\nHello.\n'
    expect((await feedsOf({'one.md': episodeFile('one', [], two)})).rss).toContain('vimeo.com')
  })

  it('of titles have no line breaks or blanks around them', async () => {
    const {rss, atom} = await feedsOf({'one.md': episodeFile('one', ['title: >\n\n  One\n  two  \n'])})
    expect(captured(rss, /<item>\s*<title>([^<]*)<\/title>/g)).toEqual(['One two'])
    expect(captured(atom, /<entry>[\s\S]*?<title>([^<]*)<\/title>/g)).toEqual(['One two'])
  })
})

describe('values that directories refuse', () => {
  it.each(['Software How-To', 'Technology > Podcasting', 'technologie', 'Society &amp; Culture > Travel'])(
    'the category "%s" is refused, with its place',
    async (category) => {
      const {problems} = await planFiles({
        'show.yaml': showFile(`categories: ["${category}"]`),
        'one.md': episodeFile('one'),
      })
      const refused = {code: 'value-invalid', severity: 'error', file: 'show.yaml', line: 10}
      expect(problems).toEqual([expect.objectContaining(refused)])
    },
  )

  it.each([
    ['yes', 'true'],
    ['no', 'false'],
    ['clean', 'false'],
    ['True', 'true'],
    ['explicit', 'true'],
  ])('explicit: %s is written as %s', async (written, value) => {
    const {rss} = await feedsOf({
      'show.yaml': showFile(`explicit: ${written}`),
      'one.md': episodeFile('one', [`explicit: ${written}`]),
    })
    expect(captured(rss, /<itunes:explicit>(.*)<\/itunes:explicit>/g)).toEqual([value, value])
  })
})

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
