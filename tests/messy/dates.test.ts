import {describe, expect, it} from 'vitest'
import {episodeFile, feedsOf, media, planFiles} from '../temporary-show.ts'

describe('the time of the last change', () => {
  const dates = async (...lines: readonly string[]) => {
    const files = {'one.md': episodeFile('one', ['date: 2026-01-31 09:00', ...lines])}
    const {atom, rss} = await feedsOf(files)
    const {problems} = await planFiles(files)
    return {updated: /<entry[\s\S]*?<updated>(.*?)<\/updated>/.exec(atom)?.[1], rss, problems}
  }

  it('is published where it can be one', async () => {
    const {updated, problems} = await dates('updated: 2026-02-02 10:00')
    expect([updated, problems]).toEqual(['2026-02-02T10:00:00Z', []])
  })

  it.each([
    ['in the future', 'updated: 2042-02-02', 'warning'],
    ['in the future, by another name', 'lastmod: 2042-02-02', 'warning'],
    ['before the date', 'updated: 2025-02-02', 'info'],
  ])('is said and left out %s', async (_name, line, severity) => {
    const {updated, rss, problems} = await dates(line)
    expect(updated).toBe('2026-01-31T09:00:00Z')
    expect(rss).not.toMatch(/2042|2025-02/)
    expect(problems).toMatchObject([{code: 'updated-implausible', severity, file: 'one.md', line: 5}])
  })

  it('of the same day is the date', async () => {
    const {updated, problems} = await dates('updated: 2026-01-31')
    expect([updated, problems]).toEqual(['2026-01-31T09:00:00Z', []])
  })
})

describe('a date that names another weekday', () => {
  it.each([
    ['date: Tue, 23 Nov 2026 09:00:00 +0000', 'date: "Tue, 23 Nov 2026 09:00:00 +0000" names a Tuesday'],
    ['date: Friday, November 23rd, 2026', 'date: "Friday, November 23rd, 2026" names a Friday'],
  ])('is published, and said: %s', async (line, message) => {
    const {files, problems} = await planFiles({'one.md': episodeFile('one', [line])}, new Date('2027-01-01'))
    expect(JSON.parse(files.get('feed.json') ?? '').items[0].date_published).toMatch(/^2026-11-23T/)
    expect(problems).toMatchObject([{code: 'value-assumed', severity: 'warning', line: 4}])
    expect(problems[0]?.message).toContain(message)
  })
})

describe('a date in a name is evidence of an episode', () => {
  const talk = '---\ntitle: First talk\n---\nHello.\n'
  it.each(['2020-01-27-first-talk.md', '2020-01-27-first-talk/index.md', 'talks/2020-01-27 First talk.md'])(
    '%s',
    async (file) => {
      const {files, problems} = await planFiles({[file]: talk})
      expect(JSON.parse(files.get('feed.json') ?? '').items).toMatchObject([
        {title: 'First talk', date_published: '2020-01-27T00:00:00.000Z'},
      ])
      expect(problems.map(({code}) => code)).not.toContain('file-skipped')
    },
  )

  it('but a text without front matter is none', async () => {
    const {problems} = await planFiles({'one.md': episodeFile('one'), '2020-01-27-minutes.md': 'We met.\n'})
    expect(problems).toMatchObject([{code: 'file-skipped', file: '2020-01-27-minutes.md'}])
  })

  it('and with a recording beside it, it is one', async () => {
    const {files} = await planFiles({'2020-01-27-talk.md': 'Hello.\n', '2020-01-27-talk.mp3': media.mp3})
    expect(JSON.parse(files.get('feed.json') ?? '').items).toHaveLength(1)
  })
})
