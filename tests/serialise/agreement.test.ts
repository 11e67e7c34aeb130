import {execFileSync, spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from 'feedsmith'
import {parseFeed as parseWithPartytime} from 'podcast-partytime'
import {beforeAll, describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'

const example = join(import.meta.dirname, '../../episodes')
const python = '/usr/bin/python3'
const hasFeedparser = spawnSync(python, ['-c', 'import feedparser']).status === 0

/** What must be the same of an episode in every format and to every reader. */
type Facts = {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly enclosure: {readonly url: string; readonly type: string; readonly length: number} | undefined
}

let rss: string
let atom: string
let json: string
let expected: readonly Facts[]

beforeAll(async () => {
  const {files} = await planInMemory(example, new Date('2027-01-01T00:00:00Z'))
  rss = files.get('feed.xml') ?? ''
  atom = files.get('atom.xml') ?? ''
  json = files.get('feed.json') ?? ''
  expected = JSON.parse(json).items.map(jsonFacts)
})

type JsonItem = {
  readonly id: string
  readonly title: string
  readonly date_published: string
  readonly attachments?: readonly {readonly url: string; readonly mime_type: string; readonly size_in_bytes: number}[]
}

function jsonFacts({id, title, date_published, attachments}: JsonItem): Facts {
  const [first] = attachments ?? []
  return {
    id,
    title,
    date: new Date(date_published).toISOString(),
    enclosure: first && {url: first.url, type: first.mime_type, length: first.size_in_bytes},
  }
}

/** An Atom id is an IRI: a UUID is one with its scheme (RFC 4122). */
function withoutUrn(id: string | undefined): string {
  return (id ?? '').replace(/^urn:uuid:/, '')
}

describe('the feeds of the example show', () => {
  it('hold several episodes, one of them without an enclosure', () => {
    expect(expected.length).toBeGreaterThanOrEqual(4)
    expect(expected.filter(({enclosure}) => enclosure === undefined)).toHaveLength(1)
    expect(new Set(expected.map(({id}) => id)).size).toBe(expected.length)
  })

  it('say the same in RSS, to feedsmith', () => {
    const found = parseRssFeed(rss).items?.map(({guid, title, pubDate, enclosures}) => ({
      id: guid?.value,
      title,
      date: new Date(String(pubDate)).toISOString(),
      enclosure: enclosures?.[0] && {url: enclosures[0].url, type: enclosures[0].type, length: enclosures[0].length},
    }))
    expect(found).toEqual(expected)
  })

  it('say the same in Atom, to feedsmith', () => {
    const found = parseAtomFeed(atom).entries?.map(({id, title, published, links}) => {
      const link = links?.find(({rel}) => rel === 'enclosure')
      return {
        id: withoutUrn(id),
        title: title?.value,
        date: new Date(String(published)).toISOString(),
        enclosure: link && {url: link.href, type: link.type, length: Number(link.length)},
      }
    })
    expect(found).toEqual(expected)
  })

  it('are JSON Feed 1.1, to feedsmith', () => {
    const found = parseJsonFeed(json)
    expect(found.items?.map(({id}) => id)).toEqual(expected.map(({id}) => id))
    expect(JSON.parse(json).version).toBe('https://jsonfeed.org/version/1.1')
    expect(Object.keys(JSON.parse(json))[0]).toBe('version')
  })

  it('keep every podcast tag, to feedsmith', () => {
    const items = parseRssFeed(rss).items ?? []
    const source = JSON.parse(json).items
    for (const [index, item] of items.entries()) {
      const {transcripts = [], persons = [], episode, season} = source[index]._podcast
      expect(item.podcast?.transcripts?.map(({url}) => url) ?? []).toEqual(
        transcripts.map(({url}: {url: string}) => url),
      )
      expect(item.podcast?.persons?.map(({display}) => display) ?? []).toEqual(
        persons.map(({name}: {name: string}) => name),
      )
      expect(item.podcast?.episode?.number).toBe(episode)
      expect(item.podcast?.season?.number).toBe(season)
    }
    expect(parseRssFeed(rss).podcast?.guid).toBe(JSON.parse(json)._podcast.guid)
  })

  it('say the same to podcast-partytime, which reads items with an enclosure', () => {
    const found = parseWithPartytime(rss)
    const playable = expected.filter(({enclosure}) => enclosure !== undefined)
    expect(
      found?.items.map(({guid, title, pubDate, enclosure}) => ({
        id: guid,
        title,
        date: pubDate?.toISOString(),
        enclosure: {url: enclosure.url, type: enclosure.type, length: enclosure.length},
      })),
    ).toEqual(playable)
  })

  it.skipIf(!hasFeedparser)('say the same to Python’s feedparser (skipped without Debian’s python3-feedparser)', () => {
    for (const [text, idOf] of [
      [rss, (id: string) => id],
      [atom, withoutUrn],
    ] as const) {
      const {bozo, entries} = readWithFeedparser(text)
      expect(bozo).toBe(0)
      expect(entries.map(({id, ...rest}) => ({id: idOf(id), ...rest}))).toEqual(
        expected.map(({enclosure, ...rest}) => ({...rest, enclosure: enclosure ?? null})),
      )
    }
  })
})

type FeedparserResult = {readonly bozo: number; readonly entries: readonly {readonly id: string}[]}

function readWithFeedparser(text: string): FeedparserResult {
  const script = `
import calendar, datetime, feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
def iso(entry):
    moment = datetime.datetime.fromtimestamp(calendar.timegm(entry.published_parsed), datetime.timezone.utc)
    return moment.strftime('%Y-%m-%dT%H:%M:%S.000Z')
def enclosure(entry):
    found = [{'url': e.href, 'type': e.type, 'length': int(e.length)} for e in entry.enclosures]
    return found[0] if found else None
entries = [{'id': e.id, 'title': e.title, 'date': iso(e), 'enclosure': enclosure(e)} for e in feed.entries]
print(json.dumps({'bozo': int(feed.bozo), 'entries': entries}))
`
  return JSON.parse(execFileSync(python, ['-c', script], {input: text, encoding: 'utf8'}))
}
