import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {namespaces} from '../../src/tags/all-tags.ts'

const root = join(import.meta.dirname, '../..')
const shows = join(root, 'tests/fixtures/shows')
/** Every-tag has what a show with episodes can have, music-list what only a list of other feeds has. */
const feeds = ['every-tag', 'music-list'].map((show) => readFileSync(join(shows, show, 'expected/feed.xml'), 'utf8'))
const atoms = ['every-tag', 'music-list', 'interview', 'languages-and-paths'].map((show) =>
  readFileSync(join(shows, show, 'expected/atom.xml'), 'utf8'),
)
const jsons = ['every-tag', 'music-list'].map((show) => readFileSync(join(shows, show, 'expected/feed.json'), 'utf8'))
const docs = readFileSync(join(root, 'docs/tags.md'), 'utf8')

const rows = namespaces.flatMap(({tags}) => tags)
const written = new Set(rows.flatMap(({name, inner = []}) => [name, ...inner.map((each) => each.name)]))

/** The tags of the specifications, by namespace. */
const vocabulary: Readonly<Record<string, string>> = {
  podcast: `transcript locked funding chapters soundbite person location season episode trailer license alternateEnclosure
    source integrity guid value valueRecipient valueTimeSplit medium liveItem contentLink socialInteract block txt
    remoteItem podroll updateFrequency podping chat publisher image images`,
  itunes: `image category explicit author title type new-feed-url block complete applepodcastsverify owner name email
    summary subtitle keywords duration episode season episodeType order isClosedCaptioned`,
  spotify: 'limit countryOfOrigin access',
  media:
    'group content title description thumbnail player keywords category copyright credit rating text hash restriction',
  dc: 'creator',
  psc: 'chapters chapter',
  content: 'encoded',
  googleplay: 'author',
}

/** Named here on purpose: what no row writes, and why. */
const notWritten: Readonly<Record<string, string>> = {
  'podcast:images': 'deprecated; podcast:image has taken its place',
  'itunes:name': 'stands in itunes:owner, which writes it',
  'itunes:email': 'stands in itunes:owner, which writes it',
  'itunes:summary': 'legacy; description is read everywhere',
  'itunes:order': 'legacy; apps sort by date and number',
  'itunes:isClosedCaptioned': 'legacy; a transcript with rel="captions" says it',
  'spotify:access': 'needs a contract with Spotify and a server for entitlements',
  'psc:chapter': 'stands in psc:chapters, which writes it',
  'media:description': 'description says the same',
  'media:keywords': 'category says the same',
  'media:category': 'category says the same',
  'media:copyright': 'copyright and podcast:license say the same',
  'media:credit': 'podcast:person says more',
  'media:rating': 'itunes:explicit says the same',
  'media:text': 'podcast:transcript links what would be here',
  'media:hash': 'MD5 or SHA-1; podcast:integrity has better ones',
  'media:restriction': 'no podcast app reads it, and it restricts nothing',
  'googleplay:author': 'Google Podcasts was closed in 2024, and its namespace with it',
}

const names = Object.entries(vocabulary).flatMap(([prefix, list]) =>
  list.split(/\s+/).map((name) => `${prefix}:${name}`),
)

function standsIn(feed: string, name: string): boolean {
  return new RegExp(`<${name}[\\s/>]`).test(feed)
}

type Row = (typeof rows)[number]

/** What docs/tags.md says of where other formats have the same, a pair for each path. */
function inDocs(pathsOf: (row: Row) => readonly string[] | undefined): readonly (readonly [string, string])[] {
  return rows.flatMap((row) => (pathsOf(row) ?? []).map((path) => [row.name, path] as const))
}

function hasMember(value: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true
  if (Array.isArray(value)) return value.some((each) => hasMember(each, [first, ...rest]))
  const members = value as Readonly<Record<string, unknown>> | null
  return typeof members === 'object' && members?.[first] !== undefined && hasMember(members[first], rest)
}

describe('the vocabulary', () => {
  it.each(names)('%s is written by a row, or there is a reason', (name) => {
    expect(written.has(name)).toBe(notWritten[name] === undefined)
  })

  it('gives reasons for tags of the vocabulary alone', () => {
    expect(Object.keys(notWritten).filter((name) => !names.includes(name))).toEqual([])
  })

  it.each([...written].filter((name) => !name.startsWith('fh:')))('%s stands in the feed of a fixture', (name) => {
    expect(feeds.some((feed) => standsIn(feed, name))).toBe(true)
  })

  it.each([...written])('%s has a line in docs/tags.md', (name) => {
    expect(docs).toContain(`| \`${name}\` |`)
  })

  it.each(inDocs(({atom}) => atom?.split(', ')))('%s: %s stands in an Atom feed of a fixture', (_name, path) => {
    const [element = '', ...attributes] = path.split(' ')
    const start = new RegExp(`<${element}\\b[^>]*${attributes.join('[^>]*')}|\\s${element}="`)
    expect(atoms.some((feed) => start.test(feed))).toBe(true)
  })

  it.each(inDocs(({json, member}) => [...(json?.split(', ') ?? []), ...(member ? [`_podcast.${member.name}`] : [])]))(
    '%s: %s stands in a JSON Feed of a fixture',
    (_name, path) => {
      const documents = jsons.map((text) => JSON.parse(text))
      expect(documents.some((feed) => [feed, ...feed.items].some((each) => hasMember(each, path.split('.'))))).toBe(
        true,
      )
    },
  )

  it('shows no picture of a video host, which would hear of everybody who looks', () => {
    const films = readFileSync(join(shows, 'video-and-hosted/expected/feed.xml'), 'utf8')
    expect(films).toContain('<media:player url="https://www.youtube-nocookie.com/')
    expect([...feeds, films].join('')).not.toMatch(/ytimg|vimeocdn/)
  })

  it('writes no tag that it does not name', () => {
    const prefixed = feeds.flatMap((feed) => [...feed.matchAll(/<((?:podcast|itunes|media|spotify|dc):[\w-]+)/g)])
    const found = new Set(prefixed.map(([, name = '']) => name))
    expect([...found].filter((name) => !written.has(name) && !/^itunes:(?:name|email)$/.test(name))).toEqual([])
  })
})
