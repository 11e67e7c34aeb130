import {describe, expect, it} from 'vitest'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles} from '../temporary-show.ts'

async function published(files: Files) {
  const {problems, files: planned} = await planFiles(files)
  const json = JSON.parse(planned.get('feed.json') ?? '{"items": []}')
  const said = problems.filter(({severity}) => severity !== 'info')
  const text = (path: string) => planned.get(path) ?? ''
  return {item: json.items[0], items: json.items, said, rss: text('feed.xml'), page: text('episodes/one/index.html')}
}

const one = (...lines: readonly string[]) => published({'one.md': episodeFile('one', lines)})

describe('what an episode is called', () => {
  it.each(['V001', 'TT003', 'p01', 'T-0'])('%s is a short code and no number', async (code) => {
    const {item, rss, page, said} = await one(`episode: ${code}`)
    expect(said).toEqual([])
    expect(rss).not.toMatch(/(?:itunes|podcast):episode>/)
    expect(item._podcast).toMatchObject({episode_code: code})
    expect(item._podcast).not.toHaveProperty('episode')
    expect(page).toContain(`<li><bdi>${code}</bdi></li>`)
  })

  it('stands beside a number that is given as well', async () => {
    const {rss, item, said} = await one('episode: V001', 'number: 1')
    expect(said).toEqual([])
    expect(rss).toContain('<podcast:episode display="V001">1</podcast:episode>')
    expect(rss).toContain('<itunes:episode>1</itunes:episode>')
    expect(item._podcast).toMatchObject({episode: 1, episode_code: 'V001'})
  })

  it.each([
    ['"#12"', 12],
    ['Ep. 12', 12],
    ['Episode 12', 12],
    ['"012"', 12],
    ['100.5', 100.5],
  ])('%s is a number', async (written, number) => {
    const {item, said} = await one(`episode: ${written}`)
    expect(said).toEqual([])
    expect(item._podcast.episode).toBe(number)
  })

  it.each(['number: None', 'episode: null\nnumber: none', 'number: N/A', 'number: "-"'])(
    '%s says that there is no number, whatever the file is called',
    async (lines) => {
      const {item, said} = await published({'0042.md': episodeFile('0042', lines.split('\n'))})
      expect(said).toEqual([])
      expect(item._podcast).not.toHaveProperty('episode')
    },
  )

  it.each(['season: None', 'duration: None', 'language: none', 'explicit: N/A', 'updated: null', 'image: None'])(
    '%s is no value',
    async (line) => {
      expect((await one(line)).said).toEqual([])
    },
  )

  it('two numbers are said', async () => {
    const {item, said} = await one('episode: 3', 'number: 4')
    expect(said).toMatchObject([{code: 'key-contradicts', severity: 'warning', file: 'one.md'}])
    expect(item._podcast.episode).toBe(3)
  })
})

describe('sizes', () => {
  it.each([
    ['33769\u202f48', 3376948],
    ['33769 48', 3376948],
    ['3\u202f376\u202f948', 3376948],
  ])('%j is read as all of its digits', async (written, bytes) => {
    const {item, said} = await one(`audio: {url: "https://m.example/1.mp3", duration: "1:00", size: "${written}"}`)
    expect(said).toEqual([])
    expect(item.attachments[0].size_in_bytes).toBe(bytes)
  })
})

describe('links', () => {
  it.each([
    ['a text alone', '{text: The timetable}', 'has a link without an address'],
    ['words', 'the old timetable', 'is "the old timetable", which is no address'],
    ['words for an address', '{text: Here, url: the old timetable}', 'is "the old timetable", which is no address'],
  ])('that are %s lead nowhere: they are left out, each at its place', async (_, link, said) => {
    const written = await one(`links: [https://example.org/a, ${link}, {Title: https://example.org/b}]`)
    expect(written.said).toMatchObject([{code: 'value-invalid', message: expect.stringContaining(said)}])
    expect(written.said[0]?.column).toBeGreaterThan(30)
    expect(written.item.content_html).not.toMatch(/timetable/)
    expect(written.item.content_html.match(/<a /g)).toHaveLength(2)
  })

  it('a mail address is one', async () => {
    const {item, said} = await one('links: ["mailto:bonjour@example.org", "https://example.org/a"]')
    expect(said).toEqual([])
    expect(item.content_html).toContain('<a href="mailto:bonjour@example.org">bonjour@example.org</a>')
    expect(item.content_html).toContain('https://example.org/a')
  })
})

describe('videos', () => {
  it.each(['youtube.com/watch?v=abcdefghijk', 'www.youtube.com/watch?v=abcdefghijk', 'youtu.be/abcdefghijk'])(
    '%s is an address without its scheme',
    async (address) => {
      for (const key of ['video_file', 'video', 'youtube']) {
        const {item, said} = await one(`${key}: ${address}`)
        expect(said).toEqual([])
        expect(item._podcast.video_url).toBe('https://www.youtube.com/watch?v=abcdefghijk')
      }
    },
  )
})

describe('chapters', () => {
  it.each([
    ['a list', ['chapters:', '  - 0:00 Intro', '  - 0:99 Bad']],
    ['a map of Podcasting 2.0', ['chapters:', '  chapters: [{startTime: 0, title: Intro},', '    {title: Bad}]']],
    ['times as keys', ['chapters:', '  "0:00": Intro', '  soon: Bad']],
  ])('one that is none is named at its place in %s', async (_, lines) => {
    const {said} = await one(...lines)
    const {length} = episodeFile('one', lines).split('Bad')[0]?.split('\n') ?? []
    expect(said).toMatchObject([{code: 'value-invalid', line: length}])
  })
})

describe('people', () => {
  it.each([
    ['{Jo Lund: {url: "https://jo.example/"}, Ada Berg: }', ['Jo Lund', 'Ada Berg']],
    ['{Jo Lund: "https://jo.example/", Ada Berg: Editor}', ['Jo Lund', 'Ada Berg']],
    ['{jo: {name: Jo Lund, url: "https://jo.example/"}, ada: {name: Ada Berg}}', ['Jo Lund', 'Ada Berg']],
    ['{SPEAKER_00: Jo Lund, SPEAKER_01: Ada Berg}', ['Jo Lund', 'Ada Berg']],
    ['{name: Jo Lund, url: "https://jo.example/"}', ['Jo Lund']],
  ])('guests as a map: %s', async (written, names) => {
    const {item, said} = await one(`guests: ${written}`)
    expect(said).toEqual([])
    expect(item.authors.map(({name}: {name: string}) => name)).toEqual(names)
    if (written.includes('jo.example')) expect(item.authors[0].url).toBe('https://jo.example/')
  })
})

describe('keys', () => {
  it.each(['topic', 'tag', 'keyword', 'topics'])('%s is a word for tags', async (key) => {
    const {item, said} = await one(`${key}: trains`)
    expect(said).toEqual([])
    expect(item.tags).toEqual(['trains'])
  })

  it('unlisted is said to have no meaning, and changes nothing', async () => {
    const {items, said} = await one('unlisted: true')
    expect(said).toMatchObject([{code: 'key-without-meaning', severity: 'warning', file: 'one.md', line: 5}])
    expect(items).toHaveLength(1)
    expect((await one('unlisted: false')).said).toEqual([])
  })
})

describe('two episodes', () => {
  it('with one recording are both published, with a word', async () => {
    const files = {
      'one.md': episodeFile('one'),
      'rerun.md': episodeFile('one', ['date: 2026-02-01']),
    }
    const {items, said} = await published(files)
    expect(said).toMatchObject([{code: 'enclosure-duplicate', severity: 'warning', file: 'rerun.md'}])
    expect(items).toHaveLength(2)
  })

  it('with one old address are both published; the first has it', async () => {
    const files = {
      'a.md': episodeFile('a', ['aliases: [/old/, /own/]']),
      'b.md': episodeFile('b', ['aliases: [/OLD, /episodes/a/, /feed.xml]', 'date: 2026-02-01']),
    }
    const {items, said} = await published(files)
    const place = {code: 'alias-duplicate', severity: 'warning', file: 'b.md', line: 4}
    expect(said).toMatchObject([place, place, place])
    expect(said[0]?.hint).toContain('/OLD')
    expect(items).toHaveLength(2)
  })

  it('an episode may claim its own address, and one twice', async () => {
    expect((await one('aliases: [/episodes/one/, /old/, /old/index.html]')).said).toEqual([])
  })
})
