import {describe, expect, it} from 'vitest'
import {feedFields} from '../../src/read/fields/feed-fields.ts'
import {showFields} from '../../src/read/fields/show-fields.ts'
import {authoredTags} from '../../src/tags/all-tags.ts'
import type {Files} from '../files-on-disk.ts'
import {rowsOfSeries} from '../series.ts'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const jpeg = Buffer.from(
  `ffd8ffe000104a46494600010100000100010000ffc00011080578057803012200021101031101ffda000c03010002110311003f00${'12'.repeat(99)}ffd9`,
  'hex',
)

/** A show in which every question of a feed divides the episodes, and what the examples name is there. */
const files: Files = {
  'banner.jpg': jpeg,
  'cover.jpg': jpeg,
  'cover-video.jpg': jpeg,
  'members.txt': 'Ada\n',
  'one.md':
    '---\ntitle: One\ndate: 2026-01-31 09:00\nseason: 1\nepisode: 1\ntags: [best]\nhosts: [Mara Winter]\n---\nHello.\n',
  'one.mp3': media.mp3,
  'one.mp4': media.mp4,
  'one.transcript.md': '**Mara Winter:** See [more](https://b.example/).\n\n**Jo Lund:** So I will.\n',
  'two.md':
    '---\ntitle: Two\ndate: 2026-02-28\nseason: 2\nlanguage: de\ntype: bonus\nnr: 7\naudio: {url: https://media.example.org/two.mp3, size: 5000000, duration: 10:00}\n---\nHello.\n',
  '0259.md': '---\ntitle: Last\ndate: 2026-03-31\nvideo: https://b.example/last.mp4\nguid: last\n---\nHello.\n',
  '_episodes/three.md': `---\ntitle: Three\ndate: 2026-04-30\nepisode: 3\n---\n${'Hello. '.repeat(4000)}\n`,
}

/** Archives begin at twice ten episodes. */
function moreFor(key: string): Files {
  const count = key === 'items_per_feed' ? 25 : 0
  return Object.fromEntries(
    Array.from({length: count}, (_, index) => [`old-${index}.md`, episodeFile(`old-${index}`, ['date: 2025-01-31'])]),
  )
}

/** Where the example says what the show says anyway, or needs something beside it. */
const given: Readonly<Record<string, {readonly line: string; readonly beside?: readonly string[]}>> = {
  language: {line: 'language: sv'},
  explicit: {line: 'explicit: true'},
  owner_name: {line: 'owner_name: Mara Winter', beside: ['owner: mara@example.org']},
  email: {line: 'email: mara@example.org', beside: ['owner:']},
  schedule: {line: 'schedule: {early: 10 minutes}'},
  feed_budget: {line: 'feed_budget: 20 kB'},
  items_per_feed: {line: 'items_per_feed: 10'},
  fields: {line: 'fields: {number: nr}'},
  other_keys: {line: 'other_keys: [nr]'},
  checks: {line: 'checks: {episode-without-media: {severity: error}}'},
  transcripts_from: {line: 'transcripts_from: ../nowhere'},
  type: {line: 'type: serial'},
  additions: {line: 'additions: {"0259.md": {episode: 9}}'},
  discussion: {line: 'discussion: https://social.example/@mara/113024800000000001'},
  remote_items: {line: 'remote_items: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c}]', beside: ['medium: musicL']},
  medium: {line: 'medium: music'},
  own_pages: {line: 'own_pages: two.md'},
  members_url: {
    line: 'members_url: https://members.example.org/',
    beside: ['feeds: {supporters: {members: members.txt}}'],
  },
}

/** Keys of which no file of the show's own output speaks, and why. */
const withoutTrace: ReadonlyMap<string, string> = new Map([
  ['probe_hosts', 'is for `castwright probe`'],
  ['precompress', 'copies what a build has written; tests/write has it'],
  ['shows', 'is for network.yaml'],
  ['lists', 'is for network.yaml'],
])

type Given = {readonly now?: Date | undefined; readonly more?: Files}

const outputs = new Map<string, Promise<string>>()

/** Most keys are held against one and the same output. */
function output(lines: readonly string[], given: Given = {}): Promise<string> {
  const key = JSON.stringify([lines, given])
  const found = outputs.get(key) ?? planned(lines, given)
  outputs.set(key, found)
  return found
}

async function planned(lines: readonly string[], {now, more}: Given): Promise<string> {
  const {files: texts, problems} = await planFiles({...files, ...more, 'show.yaml': showFile(...lines)}, now)
  expect(problems.filter(({code}) => code === 'value-invalid' || code === 'key-misspelt')).toEqual([])
  // What a key only makes the build say is output as well.
  return JSON.stringify([[...texts].sort(), problems.map(({code, severity, message}) => [code, severity, message])])
}

describe('every documented key of show.yaml', () => {
  const rows = [
    ...Object.entries(showFields).map(([name, {example}]) => ({name, example})),
    ...authoredTags.filter(({level}) => level !== 'episode').map(({key, example}) => ({name: key, example})),
  ].filter(({name}) => !withoutTrace.has(name))

  it.each(rowsOfSeries(rows, 3).map(({name, example}) => [name, example] as const))(
    '%s changes what is published',
    async (name, example) => {
      const {line, beside = []} = given[name] ?? {line: example}
      // Ten minutes before an episode is due.
      const now = name === 'schedule' ? new Date('2026-01-31T08:55:00Z') : undefined
      const options = {now, more: moreFor(name)}
      expect(await output([...beside, line], options)).not.toBe(await output(beside, options))
    },
  )
})

/** In a feed for all episodes, that is in all forms. */
const givenOfFeed: Readonly<Record<string, string>> = {
  latest: 'latest: 1',
  first: 'first: 1',
  items_per_feed: 'items_per_feed: 10',
  feed_budget: 'feed_budget: 20 kB',
  early: 'early: 3 days, members: members.txt',
  formats: 'formats: [rss, json]',
}

describe('every documented key of a feed', () => {
  it.each(Object.entries(feedFields).map(([name, {example}]) => [name, example] as const))(
    '%s changes what is published',
    async (name, example) => {
      process.env.CASTWRIGHT_SECRET = 'a secret that is long enough for a test'
      const line = givenOfFeed[name] ?? example
      const feed = (inner: string) =>
        output([`feeds: {extra: {${inner}}}`, 'prefixes: [op3]'], {
          now: name === 'early' ? new Date('2026-03-30T00:00:00Z') : undefined,
          more: moreFor(name),
        })
      const before = name === 'early' ? 'members: members.txt' : 'title: All, block: false'
      expect(await feed(name === 'title' ? line : `title: All, ${line}`)).not.toBe(await feed(before))
    },
  )
})
