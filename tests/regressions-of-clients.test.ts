import {execFileSync, spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {captured} from './captured.ts'
import {episodeFile, feedsOf, media, planFiles, showFile} from './temporary-show.ts'

/*
 * Quirks of clients that are in use, and the test that fails when we fall into one. "all shows" is whole-output.test.ts, "clients"
 * clients/real-clients.test.ts, "agreement" serialise/agreement.test.ts; the others are in this folder's regressions*.test.ts.
 *
 * | client | what it does | held by |
 * | --- | --- | --- |
 * | newsboat | queues no enclosure without `type` | here: an enclosure |
 * | podboat, podget | save by the last part of the address | regressions: names of their own; clients: under a name of its own |
 * | podget | drops an enclosure with a query string | here: an enclosure |
 * | gpodder | leaves out items without an enclosure | clients: lists every episode that has media |
 * | gpodder | knows a length from `itunes:duration` alone | here: an enclosure; clients: with its length |
 * | rhythmbox | downloads only what has a `pubDate` | here: a date |
 * | liferea | reads an RSS title as HTML | here: a title |
 * | XML::RSS | dies at a `PREFIX:guid` before the first item | nothing: `podcast:guid` is needed, and the RSS Profile wants items last |
 * | W3C validator | wants `true` and `false` for `explicit` | regressions of texts: explicit |
 * | W3C validator | wants `&#x26;` and `&#x3C;` in plain text | here: plain text |
 * | W3C validator | wants `rel="self"` | all shows: is where its feeds say |
 * | parsers by prefix | know `itunes: podcast: atom: content: psc:` by these prefixes | all shows: declares the namespaces |
 * | podcast-partytime | ignores `podcast:locked` without an owner | here: the lock of a show |
 * | podcast-partytime | keeps Apple's categories of today only | regressions of texts: the category is refused |
 * | podcast-partytime | decodes references twice | texts are escaped once: regressions of texts; agreement |
 * | feedparser | takes `itunes:subtitle` for the description | here: the notes |
 */

describe('to clients that are in use', () => {
  const sound = {'one.md': episodeFile('one', ['audio:']), 'one.mp3': media.mp3}

  it('an enclosure has a type, a length in seconds beside it, and no query', async () => {
    const {rss} = await feedsOf(sound)
    const [enclosure = ''] = captured(rss, /(<enclosure [^>]*>)/g)
    expect(enclosure).toBe(
      `<enclosure url="https://trial.example/media/one.mp3" length="${media.mp3.length}" type="audio/mpeg"/>`,
    )
    expect(captured(rss, /<itunes:duration>(\d+)<\/itunes:duration>/g)).toEqual(['1'])
  })

  it('an enclosure of unknown size has the length 0, never none', async () => {
    const audio = 'audio: {url: https://media.example/one.mp3, duration: 10:00}'
    const {rss, json} = await feedsOf({'one.md': episodeFile('one', [audio])})
    expect(captured(rss, /<enclosure [^>]*length="(\d*)"/g)).toEqual(['0'])
    expect(json.items[0]?.attachments?.[0]).not.toHaveProperty('size_in_bytes')
  })

  it('a date is on every item', async () => {
    const {rss, atom} = await feedsOf({'a.md': episodeFile('a'), 'b.md': episodeFile('b', ['date: 2026-01-30'])})
    expect(rss.match(/<item>/g)?.length).toBe(2)
    expect(rss.match(/<pubDate>/g)?.length).toBe(2)
    expect(atom.match(/<published>/g)?.length).toBe(2)
  })

  it('a title that looks like HTML is the same text everywhere, and its author is told who loses a word', async () => {
    const {files, problems} = await planFiles({'one.md': episodeFile('one', ['title: The <blink> tag'])})
    expect(captured(files.get('feed.xml') ?? '', /<item>\s*<title>(.*)<\/title>/g)).toEqual([
      'The &#x3C;blink&#x3E; tag',
    ])
    expect(problems.map(({code}) => code)).toEqual(['title-like-html'])
    const plain = await planFiles({'one.md': episodeFile('one', ['title: "1 < 2, x <- y"'])})
    expect(plain.problems).toEqual([])
  })

  it('plain text has numeric references, which are decoded twice without harm', async () => {
    const {rss} = await feedsOf({
      'show.yaml': showFile('title: R&D <1>', 'categories: ["Society & Culture"]'),
      'one.md': episodeFile('one', ['tags: [Q&A]']),
    })
    expect(captured(rss, /<channel>\s*<title>(.*)<\/title>/g)).toEqual(['R&#x26;D &#x3C;1&#x3E;'])
    expect(captured(rss, /<category>(.*)<\/category>/g)).toEqual(['Q&#x26;A'])
    expect(captured(rss, /<itunes:category text="([^"]*)"/g)).toEqual(['Society &amp; Culture'])
    expect(rss.replace(/<!\[CDATA\[[\s\S]*?\]\]>|"[^"]*"/g, '')).not.toMatch(/&(?:amp|lt);/)
  })

  it('the lock of a show says whom to ask', async () => {
    const locked = 'locked: {locked: true, owner: kim@trial.example}'
    const {rss} = await feedsOf({'show.yaml': showFile(locked), ...sound})
    expect(rss).toContain('<podcast:locked owner="kim@trial.example">yes</podcast:locked>')
  })

  it.skipIf(spawnSync('/usr/bin/python3', ['-c', 'import feedparser']).status !== 0)(
    'the notes are the notes, whatever the subtitle is (skipped without Debian’s python3-feedparser)',
    async () => {
      const {rss} = await feedsOf({'one.md': episodeFile('one', ['subtitle: Only a line'], 'All the notes.\n')})
      const script =
        'import feedparser, json, sys; e = feedparser.parse(sys.stdin.buffer.read()).entries[0]; print(json.dumps([c.value for c in e.content]))'
      const found = JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], {input: rss, encoding: 'utf8'}))
      expect(found).toContain('<p>All the notes.</p>')
    },
  )
})
