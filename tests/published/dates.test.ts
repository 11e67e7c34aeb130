import {utimesSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {captured} from '../captured.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, feedsOf, showFile, temporaryShow} from '../temporary-show.ts'

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
  it('are on every item', async () => {
    const {rss, atom} = await feedsOf({'a.md': episodeFile('a'), 'b.md': episodeFile('b', ['date: 2026-01-30'])})
    expect(rss.match(/<item>/g)?.length).toBe(2)
    expect(rss.match(/<pubDate>/g)?.length).toBe(2)
    expect(atom.match(/<published>/g)?.length).toBe(2)
  })
})
