import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

async function one(lines: readonly string[], show: readonly string[] = []) {
  const {problems, files} = await planFiles({'show.yaml': showFile(...show), 'one.md': episodeFile('one', lines)})
  const {items} = JSON.parse(files.get('feed.json') ?? '{"items": []}')
  return {item: items[0], said: problems.map(({code, severity}) => `${severity} ${code}`), problems}
}

describe('two names of one field in one file', () => {
  it('give all of their lists', async () => {
    const {item, said} = await one(['guests: [Jo Lund]', 'guest: Ada Berg', 'tags: [a]', 'keywords: b, c'])
    expect(said).toEqual([])
    expect(item.authors.map(({name}: {name: string}) => name)).toEqual(['Jo Lund', 'Ada Berg'])
    expect(item.tags).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['guid: abc', 'episode_guid: abc'],
    ['date: 2026-01-31', 'pubDate: Sat, 31 Jan 2026 09:00:00 +0000'],
    ['season: 2', 'season_number: "02"'],
    ['youtube: abcdefghijk', 'youtube_url: https://youtu.be/abcdefghijk'],
    ['Season: 2', 'season: 2'],
  ])('that say the same are one: %s, %s', async (...lines) => {
    expect((await one(lines)).said).toEqual([])
  })

  it.each([
    ['guid: abc', 'episode_guid: def', 'error'],
    ['slug: abc', 'episode: {slug: def}', 'error'],
    ['draft: true', 'upcoming: false', 'error'],
    ['date: 2026-01-31', 'pubDate: 2026-03-31', 'warning'],
    ['youtube: https://youtu.be/abcdefghijk', 'vimeo: https://vimeo.com/123456789', 'warning'],
    ['season: 2', 'season_number: 3', 'warning'],
    ['Season: 2', 'season: 3', 'warning'],
    ['duration: "10:00"', 'runtime: "20:00"', 'warning'],
  ])('that say different things are a problem: %s, %s', async (first, second, severity) => {
    const {problems, said} = await one([first, second])
    expect(said).toContain(`${severity} key-contradicts`)
    expect(problems.find(({code}) => code === 'key-contradicts')).toMatchObject({file: 'one.md'})
  })

  it.each([
    ['summary: In short.', 'excerpt: In more words.'],
    ['image: https://trial.example/a.jpg', 'thumbnail: https://trial.example/b.jpg'],
    ['publishDate: 2026-01-31', 'date: 2025-12-01'],
  ])('that mean different things to other tools are said once: %s, %s', async (...lines) => {
    expect((await one(lines)).problems).toMatchObject([{code: 'key-passed-over', severity: 'info'}])
  })

  it('are a problem in show.yaml, too', async () => {
    const {said} = await one([], ['email: kim@trial.example', 'owner_email: jo@trial.example'])
    expect(said).toEqual(['warning key-contradicts'])
    const {said: moved} = await one([], ['site: https://other.example/'])
    expect(moved).toEqual(['error key-contradicts'])
  })
})
