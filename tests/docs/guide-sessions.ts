import {readFileSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {castwrightHere} from '../cli/run-castwright.ts'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {content, type MediaServer, withRanges} from '../probe/remote/media-server.ts'
import {media} from '../temporary-show.ts'

const root = resolve(import.meta.dirname, '../..')
const example = (name: string) => readFileSync(join(root, 'episodes', name))

/** The servers of the guide, on this machine: `at` gives the address there of one in the guide. */
export type World = {readonly server: (host: string) => MediaServer; readonly at: (address: string) => string}

/** What a reader has when they type the commands of a block. */
export type Session = {
  /** The first command of the block in whose folder this one goes on. */
  readonly after?: string
  /** What is there before the commands. It may run some itself. */
  readonly prepare?: (folder: string, world: World) => Promise<void> | void
  /** Of the last command, where it is not 0. */
  readonly exitCode?: number
}

const titles = ['First light', 'North', 'Dusk']

function show(site: string, ...lines: readonly string[]): string {
  return [
    'title: Night Trains',
    'description: Sleeper trains and the people who run them.',
    'author: Mara Winter',
    'language: en',
    'explicit: no',
    'owner: {name: Mara Winter, email: mara@example.org}',
    'categories: ["Society & Culture > Places & Travel"]',
    `site_url: ${site}`,
    ...lines,
    '',
  ].join('\n')
}

const slugOf = (title: string, index: number) => `00${index + 1}-${title.toLowerCase().replace(' ', '-')}`

/** Three episodes with their media beside them. */
function nightTrains(extra: Files = {}): Files {
  const episodes = titles.flatMap((title, index): [string, string | Uint8Array][] => [
    [`${slugOf(title, index)}.md`, `---\ntitle: ${title}\ndate: 2026-0${index + 1}-01 09:00\n---\n\nAll aboard.\n`],
    [`${slugOf(title, index)}.mp3`, media.mp3],
  ])
  return {
    'show.yaml': show('https://example.org/night-trains/', 'image: cover.jpg'),
    'cover.jpg': example('cover.jpg'),
    ...Object.fromEntries(episodes),
    ...extra,
  }
}

/** Half an hour that lies on a server. */
const firstLight = `---
title: First light
date: 2026-01-01 09:00
audio: {url: https://media.example.org/001.mp3, size: 29872000, duration: 31:07}
chapters: [{start: 0:00, title: Welcome}, {start: 2:10, title: The timetable}]
---

The first train of the year, with [its timetable](https://example.org/timetable).
`

type Item = {readonly title: string; readonly guid: string; readonly media: string}

function feed(items: readonly Item[]): string {
  const item = ({title, guid, media: address}: Item, index: number) => `<item><title>${title}</title>
<guid isPermaLink="false">${guid}</guid><pubDate>Sun, 0${(index % 9) + 1} Feb 2026 09:00:00 +0000</pubDate>
<description>Notes of ${title}.</description><itunes:duration>60</itunes:duration>
<enclosure url="${address}" length="${media.mp3.length}" type="audio/mpeg"/></item>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Night Trains</title><link>https://example.org/</link><description>Sleeper trains.</description><language>en</language>
<podcast:guid>0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21</podcast:guid>
<itunes:author>Mara Winter</itunes:author><itunes:explicit>false</itunes:explicit>
<itunes:category text="Technology"/><itunes:image href="https://example.org/cover.jpg"/>
${items.map(item).join('\n')}</channel></rss>`
}

function serveMedia({server, at}: World, address: string, bytes: Uint8Array, type: string): string {
  const {hostname, pathname} = new URL(address)
  server(hostname).serve(pathname, withRanges(content(bytes), {type}))
  return at(address)
}

const serveFeed = (world: World, address: string, items: readonly Item[]) =>
  serveMedia(world, address, Buffer.from(feed(items)), 'application/rss+xml')

/** The feed of a host with the three episodes. */
function serveShow(world: World, address: string): void {
  const items = titles.map((title, index) => ({
    title,
    guid: `urn:host:${index + 1}`,
    media: serveMedia(world, `https://media.example.org/${index + 1}.mp3`, media.mp3, 'audio/mpeg'),
  }))
  serveFeed(world, address, items.toReversed())
}

const trusting = (world: World) =>
  `probe_hosts: [${['example.org', 'host.example', 'media.example.org', 'old-host.example'].map((host) => world.server(host).host).join(', ')}]`

/** A show of 48 episodes that left its host, whose owner forgot two things. */
function leaveHost(folder: string, world: World): void {
  const sound = (index: number) => serveMedia(world, `https://media.example.org/${index}.mp3`, media.mp3, 'audio/mpeg')
  const items = Array.from({length: 48}, (_, index) => ({
    title: `Night ${index + 1}`,
    guid: `urn:host:${index + 1}`,
    media: sound(index + 1),
  }))
  serveFeed(world, 'https://old-host.example/night-trains/rss', items.toReversed())
  const cover = serveMedia(world, 'https://example.org/cover.jpg', example('cover.jpg'), 'image/jpeg')
  const episodes = items.map(({title, guid, media: address}, index): [string, string] => [
    `${String(index + 1).padStart(2, '0')}.md`,
    `---\ntitle: ${title}\ndate: 2026-01-${String((index % 28) + 1).padStart(2, '0')}\nguid: ${guid}\naudio: {url: "${address}", size: ${media.mp3.length}, duration: 60}\n---\nNotes.\n`,
  ])
  const lines = ['guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21', `image: ${cover}`, trusting(world)]
  writeFiles(folder, {'show.yaml': show(world.at('https://example.org/'), ...lines), ...Object.fromEntries(episodes)})
}

/** Builds the show, as its owner did before. */
async function built(folder: string): Promise<void> {
  const {status, stdout, stderr} = await castwrightHere(['build'], {folder})
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}

/** What each block of commands in the guide is typed into, by its first command. */
export const sessions: Readonly<Record<string, Session>> = {
  'npx castwright init my-show': {},
  'castwright adopt my-site --feed https://example.org/podcast.rss': {
    prepare: (folder, world) => {
      serveShow(world, 'https://example.org/podcast.rss')
      const {'show.yaml': _, ...episodes} = nightTrains()
      const config = 'title: Night Trains\nurl: https://example.org\ndescription: Sleeper trains.\n'
      const files = Object.entries({...episodes, '_config.yml': config})
      writeFiles(folder, Object.fromEntries(files.map(([path, content]) => [`my-site/${path}`, content])))
    },
  },
  'castwright compare https://example.org/podcast.rss my-site': {
    after: 'castwright adopt my-site --feed https://example.org/podcast.rss',
  },
  'castwright import https://host.example/my-show.rss my-show': {
    prepare: (_folder, world) => serveShow(world, 'https://host.example/my-show.rss'),
  },
  'castwright build my-show': {after: 'castwright import https://host.example/my-show.rss my-show'},
  'castwright import https://host.example/my-show.rss my-show --only enrich --site https://example.org/my-show/': {
    prepare: (_folder, world) => serveShow(world, 'https://host.example/my-show.rss'),
  },
  'castwright show 001 --as spotify': {
    prepare: (folder) => {
      const {'show.yaml': file = '', 'cover.jpg': cover = ''} = nightTrains()
      writeFiles(folder, {'show.yaml': file, 'cover.jpg': cover, '001-first-light.md': firstLight})
    },
  },
  'castwright probe': {
    prepare: async (folder, world) => {
      const address = serveMedia(
        world,
        'https://media.example.org/001.mp3',
        example('001-the-folder-is-the-show.mp3'),
        'audio/mpeg',
      )
      const text = `---\ntitle: First light\ndate: 2026-01-01\naudio: ${address}\n---\nAll aboard.\n`
      writeFiles(folder, {
        'show.yaml': show('https://example.org/', 'image: cover.jpg', trusting(world)),
        '001.md': text,
      })
      writeFiles(folder, {'cover.jpg': example('cover.jpg')})
    },
  },
  'castwright build --for public': {
    prepare: (folder) => {
      const feeds = 'feeds: {supporters: {members: members.txt}}'
      writeFiles(folder, nightTrains({'members.txt': 'Jo Lund\n', 'show.yaml': show('https://example.org/', feeds)}))
    },
  },
  'castwright build': {
    prepare: async (folder) => {
      const {'show.yaml': file, ...episodes} = nightTrains()
      writeFiles(folder, {'show.yaml': `${file}episodes: "*.md"\n`, ...episodes})
      await built(folder)
      for (const ending of ['md', 'mp3']) rmSync(join(folder, `003-dusk.${ending}`))
    },
    exitCode: 1,
  },
  'castwright compare https://your-show.example/feed.xml': {
    prepare: (folder, world) => {
      const guid = (title: string) => (title === 'Dusk' ? 'dusk' : title)
      const items = titles.map((title, index) => ({
        title,
        guid: guid(title),
        media: `https://example.org/night-trains/media/${slugOf(title, index)}.mp3`,
      }))
      serveFeed(world, 'https://your-show.example/feed.xml', items.toReversed())
      const dusk =
        '---\ntitle: Dusk\ndate: 2026-03-01 09:00\nguid: 5d0e5c0a-1d7e-5b0e-9a53-0d3c2f1b7a44\n---\n\nAll aboard.\n'
      writeFiles(folder, nightTrains({'003-dusk.md': dusk}))
    },
    exitCode: 1,
  },
  'castwright move https://old-host.example/night-trains/rss --old old-feed.xml': {
    prepare: async (folder, world) => {
      leaveHost(folder, world)
      await built(folder)
      const site = readFileSync(join(folder, 'output/feed.xml'))
      serveMedia(world, 'https://example.org/feed.xml', site, 'application/rss+xml')
    },
    exitCode: 1,
  },
  'castwright theme export --only header,episode': {prepare: (folder) => writeFiles(folder, nightTrains())},
}
