import fc from 'fast-check'
import {type AbsoluteUrl, absoluteUrl} from '../../src/model/absolute-url.ts'
import type {Guid} from '../../src/model/episode.ts'
import type {Channel, Enclosure, Feed, FeedItem} from '../../src/model/feed.ts'
import {present} from '../../src/model/present.ts'

/** What has broken a feed of somebody: markup, ends of CDATA, references, controls, halves of characters, nothing at all. */
const pieces = [
  ']]>',
  '<![CDATA[',
  '<b>',
  '</title>',
  '<word>',
  '&',
  '&amp;',
  '&#x3C;',
  '&nbsp;',
  '"',
  "'",
  '\0',
  '\u0008',
  '\u000B',
  '\u001B[31m',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
  '🎙️',
  '\u{1F3F4}\u{E0067}',
  '\u{10FFFF}',
  '--><!--',
  '?>',
  '__proto__',
]

/** Any text: every plane of Unicode. */
const text = fc.oneof(
  {weight: 8, arbitrary: fc.string({unit: 'binary', maxLength: 20})},
  {weight: 6, arbitrary: fc.array(fc.constantFrom(...pieces), {maxLength: 6}).map((parts) => parts.join(''))},
  {weight: 4, arbitrary: fc.string({unit: 'grapheme', maxLength: 30})},
)

/** What a show must have has something in it; now and then it has 50,000 characters. */
const title = fc.oneof(
  {weight: 49, arbitrary: text.filter((each) => each !== '')},
  {weight: 1, arbitrary: fc.constantFrom(...pieces).map((piece) => piece.repeat(Math.ceil(50_000 / piece.length)))},
)

const url = fc
  .tuple(
    fc.constantFrom('https://a.example', 'http://b.example:8080', 'https://xn--bcher-kva.example'),
    fc.string({unit: 'grapheme', maxLength: 12}),
  )
  .map(([origin, path]) => absoluteUrl(`${origin}/${path.replaceAll('\\', '/')}`) ?? (`${origin}/` as AbsoluteUrl))

/** Instants that RFC 822 has words for. */
const date = fc.integer({min: -62_000_000, max: 4_000_000_000}).map((seconds) => new Date(seconds * 1000))
const language = fc.constantFrom('en', 'de-CH', 'pt-BR', 'zh-Hant')
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, {nil: undefined})
const size = fc.oneof(fc.constant(0), fc.integer({min: 1, max: 2 ** 45}))
const seconds = fc.double({min: 0, max: 400_000, noNaN: true})

const enclosure: fc.Arbitrary<Enclosure> = fc.record({
  url,
  kind: fc.constantFrom('audio', 'video'),
  facts: fc
    .record({
      mimeType: fc.constantFrom('audio/mpeg', 'video/mp4'),
      sizeInBytes: size,
      durationInSeconds: optional(seconds),
      codecs: optional(text),
    })
    .map((facts) => present(facts) as Enclosure['facts']),
})

const person = fc
  .record({
    name: text,
    role: fc.constantFrom('Host', 'Guest'),
    group: fc.constant('Cast'),
    url: optional(url),
    image: optional(url),
  })
  .map((each) => present(each) as FeedItem['people'][number])

const item = (guid: fc.Arbitrary<string>): fc.Arbitrary<FeedItem> =>
  fc
    .record({
      guid: guid as fc.Arbitrary<Guid>,
      slug: fc.constant('one'),
      url,
      title,
      subtitle: optional(text),
      summary: text,
      notesHtml: text,
      descriptionHtml: optional(text),
      publishedAt: date,
      updatedAt: date,
      enclosure: optional(enclosure),
      alternates: fc.constant([]),
      otherMedia: fc.array(enclosure, {maxLength: 1}),
      image: optional(fc.record({url})),
      people: fc.array(person, {maxLength: 3}),
      type: fc.constantFrom('full', 'trailer', 'bonus'),
      season: optional(fc.integer({min: 1, max: 99})),
      number: optional(fc.integer({min: 1, max: 9999})),
      explicit: fc.boolean(),
      blocked: fc.boolean(),
      tags: fc.array(title, {maxLength: 3}),
      aliases: fc.constant([]),
      language: optional(language),
      transcripts: fc.array(
        fc.record({url, mimeType: fc.constantFrom('text/vtt', 'text/html'), captions: fc.boolean()}),
        {maxLength: 2},
      ),
      chapters: fc.array(fc.record({startInSeconds: seconds, title: text}), {maxLength: 3}),
      tagValues: fc.constant(new Map()),
      source: fc.constant({file: 'one.md'}),
    })
    .map((each) => present(each) as FeedItem)

const channel: fc.Arbitrary<Channel> = fc
  .record({
    title,
    subtitle: optional(text),
    description: title,
    siteUrl: fc.constant('https://show.example/a/' as AbsoluteUrl),
    language,
    timeZone: fc.constant('Europe/Lisbon'),
    author: text,
    owner: optional(fc.record({name: text, email: fc.constant('kim@show.example')})),
    copyright: optional(text),
    categories: fc.constant([{name: 'Society & Culture', subcategory: 'Places & Travel'}]),
    explicit: fc.boolean(),
    image: optional(fc.record({url})),
    type: fc.constantFrom('episodic', 'serial'),
    complete: fc.boolean(),
    blocked: fc.boolean(),
    people: fc.array(person, {maxLength: 2}),
    guid: fc.uuid(),
    prefixes: fc.subarray(['op3', 'podtrac']),
    appLinks: fc.constant(new Map()),
    hubs: fc.array(url, {maxLength: 2}),
    feedUrls: fc.constant({
      rss: 'https://show.example/a/feed.xml' as AbsoluteUrl,
      atom: 'https://show.example/a/atom.xml' as AbsoluteUrl,
      json: 'https://show.example/a/feed.json' as AbsoluteUrl,
    }),
    publicFeeds: fc.constant([]),
    tagValues: fc.constant(new Map()),
  })
  .map((each) => present(each) as Channel)

/** Any feed that a show could have, with the worst texts in every place that takes one. */
export const anyFeed: fc.Arbitrary<Feed> = fc.record({
  channel,
  items: fc.array(item(fc.oneof(fc.uuid(), title)), {maxLength: 3}),
  updatedAt: date,
  trailers: fc.constant([]),
})
