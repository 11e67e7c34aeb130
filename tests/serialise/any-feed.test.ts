import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Feed, FeedItem} from '../../src/model/feed.ts'
import {atomId, formatAtom} from '../../src/serialise/atom.ts'
import {formatJsonFeed} from '../../src/serialise/json-feed.ts'
import {formatRss} from '../../src/serialise/rss.ts'
import {measuredUrl} from '../../src/text/addresses/analytics-prefixes.ts'
import {runs} from '../series.ts'
import {anyFeed} from './any-feed.ts'
import {childrenOf, type Element, parseStrictly, textsOf} from './strict-xml.ts'

const itunes = (name: string) => `{http://www.itunes.com/dtds/podcast-1.0.dtd}${name}`
const podcast = (name: string) => `{https://podcastindex.org/namespace/1.0}${name}`
const psc = (name: string) => `{http://podlove.org/simple-chapters}${name}`
const atom = (name: string) => `{http://www.w3.org/2005/Atom}${name}`
const encoded = '{http://purl.org/rss/1.0/modules/content/}encoded'

/** What of a text XML can hold, by the production of its specification (https://www.w3.org/TR/xml/#NT-Char). */
function legal(text: string | undefined): string {
  return (text ?? '').replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** A parser reads every line end of a text in CDATA as LF (XML 1.0, 2.11). */
function inCData(html: string): string {
  return legal(html).replace(/\r\n?/g, '\n')
}

/** One or none: an empty element is not written. */
function ifAny(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [legal(text)]
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= 128 ? text : `${characters.slice(0, 127).join('').trimEnd()}…`
}

function enclosuresOf({channel: {prefixes, guid}}: Feed, {enclosure}: FeedItem) {
  if (enclosure === undefined) return []
  const {sizeInBytes, mimeType} = enclosure.facts
  return [{url: measuredUrl(enclosure.url, prefixes, guid), length: String(sizeInBytes), type: mimeType}]
}

function expectRssItem(found: Element, item: FeedItem, feed: Feed): void {
  expect(textsOf(found, 'title')).toEqual([legal(item.title)])
  expect(textsOf(found, 'guid')).toEqual([legal(item.guid)])
  expect(textsOf(found, 'link')).toEqual([item.url])
  expect(textsOf(found, 'pubDate').map(Date.parse)).toEqual([item.publishedAt.getTime()])
  expect(textsOf(found, 'description')).toEqual(
    [item.descriptionHtml ?? item.notesHtml].filter((html) => html !== '').map(inCData),
  )
  expect(textsOf(found, encoded)).toEqual(item.notesHtml === '' ? [] : [inCData(item.notesHtml)])
  expect(textsOf(found, 'category')).toEqual(item.tags.map(legal))
  expect(childrenOf(found, 'enclosure').map(({attributes}) => attributes)).toEqual(enclosuresOf(feed, item))
  expect(textsOf(found, itunes('subtitle'))).toEqual(ifAny(item.subtitle))
  expect(textsOf(found, itunes('explicit'))).toEqual([String(item.explicit)])
  expect(textsOf(found, podcast('person'))).toEqual(item.people.map(({name}) => legal(cut(name))))
  expect(childrenOf(found, podcast('transcript')).map(({attributes: {url}}) => url)).toEqual(
    item.transcripts.map(({url}) => url),
  )
  const chapters = childrenOf(found, psc('chapters')).flatMap((each) => childrenOf(each, psc('chapter')))
  expect(chapters.map(({attributes: {title}}) => title)).toEqual(item.chapters.map(({title}) => legal(title)))
}

function expectRss(feed: Feed): void {
  const text = [...formatRss(feed)].join('')
  const rss = parseStrictly(text)
  expect(text.indexOf('<rss')).toBeLessThan(512)
  const [channel, ...others] = childrenOf(rss, 'channel')
  if (channel === undefined || others.length > 0) throw new Error('not one channel')
  expect(textsOf(channel, 'title')).toEqual([legal(feed.channel.title)])
  expect(textsOf(channel, 'description')).toEqual([legal(feed.channel.description)])
  expect(textsOf(channel, 'copyright')).toEqual(ifAny(feed.channel.copyright))
  expect(textsOf(channel, itunes('author'))).toEqual(ifAny(feed.channel.author))
  expect(textsOf(channel, podcast('guid'))).toEqual([feed.channel.guid])
  const items = childrenOf(channel, 'item')
  expect(items.length).toBe(feed.items.length)
  for (const [index, item] of feed.items.entries()) expectRssItem(items[index] as Element, item, feed)
}

function expectAtom(feed: Feed): void {
  const found = parseStrictly([...formatAtom(feed)].join(''))
  expect(textsOf(found, atom('title'))).toEqual([legal(feed.channel.title)])
  expect(textsOf(found, atom('subtitle'))).toEqual([legal(feed.channel.description)])
  const entries = childrenOf(found, atom('entry'))
  expect(entries.length).toBe(feed.items.length)
  for (const [index, item] of feed.items.entries()) {
    const entry = entries[index] as Element
    expect(textsOf(entry, atom('id'))).toEqual([legal(atomId(item.guid))])
    expect(textsOf(entry, atom('title'))).toEqual([legal(item.title)])
    expect(textsOf(entry, atom('summary'))).toEqual(ifAny(item.summary))
    expect(textsOf(entry, atom('content'))).toEqual(ifAny(item.notesHtml))
    expect(textsOf(entry, atom('published')).map(Date.parse)).toEqual([item.publishedAt.getTime()])
    expect(childrenOf(entry, atom('category')).map(({attributes: {term}}) => term)).toEqual(item.tags.map(legal))
  }
}

function expectJson(feed: Feed): void {
  const found = JSON.parse([...formatJsonFeed(feed)].join(''))
  expect([found.title, found.description, found.language]).toEqual([
    feed.channel.title,
    feed.channel.description,
    feed.channel.language,
  ])
  expect(found.items.length).toBe(feed.items.length)
  for (const [index, item] of feed.items.entries()) {
    const each = found.items[index]
    expect([each.id, each.title, each.url]).toEqual([item.guid, item.title, item.url])
    if (item.notesHtml !== '') expect(each.content_html).toBe(item.notesHtml)
    expect(Date.parse(each.date_published)).toBe(item.publishedAt.getTime())
    expect(each.tags ?? []).toEqual(item.tags)
    expect((each.authors ?? []).map(({name}: {readonly name: string}) => name)).toEqual(
      // An author of two roles is one author.
      item.people
        .map(({name}) => name)
        .filter((name, at, all) => all.findIndex((each) => each.toLowerCase() === name.toLowerCase()) === at),
    )
    const [first] = item.enclosure === undefined ? item.otherMedia : [item.enclosure]
    expect(each.attachments?.[0]?.url).toBe(first && measuredUrl(first.url, feed.channel.prefixes, feed.channel.guid))
  }
}

describe('any show', () => {
  it.each([
    ['RSS', expectRss],
    ['Atom', expectAtom],
    ['JSON Feed', expectJson],
  ])(
    'is well-formed as %s, and says what was put in',
    (_format, expectFormat) => {
      fc.assert(fc.property(anyFeed, expectFormat), runs(2000))
    },
    120_000,
  )
})
