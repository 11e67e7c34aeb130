import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import type {Enclosure, FeedItem} from '../../src/model/feed.ts'
import type {FeedSettings} from '../../src/model/feed-settings.ts'
import type {RenderedFeed} from '../../src/model/rendered-show.ts'
import {renderFeeds} from '../../src/render/feeds/feed.ts'
import {serialiseFeed} from '../../src/serialise/serialise.ts'
import {podcastFeed} from '../feed-documents.ts'
import {channel, feed as sampleFeed} from '../pages/sample-show.ts'
import {triesSeries} from '../series.ts'

const day = 24 * 60 * 60 * 1000
const count = triesSeries ? 5000 : 1000
const itemsPerDocument = 200

const plan: FeedSettings = {
  name: 'main',
  paths: {rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json'},
  guid: channel.guid,
  query: {},
  itemGuids: 'same',
  order: 'newest',
  hasTranscripts: false,
  itemsPerDocument,
  budgetInBytes: 2_000_000,
  blocked: false,
  isLinked: true,
  place: {},
}

const [sample] = sampleFeed.items as readonly [FeedItem]

const slugOf = (number: number) => `e${String(number).padStart(5, '0')}`

/** Notes of 3 kB each, so that the whole is 40 MB in three formats. */
function episode(number: number): FeedItem {
  const at = new Date(Date.UTC(2010, 0, 1) + number * day)
  const guid = `guid-${number}` as FeedItem['guid']
  const url = `https://media.example/${number}.mp3` as Enclosure['url']
  const enclosure: Enclosure = {kind: 'audio', facts: {mimeType: 'audio/mpeg', sizeInBytes: 5_000_000}, url}
  return {...sample, enclosure, slug: slugOf(number), guid, title: slugOf(number), publishedAt: at, updatedAt: at}
}

type Document = {readonly text: string; readonly hash: string; readonly sizeInBytes: number}
type Documents = ReadonlyMap<string, Document>

/** What a build with this lock writes, and the lock that it leaves. */
function published(items: readonly FeedItem[], lock: ReadonlyMap<string, number>) {
  const archiveOf =
    () =>
    ({slug}: {readonly slug: string}) =>
      lock.get(slug)
  const show = {
    feeds: [plan],
    siteUrl: channel.siteUrl,
    language: 'en',
    file: 'show.yaml',
    schedule: {earlyInSeconds: 0, inLock: false},
    places: new Map(),
    tagValues: new Map(),
  }
  const {rendered, problems} = renderFeeds(
    {show, channel, feedChannels: [channel], archiveOf, memberPaths: () => []},
    items,
  )
  const [feed] = rendered.feeds as readonly [RenderedFeed]
  const documents = new Map<string, Document>()
  for (const {files} of serialiseFeed(feed, 'show.yaml')) {
    for (const {file} of files) {
      const text = 'pieces' in file ? [...file.pieces].join('') : ''
      const hash = createHash('sha256').update(text).digest('hex')
      documents.set(file.path, {text, hash, sizeInBytes: Buffer.byteLength(text)})
    }
  }
  const after = feed.archives.flatMap((each) => each.document.items.map(({slug}) => [slug, each.number] as const))
  return {documents, lock: new Map(after), problems, feed}
}

function changed(before: Documents, after: Documents): readonly string[] {
  return [...after].flatMap(([path, {hash}]) => (before.get(path)?.hash === hash ? [] : [path])).sort()
}

const archiveCount = count / itemsPerDocument

function named(number: number): (pattern: string) => string {
  return (pattern) => pattern.replace('N', String(number))
}

describe(`a show of ${count} episodes`, () => {
  const items = Array.from({length: count}, (_, index) => episode(index + 1))
  const first = published(items, new Map())

  it.each(['feed.xml', 'atom.xml', 'feed.json'])('has a document to subscribe to within its budget: %s', (path) => {
    expect(first.problems).toEqual([])
    const size = first.documents.get(path)?.sizeInBytes ?? Number.POSITIVE_INFINITY
    expect(size).toBeLessThan(plan.budgetInBytes)
    expect(podcastFeed(first.documents.get(path)?.text ?? '').titles).toHaveLength(itemsPerDocument)
  })

  it.each([/^feed.*\.xml$/, /^atom.*\.xml$/, /^feed.*\.json$/])('has every episode in one document: %s', (pattern) => {
    const titles = [...first.documents].flatMap(([path, document]) =>
      pattern.test(path) ? podcastFeed(document.text).titles : [],
    )
    expect(titles).toHaveLength(count)
    expect(new Set(titles).size).toBe(count)
  })

  it('changes, by a new episode, only the document that people subscribe to; by one in 200, an archive as well', () => {
    let {documents, lock} = first
    let archives = 0
    for (const added of [1, itemsPerDocument]) {
      const next = published([...items, ...Array.from({length: added}, (_, index) => episode(count + 1 + index))], lock)
      const other = changed(documents, next.documents).filter(
        (path) => !['atom.xml', 'feed.json', 'feed.xml'].includes(path),
      )
      const made = other.filter((path) => !documents.has(path))
      archives += made.length
      expect(made).toEqual(
        added === itemsPerDocument
          ? ['atom-archive-N.xml', 'feed-archive-N.json', 'feed-archive-N.xml'].map(named(archiveCount))
          : [],
      )
      // The archive before a new one links to it from then on; JSON Feed has no such link.
      expect(other.filter((path) => documents.has(path))).toEqual(
        added === itemsPerDocument ? ['atom-archive-N.xml', 'feed-archive-N.xml'].map(named(archiveCount - 1)) : [],
      )
      documents = next.documents
      lock = next.lock
    }
    expect(archives).toBe(3)
  })
})
