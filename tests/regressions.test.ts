import {utimesSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {captured} from './captured.ts'
import {planInMemory} from './plan-in-memory.ts'
import {episodeFile, feedsOf, media, planFiles, showFile, temporaryShow} from './temporary-show.ts'

/*
 * Each of these was a defect of a tool for podcasts, and reached listeners. "texts", "builds" and "clients" are the other regressions
 * of this folder, "all shows" is whole-output.test.ts, "any feed" serialise/any-feed.test.ts. Every one was planted once, and seen.
 *
 * | defect | held by |
 * | --- | --- |
 * | dates not RFC 822, of a clock of twelve hours, of files, without their zone or summer time | here: dates |
 * | enclosure type fixed or wrong; length absent, or -1 where nobody knows it | here: enclosures; clients: an enclosure of unknown size |
 * | guid from a title, an address or nothing; `isPermaLink` left true | here: the identity of an episode |
 * | one guid twice | fixtures/invalid/guid-duplicate |
 * | `podcast:guid` with another namespace, scheme or slash | here: the guid of a show |
 * | `&`, `<` and `]]>` not escaped, or twice | texts: come out as they went in; any feed |
 * | categories that Apple does not have, or has no more | texts: values that directories refuse |
 * | `explicit` as yes, no or clean | texts: explicit |
 * | episodes left out behind 10, 100, 300 | builds: leaves no episode out; feeds/archives.test.ts |
 * | links between documents that lead nowhere | all shows: is where its feeds say |
 * | elements out of their place; `<script>` and `<h1>` in notes | all shows: every item in the one channel; render/notes*.test.ts |
 * | namespaces and the feed's own address wrong | all shows: declares the namespaces; is where its feeds say |
 * | relative addresses, letters beyond ASCII | all shows: absolute addresses in ASCII |
 * | the first chapter lost, chapters unsorted, their media type wrong | texts: keep the first chapter |
 * | SubRip as `application/srt`; WebVTT without its header; marks, line ends and last cues lost | texts: are published whole |
 * | drafts and future episodes that leak | all shows: episodes that are not published |
 * | files of the author edited or deleted | builds: changes no file of the author's |
 * | a clock in the output | here: dates; builds: the same bytes |
 * | video beside sound: a black picture in Apple's player | here: enclosures; feeds/video.test.ts |
 * | line breaks in titles | texts: titles have no line breaks |
 */

describe('dates', () => {
  const rfc822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

  it.each([
    ['in the morning', '2026-01-31 08:05', 'Sat, 31 Jan 2026 07:05:00 GMT'],
    ['in the afternoon', '2026-01-31 15:05', 'Sat, 31 Jan 2026 14:05:00 GMT'],
    ['after midnight', '2026-01-31 00:30', 'Fri, 30 Jan 2026 23:30:00 GMT'],
    ['at noon by a clock of twelve hours', 'January 31, 2026 12:00 pm', 'Sat, 31 Jan 2026 11:00:00 GMT'],
    ['in summer time', '2026-05-31 15:05', 'Sun, 31 May 2026 13:05:00 GMT'],
    ['in an hour that summer time leaves out', '2026-03-29 02:30', 'Sun, 29 Mar 2026 01:30:00 GMT'],
    ['with a zone of its own', '2026-01-31T15:05:00-05:00', 'Sat, 31 Jan 2026 20:05:00 GMT'],
    ['a day alone', '2026-01-31', 'Fri, 30 Jan 2026 23:00:00 GMT'],
  ])('%s are RFC 822 in UTC', async (_when, date, pubDate) => {
    const {rss} = await feedsOf({
      'show.yaml': showFile('timezone: Europe/Berlin'),
      'one.md': episodeFile('one', [`date: ${date}`]),
    })
    expect(captured(rss, /<pubDate>(.*)<\/pubDate>/g)).toEqual([pubDate])
    expect(pubDate).toMatch(rfc822)
    expect(captured(rss, /<lastBuildDate>(.*)<\/lastBuildDate>/g)).toEqual([pubDate])
  })

  it('never come from the time stamps of files', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one'), 'one.jpg': ''})
    const {files} = await planInMemory(folder)
    utimesSync(join(folder, 'one.md'), new Date('2001-01-01'), new Date('2001-01-01'))
    expect((await planInMemory(folder)).files).toEqual(files)
  })
})

describe('enclosures', () => {
  it('have the type and the size of their bytes', async () => {
    const {rss} = await feedsOf({
      'one.md': episodeFile('one', ['audio:', 'date: 2026-01-04']),
      'one.mp3': media.mp3,
      'two.md': episodeFile('two', ['audio:', 'date: 2026-01-03']),
      'two.m4a': media.m4a,
      'three.md': episodeFile('three', ['audio:', 'date: 2026-01-02']),
      'three.mp4': media.mp4,
      'four.md': episodeFile('four', ['audio:', 'date: 2026-01-01']),
      // The name says MP3, as on a server that renames what it is sent.
      'four.mp3': media.m4a,
    })
    expect(captured(rss, /<enclosure [^>]*(length="\d+" type="[^"]+")/g)).toEqual([
      `length="${media.mp3.length}" type="audio/mpeg"`,
      `length="${media.m4a.length}" type="audio/x-m4a"`,
      `length="${media.mp4.length}" type="video/mp4"`,
      `length="${media.m4a.length}" type="audio/x-m4a"`,
    ])
  })

  it('of sound stand beside no video, which a web player would show as a black picture', async () => {
    const {rss, json} = await feedsOf({
      'one.md': episodeFile('one', ['audio:']),
      'one.mp3': media.mp3,
      'one.mp4': media.mp4,
      'one.opus': media.ogg,
    })
    expect(captured(rss, /<enclosure [^>]*type="([^"]+)"/g)).toEqual(['audio/mpeg'])
    expect(captured(rss, /<podcast:alternateEnclosure type="([^"]+)"/g)).toEqual(['audio/ogg'])
    expect(json.items[0]?.attachments?.map(({mime_type}) => mime_type)).toEqual([
      'audio/mpeg',
      'audio/ogg',
      'video/mp4',
    ])
  })

  it('have names of their own, because some apps save by name alone', async () => {
    const episodes = ['a', 'b'].flatMap((name) => [
      [`${name}/index.md`, episodeFile(name, ['audio:'])] as const,
      [`${name}/audio.mp3`, media.mp3] as const,
    ])
    const {rss} = await feedsOf(Object.fromEntries(episodes))
    const names = captured(rss, /<enclosure url="[^"]*\/([^"/]+)"/g)
    expect(names.length).toBe(2)
    expect(new Set(names).size).toBe(2)
  })
})

describe('the identity of an episode', () => {
  const guidOf = async (lines: readonly string[], show: readonly string[] = []) => {
    const {rss} = await feedsOf({'show.yaml': showFile(...show), 'one.md': episodeFile('one', lines)})
    return captured(rss, /<guid isPermaLink="false">(.*)<\/guid>/g)
  }

  it.each(['https://trial.example/?p=12', 'tag:trial.example,2026:1', 'Episode 1', 'https://trial.example//one//'])(
    'is the author’s, byte for byte, and no permalink: %s',
    async (guid) => {
      expect(await guidOf([`guid: "${guid}"`])).toEqual([guid])
    },
  )

  it.each([
    ['title', ['title: Another title']],
    ['date', ['date: 2026-02-01']],
    ['media address', ['audio: {url: https://elsewhere.example/1.mp3, size: 6000000, duration: 10:01}']],
    ['blank guid', ['guid: ""']],
    ['guid of zeros', ['guid: 00000000-0000-0000-0000-000000000000']],
  ])('does not follow the %s', async (_what, lines) => {
    const [guid] = await guidOf([])
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/)
    expect(await guidOf(lines)).toEqual([guid])
  })

  it('does not follow the address of the site or of the media', async () => {
    const moved = ['site_url: https://new.example/podcast/', 'media_url: https://cdn.example/']
    expect(await guidOf([], moved)).toEqual(await guidOf([]))
  })
})

describe('the guid of a show', () => {
  it.each([
    ['https://podnews.net', 'rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['http://podnews.net/', 'rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['https://mp3s.nashownotes.com/', 'pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
  ])('of %s/%s is the one that directories derive', async (site, path, guid) => {
    const {files} = await planFiles({
      'show.yaml': showFile('guid:', `site_url: ${site}`, `feeds: {rss: ${path}}`),
      'one.md': episodeFile('one'),
    })
    expect(captured(files.get(path) ?? '', /<podcast:guid>(.*)<\/podcast:guid>/g)).toEqual([guid])
  })
})
