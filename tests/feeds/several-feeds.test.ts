import {describe, expect, it} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {podcastGuidOf} from '../../src/read/episode/identity.ts'
import {checkFeed} from '../../src/rules/check-feed.ts'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const film = (name: string) => `video: {url: https://media.example/${name}.mp4, size: 90000000, duration: 10:00}`

/** Five episodes that differ in everything a feed can ask for. */
const episodes = {
  'one.md': episodeFile('one', ['date: 2026-01-01', 'season: 1', 'tags: [best, Rivers]', 'guests: [Mara Winter]']),
  'two.md': episodeFile('two', ['date: 2026-01-02', 'season: 1', film('two'), 'type: bonus']),
  'three.md': episodeFile('three', ['date: 2026-01-03', 'season: 2', 'language: de-AT', 'tags: [rivers]']),
  'four.md': episodeFile('four', ['date: 2026-01-04', 'season: 2', film('four'), 'guests: [Jo Lund, MARA WINTER]']),
  'five.md': episodeFile('five', ['date: 2026-01-05', 'type: trailer', 'audio:', film('five')]),
}

/** Feeds of a show: each line of `feeds` is a feed in flow style. */
async function planned(...feeds: readonly string[]) {
  const lines = feeds.map((line) => `  ${line}`).join('\n')
  return planFiles({...episodes, 'show.yaml': `${showFile()}\nfeeds:\n${lines}\n`})
}

function titlesOf(rss: string | undefined): readonly string[] {
  return [...(rss ?? '').matchAll(/<item>\s*<title>([^<]*)/g)].map(([, title]) => title ?? '')
}

describe('a feed asks for episodes', () => {
  it.each([
    ['{}', ['five', 'four', 'three', 'two', 'one']],
    ['', ['five', 'four', 'three', 'two', 'one']],
    ['{media: all}', ['five', 'four', 'three', 'two', 'one']],
    ['{media: video}', ['five', 'four', 'two']],
    ['{media: audio}', ['four', 'three', 'two', 'one']],
    ['{season: 1}', ['two', 'one']],
    ['{seasons: [1, 2]}', ['four', 'three', 'two', 'one']],
    ['{tag: best}', ['one']],
    ['{tag: RIVERS}', ['three', 'one']],
    ['{language: de}', ['three']],
    ['{language: en}', ['five', 'four', 'two', 'one']],
    ['{type: [trailer, bonus]}', ['five', 'two']],
    ['{person: mara winter}', ['four', 'one']],
    ['{first: 2}', ['two', 'one']],
    ['{latest: 2}', ['five', 'four']],
    ['{season: 2, latest: 1}', ['four']],
    ['{first: 2, order: oldest}', ['one', 'two']],
    ['{media: video, season: 2}', ['four']],
  ])('%s', async (query, titles) => {
    const {files, problems} = await planned(`some: ${query}`)
    expect(problems).toEqual([])
    expect(titlesOf(files.get('some.xml'))).toEqual(titles)
    expect(titlesOf(files.get('feed.xml'))).toHaveLength(5)
  })

  it('in vain: a warning, and a feed without items all the same', async () => {
    const {files, problems} = await planned('third: {season: 3}')
    expect(problems).toMatchObject([{code: 'feed-empty', severity: 'warning', file: 'show.yaml', line: 12}])
    expect(titlesOf(files.get('third.xml'))).toEqual([])
  })
})

describe('a feed of its own', () => {
  it('has a title, an address and an identity, and the episodes of the main feed', async () => {
    const {files} = await planned('season-1: {season: 1}')
    const rss = files.get('season-1.xml') ?? ''
    expect(rss).toContain('<title>Trial Run (Season 1)</title>')
    expect(rss).toContain('<atom:link href="https://trial.example/season-1.xml" rel="self"')
    expect(rss).toContain(`<podcast:guid>${podcastGuidOf('https://trial.example/season-1.xml')}</podcast:guid>`)
    const guids = (text: string) => [...text.matchAll(/<guid[^>]*>([^<]*)/g)].map(([, guid]) => guid)
    expect(guids(files.get('feed.xml') ?? '')).toEqual(expect.arrayContaining(guids(rss)))
    expect([...files.keys()].filter((path) => path.startsWith('season-1'))).toEqual(['season-1.xml'])
  })

  it('says what its author says', async () => {
    const {files} = await planned(
      'film: {media: video, title: Trial Film, subtitle: To be seen, description: All films., image: https://trial.example/film.jpg, path: films/all.rss, guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, language: [en, de]}',
    )
    const rss = files.get('films/all.rss') ?? ''
    for (const said of [
      '<title>Trial Film</title>',
      '<description>All films.</description>',
      '<itunes:subtitle>To be seen</itunes:subtitle>',
      '<itunes:image href="https://trial.example/film.jpg"/>',
      '<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>',
      '<language>en</language>',
      '<link>https://trial.example/</link>',
    ])
      expect(rss).toContain(said)
  })

  it('has the language that it asks for', async () => {
    const {files} = await planned('deutsch: {language: de, formats: [rss, atom, json]}')
    expect(files.get('deutsch.xml')).toContain('<language>de</language>')
    expect(files.get('deutsch.atom.xml')).toContain('xml:lang="de"')
    expect(JSON.parse(files.get('deutsch.json') ?? '')).toMatchObject({language: 'de', items: [{title: 'three'}]})
  })

  it('is written in the formats that are asked for', async () => {
    const {files} = await planned('read: {formats: [atom]}', 'also: {json: a/b.json}', 'main: {formats: [rss, json]}')
    // Pages have two of these endings for what is no feed.
    const feeds = [...files.keys()].filter((path) => /\.(?:xml|json)$/.test(path))
    expect(
      feeds
        .filter((path) => !path.startsWith('search/') && path !== 'sitemap.xml' && path !== 'episode-list.json')
        .sort(),
    ).toEqual(['a/b.json', 'also.xml', 'feed.json', 'feed.xml', 'read.atom.xml'])
    expect(files.get('feed.xml')).not.toContain('atom+xml')
  })

  it('has guids of its own where its episodes must not be taken for others', async () => {
    const {files} = await planned('film: {media: video, item_guids: own, formats: [rss, atom]}')
    const guids = (path: string) => [...(files.get(path) ?? '').matchAll(/<guid[^>]*>([^<]*)/g)].map(([, guid]) => guid)
    expect(guids('film.xml')).toHaveLength(3)
    expect(guids('feed.xml')).not.toEqual(expect.arrayContaining(guids('film.xml').slice(0, 1)))
    const again = await planned('renamed: {media: video, item_guids: own, path: film.xml}')
    expect(again.files.get('film.xml')?.match(/<guid[^>]*>([^<]*)/)?.[1]).toBe(guids('film.xml')[0])
  })

  it('may be told apart by its own cover', async () => {
    const cover = {'film.png': Buffer.alloc(10)}
    const {problems} = await planFiles({
      ...episodes,
      ...cover,
      'show.yaml': `${showFile()}\nfeeds:\n  film:\n    media: video\n    image: film.png\n`,
    })
    expect(problems).toMatchObject([{code: 'cover-unreadable', file: 'show.yaml', line: 13}])
  })

  it('tells apps to begin with its first episode', async () => {
    const {files} = await planned('start: {first: 3, order: oldest}')
    expect(files.get('start.xml')).toContain('<itunes:type>serial</itunes:type>')
    expect(files.get('feed.xml')).toContain('<itunes:type>episodic</itunes:type>')
  })

  it('of the first or latest episodes is complete by itself', async () => {
    const {files} = await planned('start: {first: 2, formats: [rss, atom]}')
    for (const path of ['start.xml', 'start.atom.xml']) {
      expect(files.get(path)).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"')
      expect(files.get(path)).toContain('<fh:complete/>')
    }
    expect(files.get('feed.xml')).not.toContain('fh:')
  })

  it('is valid in every format', async () => {
    const {files} = await planned('film: {media: video, latest: 2, formats: [rss, atom, json]}', 'best: {tag: best}')
    for (const path of ['feed.xml', 'film.xml', 'film.atom.xml', 'film.json', 'best.xml']) {
      const {problems} = checkFeed(new TextEncoder().encode(files.get(path)), {file: path})
      expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    }
  })
})

describe('the main feed', () => {
  it('can be told what it holds, too', async () => {
    const {files} = await planned('main: {season: 2, title: Only the second}', 'rss: podcast.xml')
    expect(titlesOf(files.get('podcast.xml'))).toEqual(['four', 'three'])
    expect(files.get('podcast.xml')).toContain('<title>Only the second</title>')
    // The page lists every episode, in whatever feed it is.
    expect(files.get('index.html')).toContain('>one</a>')
  })

  it('is linked by every page before the others; a feed that is blocked is linked by none', async () => {
    const {files} = await planned('best: {tag: best}', 'quiet: {tag: best, block: true}')
    const [, ...others] = feedKinds
    for (const page of ['index.html', 'episodes/one/index.html']) {
      const links = [
        ...(files.get(page) ?? '').matchAll(/<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)"/g),
      ]
      expect(links.map(([, , title, href]) => [title, href])).toEqual([
        ['Trial Run', 'https://trial.example/feed.xml'],
        ...others.map(({label, mainPath}) => [`Trial Run (${label})`, `https://trial.example/${mainPath}`]),
        ['Trial Run (Best)', 'https://trial.example/best.xml'],
      ])
      expect(files.get(page)).not.toContain('quiet')
    }
    expect(files.get('index.html')).toContain('<a href="https://trial.example/best.xml">')
    expect(files.get('quiet.xml')).toContain('<itunes:block>Yes</itunes:block>')
    expect(files.get('best.xml')).not.toContain('<itunes:block>')
  })

  it('is a feed of films for a show that has nothing else', async () => {
    const {files} = await planFiles({'five.md': episodes['five.md']})
    expect(files.get('feed.xml')).toMatch(/<enclosure url="[^"]*five\.mp4" length="90000000" type="video\/mp4"/)
  })

  it('keeps its form of before: paths by format', async () => {
    const {files} = await planFiles({
      ...episodes,
      'show.yaml': `${showFile('feeds: {rss: podcast.xml, atom: a.xml}')}\n`,
    })
    expect(['podcast.xml', 'a.xml', 'feed.json'].filter((path) => files.has(path))).toHaveLength(3)
  })
})

describe('a feed that cannot be', () => {
  it.each([
    ['film: {medai: video}', 'key-misspelt', /"medai" is no known key/, /^Did you mean "media"\?$/],
    ['film: {seasns: 1}', 'key-misspelt', /"seasns" is no known key/, /Did you mean "season"/],
    ['film: {colour: red}', 'value-invalid', /unknown key "colour"/, /Known keys: media, season/],
    ['film: {media: vido}', 'value-invalid', /media is "vido"/, /Did you mean "video"/],
    ['atm: a.xml', 'value-invalid', /atm must be a map/, /Did you mean "atom"/],
    ['film: [video]', 'value-invalid', /film must be a map/, /Write film: /],
    ['"a b": {}', 'value-invalid', /cannot be the name/, /letters, digits and hyphens/],
    ['rss: {media: video}', 'value-invalid', /rss is a map/, /Write main: /],
    ['film: {media: video, path: feed.xml}', 'feed-path-taken', /main and film would both/, /path: film\.xml/],
    ['film: {media: video, path: FEED.json}', 'feed-path-taken', /FEED\.json/, /path/],
    ['film: {latest: 0}', 'value-invalid', /latest is 0/, undefined],
    ['film: {guid: own}', 'value-invalid', /guid is "own"/, /./],
  ])('%s', async (line, code, message, hint) => {
    const {problems} = await planned(line)
    expect(problems).toMatchObject([{code, severity: 'error', file: 'show.yaml', line: 12}])
    expect(problems[0]?.message).toMatch(message)
    if (hint !== undefined) expect(problems[0]?.hint).toMatch(hint)
  })

  it('is refused by its whole form', async () => {
    const {problems} = await planFiles({...episodes, 'show.yaml': showFile('feeds: podcast.xml')})
    expect(problems).toMatchObject([{code: 'value-invalid', message: expect.stringContaining('map of feeds')}])
  })

  it('names the line of a key deep in the file', async () => {
    const {problems} = await planFiles({
      ...episodes,
      'show.yaml': `${showFile()}\nfeeds:\n  film:\n    media: video\n    season: one\n`,
    })
    expect(problems).toMatchObject([{code: 'value-invalid', line: 14, column: 13}])
  })
})

describe('a feed has a budget', () => {
  it.each([
    ['feed_budget: 3 kB', 'main'],
    ['feeds: {heard: {media: audio, feed_budget: 2 kB}}', 'heard'],
    ['feed_budget: 1 MB', undefined],
    ['title: Trial Run', undefined],
  ])('%s', async (line, name) => {
    const {problems} = await planFiles({...episodes, 'show.yaml': showFile(line)})
    expect(problems).toMatchObject(
      name === undefined ? [] : [{code: 'feed-too-large', severity: 'warning', file: 'show.yaml'}],
    )
    if (name !== undefined) expect(problems[0]?.message).toMatch(new RegExp(`The feed ${name} is larger.*xml \\(\\d`))
  })
})

it.each(['feed_budget: 1 kB', 'feed_budget: 500 apples', 'feed_budget: 12:00'])(
  'says of %s what a budget is',
  async (line) => {
    const {problems} = await planFiles({...episodes, 'show.yaml': showFile(line)})
    expect(problems).toMatchObject([
      {code: 'value-invalid', hint: 'Write the number with its unit: feed_budget: 500 kB'},
    ])
    expect(problems[0]?.message).not.toMatch(/recording|file/)
  },
)

it('has an enclosure that stands in the folder', async () => {
  const {files, problems} = await planFiles({
    'talk.md': '---\ntitle: Talk\ndate: 2026-01-01\n---\nHello.\n',
    'talk.mp3': media.mp3,
    'talk.mp4': media.mp4,
    'show.yaml': `${showFile()}\nfeeds: {video: {media: video}}\n`,
  })
  expect(problems).toEqual([])
  expect(files.get('feed.xml')).toContain('<enclosure url="https://trial.example/media/talk.mp3"')
  expect(files.get('video.xml')).toContain('<enclosure url="https://trial.example/media/talk.mp4"')
})

describe('a feed for people who read', () => {
  const article =
    '---\ntitle: Talk\ndate: 2026-01-01\naudio: {url: https://media.example/t.mp3, size: 5000000, duration: 10:00}\n---\nAbout it.\n'
  const captions = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Jo Lund>Trains & ferries <b>meet</b> here.\n'
  const files = (feeds: string) => ({
    'talk.md': article,
    'talk.vtt': captions,
    'show.yaml': `${showFile()}\nfeeds: ${feeds}\n`,
  })

  it('has the whole transcript in its items, in every format; the main feed has not', async () => {
    const {files: planned, problems} = await planFiles(files('{text: {transcript: true, formats: [rss, atom, json]}}'))
    expect(problems).toEqual([])
    const text = '<cite>Jo Lund:</cite>'
    const rss = planned.get('text.xml') ?? ''
    const encoded = /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/.exec(rss)?.[1]
    expect(encoded).toContain('<h2>Transcript</h2>')
    expect(encoded).toContain(text)
    expect(encoded).toContain('Trains &amp; ferries')
    expect(/<description><!\[CDATA\[([\s\S]*?)\]\]>/.exec(rss)?.[1]).not.toContain('ferries')
    expect(JSON.parse(planned.get('text.json') ?? '')).toMatchObject({
      items: [{content_html: expect.stringContaining(text)}],
    })
    expect(planned.get('text.atom.xml')).toContain('Jo Lund:')
    for (const path of ['feed.xml', 'atom.xml', 'feed.json']) expect(planned.get(path)).not.toContain('ferries')
  })
})
