import {execFileSync, spawnSync} from 'node:child_process'
import {XMLParser} from 'fast-xml-parser'
import {describe, expect, it} from 'vitest'
import {escapeHtml} from '../../src/text/markup/html.ts'
import {captured} from '../captured.ts'
import {episodeFile, feedsOf, planFiles, showFile} from '../temporary-show.ts'

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
  it('of titles that look like HTML are the same everywhere, and their author is told who loses a word', async () => {
    const {files, problems} = await planFiles({'one.md': episodeFile('one', ['title: The <blink> tag'])})
    expect(captured(files.get('feed.xml') ?? '', /<item>\s*<title>(.*)<\/title>/g)).toEqual([
      'The &#x3C;blink&#x3E; tag',
    ])
    expect(problems.map(({code}) => code)).toEqual(['title-like-html'])
    const plain = await planFiles({'one.md': episodeFile('one', ['title: "1 < 2, x <- y"'])})
    expect(plain.problems).toEqual([])
  })

  it('that are plain have numeric references, which are decoded twice without harm', async () => {
    const {rss} = await feedsOf({
      'show.yaml': showFile('title: R&D <1>', 'categories: ["Society & Culture"]'),
      'one.md': episodeFile('one', ['tags: [Q&A]']),
    })
    expect(captured(rss, /<channel>\s*<title>(.*)<\/title>/g)).toEqual(['R&#x26;D &#x3C;1&#x3E;'])
    expect(captured(rss, /<category>(.*)<\/category>/g)).toEqual(['Q&#x26;A'])
    expect(captured(rss, /<itunes:category text="([^"]*)"/g)).toEqual(['Society &amp; Culture'])
    expect(rss.replace(/<!\[CDATA\[[\s\S]*?\]\]>|"[^"]*"/g, '')).not.toMatch(/&(?:amp|lt);/)
  })

  it.skipIf(spawnSync('/usr/bin/python3', ['-c', 'import feedparser']).status !== 0)(
    'of show notes are the notes, whatever the subtitle is (skipped without Debian’s python3-feedparser)',
    async () => {
      const {rss} = await feedsOf({'one.md': episodeFile('one', ['subtitle: Only a line'], 'All the notes.\n')})
      const script =
        'import feedparser, json, sys; e = feedparser.parse(sys.stdin.buffer.read()).entries[0]; print(json.dumps([c.value for c in e.content]))'
      const found = JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], {input: rss, encoding: 'utf8'}))
      expect(found).toContain('<p>All the notes.</p>')
    },
  )
})
