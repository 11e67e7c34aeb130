import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {adoptShow, changesAsText, compare} from '../../../src/index.ts'
import {podcastGuidOf} from '../../../src/read/episode/identity.ts'
import {type Files, writeFiles} from '../../files-on-disk.ts'

const now = new Date('2026-06-01T00:00:00Z')

function repository(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-adopt-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

function episode(title: string, day: number, more = ''): string {
  return `---\ntitle: ${title}\ndate: 2026-01-${day}\n${more}---\nNotes of ${title}.\n`
}

const hugo = {
  'hugo.toml':
    'title = "Night Trains"\nbaseURL = "https://trains.example/"\nlanguageCode = "en-gb"\n[params]\ndescription = "Trains at night."\nmedia_prefix = "https://dts.podtrac.com/redirect.mp3/media.example/nt/"\n[params.feed]\nitunes_author = "Mara Winter"\nitunes_top_category = "Technology"\n',
  'content/_index.md': '---\ntitle: Home\n---\n',
  'content/about.md': '---\ntitle: About us\ndate: 2020-01-01\n---\n',
  'content/episode/001-first.md': episode('First', 10, 'podcast_file: 001.mp3\n'),
  'content/episode/002-second.md': episode('Second', 11, 'podcast_file: 002.mp3\n'),
  'content/episode/subscribe.md': '---\ntitle: Subscribe\ndate: 2020-01-01\n---\n',
  'README.md': '# The site\n',
}

async function adopt(folder: string, options: Partial<Parameters<typeof adoptShow>[1]> = {}) {
  const outcome = await adoptShow(folder, {now, ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

describe('a repository that becomes a show', () => {
  it('has a show.yaml of which each line says where it was found', async () => {
    const folder = repository(hugo)
    await adopt(folder)
    expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toBe(
      `# Written by \`castwright adopt\`. Each line says where it was found; change whatever is wrong.

# hugo.toml, title
title: Night Trains
# hugo.toml, params.description
description: Trains at night.
# hugo.toml, params.feed.itunes_author
author: Mara Winter
# hugo.toml, baseURL
site_url: https://trains.example/
# hugo.toml, languageCode
language: en-gb
# hugo.toml, params.feed.itunes_top_category
categories: Technology

# 2 pages with media, or with a date and a number
episodes: "content/episode/*.md"
# hugo.toml, params.media_prefix
media_url: https://media.example/nt/
# hugo.toml, params.media_prefix: services that count downloads
prefixes: [https://dts.podtrac.com/redirect.mp3/]
# Pages beside the episodes that are none: no media, and no number.
leave_out:
  content/episode/subscribe.md: a page, not an episode
`,
    )
  })

  it.each([
    [
      'Jekyll',
      {
        '_config.yml': 'title: Night Trains\ndescription: Trains.\nurl: https://trains.example\n',
        '_episodes/a/2026-01-10-first.md': episode('First', 10, 'audio: https://m.example/1.mp3\n'),
        '_episodes/b/2026-01-11-second.md': episode('Second', 11, 'audio: https://m.example/2.mp3\n'),
      },
      '_episodes/**/*.md',
    ],
    [
      'Eleventy',
      {
        '_data/metadata.json': '{"title": "Night Trains", "description": "Trains.", "url": "https://trains.example/"}',
        'podcasts/one.md': episode('First', 10, 'mp3: https://m.example/1.mp3\n'),
        'podcasts/two.md': episode('Second', 11, 'mp3: https://m.example/2.mp3\n'),
      },
      'podcasts/*.md',
    ],
    [
      'folders with an index.md',
      {
        'site.yml': 'name: Night Trains\ndescription: Trains.\nurl: https://trains.example/\n',
        'contents/episodes/1/index.md': episode('First', 10, 'file: https://m.example/1.mp3\n'),
        'contents/episodes/2/index.md': episode('Second', 11, 'file: https://m.example/2.mp3\n'),
        'contents/episodes/2/social.md': '---\ntitle: Post this\n---\n',
      },
      'contents/episodes/*/index.md',
    ],
  ] as const)('may be made with %s', async (_name, files, glob) => {
    const folder = repository(files)
    const {value} = await adopt(folder)
    expect(value.map(({title, episodeCount, missing}) => ({title, episodeCount, missing}))).toEqual([
      {title: 'Night Trains', episodeCount: 2, missing: []},
    ])
    expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toContain(`\nepisodes: "${glob}"\n`)
  })

  it('may be several shows side by side, each with its own page', async () => {
    const page = (title: string) => `---\ntitle: ${title}\ndescription: About ${title}.\n---\n`
    const folder = repository({
      'config.toml': 'baseURL = "https://shows.example/"\ntitle = "All shows"\n',
      'content/show/one/_index.md': page('One'),
      'content/show/one/0001.md': episode('First', 10, 'audio: https://m.example/1.mp3\n'),
      'content/show/one/0002.md': episode('Second', 11, 'audio: https://m.example/2.mp3\n'),
      'content/show/two/_index.md': page('Two'),
      'content/show/two/0001.md': episode('Third', 12, 'audio: https://m.example/3.mp3\n'),
      'content/show/two/0002.md': episode('Fourth', 13, 'audio: https://m.example/4.mp3\n'),
    })
    const {value} = await adopt(folder)
    expect(value.map(({folder: below, title}) => [below, title])).toEqual([
      ['content/show/one', 'One'],
      ['content/show/two', 'Two'],
    ])
    // Not all of them at the address of the site: one would replace the feed of the other.
    expect(value.map(({text}) => /^site_url: (.*)$/m.exec(text)?.[1])).toEqual([
      'https://shows.example/show/one/',
      'https://shows.example/show/two/',
    ])
  })

  it('keeps a show.yaml that is there, and writes nothing in a dry run', async () => {
    const folder = repository(hugo)
    const shown = await adopt(folder, {dryRun: true})
    expect(shown.value.map(({fate}) => fate)).toEqual(['shown'])
    expect(existsSync(join(folder, 'show.yaml'))).toBe(false)
    writeFileSync(join(folder, 'show.yaml'), 'title: Mine\n')
    const kept = await adopt(folder)
    expect(kept.value.map(({fate}) => fate)).toEqual(['kept'])
    expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toBe('title: Mine\n')
  })

  it('is asked for what no file says', async () => {
    const files = {
      'one/1.md': episode('First', 10, 'audio: 1.mp3\n'),
      'one/2.md': episode('Second', 11, 'audio: 2.mp3\n'),
    }
    const {problems, value} = await adopt(repository(files))
    expect(value[0]?.missing.map(({field}) => field)).toEqual(['title', 'description', 'site_url', 'media_url'])
    expect(problems.map(({code}) => code)).toEqual(Array.from({length: 4}, () => 'adopt-value-missing'))
  })

  it('is none where nothing looks like an episode', async () => {
    const outcome = await adoptShow(repository({'README.md': '# Hello\n', 'docs/a.md': '---\ntitle: A\n---\n'}), {now})
    expect(outcome.problems.map(({code}) => code)).toEqual(['adopt-nothing-found'])
  })

  it.each([
    ['a.org', '#+title: A\n', 'no Markdown (a.org and 1 more)'],
    ['a.meta', '.. title: A\n', 'Nikola'],
    ['a.mdx', "export const meta = {title: 'A'}\n", 'a.mdx and 1 more have no front matter'],
  ])('is none where episodes are kept as in %s, and it says why', async (name, text, why) => {
    const outcome = await adoptShow(repository({[name]: text, [`b/${name}`]: text}), {now})
    expect(outcome.problems.map(({message}) => message)).toEqual([expect.stringContaining(why)])
  })

  it('finds its recordings by name, whichever way the system writes letters with marks', async () => {
    const files = {
      'site.yml': 'title: Fähren\ndescription: Boote.\nurl: https://trains.example\n',
      'e/1.md': episode('First', 10, 'audio: fähre-1.mp3\n'),
      'e/2.md': episode('Second', 11, 'audio: fähre-2.mp3\n'),
      ['e/fähre-1.mp3'.normalize('NFD')]: 'x',
      ['e/fähre-2.mp3'.normalize('NFD')]: 'x',
    }
    const {problems} = await adopt(repository(files))
    expect(problems).toEqual([])
  })
})

const self = '<atom:link rel="self" href="https://host.example/nt.rss"/>'

function liveFeed(
  items: readonly {readonly guid: string; readonly title: string; readonly url: string; readonly day: number}[],
): string {
  const written = items.map(
    ({guid, title, url, day}) =>
      `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>${new Date(Date.UTC(2026, 0, day)).toUTCString()}</pubDate><enclosure url="${url}" length="1000000" type="audio/mpeg"/></item>`,
  )
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Night Trains</title><link>https://trains.example/</link><description>Trains at night.</description>${self}${written.join('')}</channel></rss>`
}

describe('a repository whose live feed is known', () => {
  it('is asked where it will be published, if its feed names a page at the host', async () => {
    const {'hugo.toml': _config, ...others} = hugo
    const feed = liveFeed([]).replace('</channel>', '<item><title>First</title><guid>g1</guid></item></channel>')
    const folder = repository({
      ...others,
      'feed.xml': feed.replace('https://trains.example/', 'https://rss.com/podcasts/trains'),
    })
    const {value} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(value[0]?.missing.map(({field}) => field)).toContain('site_url')
    expect(value[0]?.text).not.toContain('rss.com')
  })

  const {'content/episode/subscribe.md': _page, ...files} = hugo
  const items = [
    {
      guid: 'https://host.example/?p=2',
      title: 'Second!',
      url: 'https://dts.podtrac.com/redirect.mp3/media.example/nt/002.mp3',
      day: 11,
    },
    {
      guid: 'https://host.example/?p=1',
      title: 'First',
      url: 'https://dts.podtrac.com/redirect.mp3/media.example/nt/001.mp3',
      day: 10,
    },
  ]

  it('takes the identity from it: no episode is delivered again, and none is lost', async () => {
    const folder = repository({...files, 'feed.xml': liveFeed(items)})
    const {value} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(value[0]?.joined).toEqual({byMedia: 2, byGuid: 0, byTitle: 0, onlyInFeed: [], onlyInFiles: []})
    const compared = await compare(readFileSync(join(folder, 'feed.xml')), folder, {now})
    if (!compared.ok || compared.value === undefined) throw new Error(JSON.stringify(compared.problems))
    expect(changesAsText(compared.value)).toContain('Subscribers get nothing twice and lose nothing')
  })

  it('leads old pages on, and takes from it what the files do not say', async () => {
    const folder = repository({
      ...files,
      'content/episode/003-third.md': episode('Third', 12),
      'content/episode/004-fourth.md': episode('Fourth', 13, 'guid: mine\naudio: https://other.example/4.mp3\n'),
      'feed.xml': liveFeed([
        {guid: '4', title: 'Fourth', url: 'https://dts.podtrac.com/redirect.mp3/media.example/nt/004.mp3?a=1', day: 13},
        {guid: '3', title: 'Third', url: 'https://dts.podtrac.com/redirect.mp3/media.example/nt/003.mp3', day: 12},
        ...items,
      ])
        .replaceAll('<pubDate>', '<link>https://trains.example/old</link><pubDate>')
        .replace('/old<', '/2026/fourth.html<')
        .replace('/old<', '/?p=3<'),
    })
    const {value, problems} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(problems).toEqual([])
    expect(value[0]?.text).toContain(`# What only the live feed says of these episodes.
additions:
  content/episode/003-third.md: {audio: {url: "https://dts.podtrac.com/redirect.mp3/media.example/nt/003.mp3", type: "audio/mpeg", size: 1000000}}
  content/episode/004-fourth.md: {aliases: ["/2026/fourth.html"]}
# Where the live feed and a file differ, the feed counts: subscribers have that.
corrections:
  content/episode/004-fourth.md: {guid: "4", audio: {url: "https://dts.podtrac.com/redirect.mp3/media.example/nt/004.mp3?a=1", type: "audio/mpeg", size: 1000000}, reason: "subscribers have it so, in the live feed"}
`)
    const compared = await compare(readFileSync(join(folder, 'feed.xml')), folder, {now})
    expect(compared).toMatchObject({ok: true, value: {hurts: false}})
  })

  it('adds to a show.yaml that is there what it lacks, and changes no line of it', async () => {
    const mine =
      'title: Mine\ndescription: Trains.\nurl: https://trains.example/\nmedia_prefix: https://media.example/nt/\n'
    const folder = repository({...files, 'show.yaml': mine, 'feed.xml': liveFeed(items)})
    const {value} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(value[0]).toMatchObject({fate: 'completed', joined: {byMedia: 2}})
    const text = readFileSync(join(folder, 'show.yaml'), 'utf8')
    expect(text.startsWith(`${mine}\n# Added by \`castwright adopt\`.\n# What subscribers know the show by.`)).toBe(
      true,
    )
    expect(text).toContain('prefixes: [https://dts.podtrac.com/redirect.mp3/]\n')
    expect((await adopt(folder, {feed: join(folder, 'feed.xml')})).value[0]?.fate).toBe('kept')
    expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toBe(text)
  })

  it('is that of one show among several: the one that has its titles', async () => {
    const page = (title: string) => `---\ntitle: ${title}\ndescription: About ${title}.\n---\n`
    const folder = repository({
      'config.toml': 'baseURL = "https://shows.example/"\ntitle = "All shows"\n',
      'show/one/_index.md': page('One'),
      'show/one/0001.md': episode('Other', 10, 'audio: https://m.example/1.mp3\n'),
      'show/one/0002.md': episode('Another', 11, 'audio: https://m.example/2.mp3\n'),
      'show/two/_index.md': page('Two'),
      'show/two/0001.md': episode('First', 10, 'audio: https://m.example/3.mp3\n'),
      'show/two/0002.md': episode('Second!', 11, 'audio: https://m.example/4.mp3\n'),
      'feed.xml': liveFeed(items),
    })
    const {value} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(value.map(({folder: below, joined}) => [below, joined?.byTitle])).toEqual([
      ['show/one', undefined],
      ['show/two', 2],
    ])
    const strange = liveFeed(items).replaceAll(/<title>/g, '<title>Not ')
    writeFileSync(join(folder, 'feed.xml'), strange)
    const unclear = await adoptShow(folder, {now, feed: join(folder, 'feed.xml')})
    expect(unclear.problems).toMatchObject([
      {
        code: 'adopt-show-unclear',
        message: 'No episode of the 2 shows here has a title of the feed: in show/one, show/two',
      },
    ])
  })

  it('claims no guid for the show where neither the feed nor its file says one, and asks for the address', async () => {
    const folder = repository({...files, 'feed.xml': liveFeed(items).replace(self, '')})
    const feed = join(folder, 'feed.xml')
    const {value, problems} = await adopt(folder, {feed, dryRun: true})
    expect(value[0]?.text).not.toMatch(/^guid:/m)
    expect(value[0]?.missing.map(({field, option}) => [field, option])).toEqual([['guid', 'feedUrl']])
    expect(problems.map(({code, hint}) => [code, hint])).toEqual([
      ['adopt-value-missing', 'Run adopt with --feed-url and that address'],
    ])
    const asked = await adopt(folder, {feed, ask: async () => ({guid: 'https://host.example/nt.rss'})})
    expect(asked.value[0]).toMatchObject({missing: [], answered: ['guid'], joined: {byMedia: 2}})
    expect(asked.value[0]?.text).toContain(
      `# follows from the address of the live feed, as every tool derives it\nguid: "${podcastGuidOf('https://host.example/nt.rss')}"\n`,
    )
    expect(asked.value[0]?.text).toContain('old_feed_urls: [https://host.example/nt.rss]')
  })

  it('has its cover in the repository, where a file there has the name', async () => {
    const cover =
      '<itunes:image xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" href="https://cdn.example/x/nt%20cover.jpg?v=2"/>'
    const feed = liveFeed(items).replace(self, `${self}${cover}`)
    const folder = repository({...files, 'static/nt cover.jpg': 'x', 'feed.xml': feed})
    const {value} = await adopt(folder, {feed: join(folder, 'feed.xml'), dryRun: true})
    expect(value[0]?.text).toContain('image: static/nt cover.jpg\n')
  })

  it('names what is on one side alone', async () => {
    const more = [{guid: 'x', title: 'Lost', url: 'https://media.example/nt/lost.mp3', day: 12}, ...items.slice(1)]
    const folder = repository({...files, 'feed.xml': liveFeed(more)})
    const {value, problems} = await adopt(folder, {feed: join(folder, 'feed.xml')})
    expect(value[0]?.joined?.onlyInFeed).toEqual(['Lost'])
    expect(value[0]?.joined?.onlyInFiles).toEqual(['content/episode/002-second.md'])
    expect(problems.map(({code}) => code)).toEqual(['adopt-item-unmatched'])
  })
})

describe('articles that say nothing of episodes', () => {
  const article = (player: string) => `---\ntitle: An interview\n---\n\n${player}\n\n**Mara:** How did it begin?\n`

  it.each([
    '<iframe width="100%" style="a: b;"src="https://www.youtube.com/embed/igW5VWewuLE"></iframe>',
    '<audio controls src="talk.mp3"></audio>',
    '<video><source src="talk.mp4"></video>',
  ])('are the episodes where they have a player: %s', async (player) => {
    const folder = repository({'one.md': article(player), 'README.md': article(player)})
    const {value} = await adopt(folder)
    expect(value).toMatchObject([{episodeCount: 1}])
    expect(value[0]?.text).toContain(
      '# one page with something to play or a conversation in the text\nepisodes: "*.md"\n',
    )
  })

  it.each(['<iframe src="https://maps.example/"></iframe>', 'A film on https://www.youtube.com/embed/igW5VWewuLE'])(
    'are none without: %s',
    async (text) => {
      const outcome = await adoptShow(repository({'one.md': article(text)}), {now})
      expect(outcome.problems.map(({code}) => code)).toEqual(['adopt-nothing-found'])
    },
  )

  it('are the episodes where people talk by turns', async () => {
    const talk = '**Mara Winter:** How did it begin?\n\n**Jo Lund:** With one carriage, and much coffee.\n\n'.repeat(3)
    const folder = repository({'one.md': `# An interview\n\n${talk}`, 'terms.md': '# Terms\n\nNote: none.\n'})
    expect((await adopt(folder)).value).toMatchObject([{episodeCount: 1}])
  })

  it('are none beside pages that are episodes for certain', async () => {
    const folder = repository({...hugo, 'blog/one.md': article('<audio src="a.mp3"></audio>')})
    expect((await adopt(folder)).value).toMatchObject([{episodeCount: 2}])
  })
})
