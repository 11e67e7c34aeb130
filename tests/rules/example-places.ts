import type {FeedCheckOptions} from '../../src/rules/check-feed.ts'
import type {ExamplePlace, Rule} from '../../src/rules/rule.ts'
import {conventionalUri} from '../../src/rules/walk/namespaces.ts'

/** A document that an example stands in, with what is known of it beside its text. */
export type Example = {
  readonly document: string | Uint8Array
  readonly options?: FeedCheckOptions
  /** Where its fault shows, if not in its own lines or at the element around it. */
  readonly line?: number
}

/** `example` in its place. The feed around it leaves out what `instead` names: elements that the example has, or lacks on purpose. */
type Frame = (example: string, instead: ReadonlySet<string>) => Example

/** Elements that a feed needs, a line each, but for those that the example is about. */
function around(lines: Readonly<Record<string, string>>, instead: ReadonlySet<string>): string {
  return Object.entries(lines)
    .filter(([name]) => !instead.has(name))
    .map(([, line]) => line)
    .join('')
}

function declarations(text: string): string {
  const prefixes = new Set(Array.from(text.matchAll(/<\/?([a-zA-Z]+):/g), ([, prefix]) => prefix ?? ''))
  return [...prefixes].map((prefix) => ` xmlns:${prefix}="${conventionalUri(prefix)}"`).join('')
}

const selfLink = '<atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>'
const channelLines = {
  title: '<title>My show</title>',
  link: '<link>https://example.com/</link>',
  description: '<description>Talk</description>',
  language: '<language>en</language>',
  'atom:link': selfLink,
}
const itemLines = {title: '<title>One</title>', guid: '<guid isPermaLink="false">one</guid>'}
const showLines = {
  'itunes:explicit': '<itunes:explicit>false</itunes:explicit>',
  'itunes:author': '<itunes:author>Ada</itunes:author>',
  'itunes:category': '<itunes:category text="Technology"/>',
  'itunes:image': '<itunes:image href="https://example.com/cover.jpg"/>',
  'itunes:owner': '<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>',
  'podcast:guid': '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>',
}
const episodeLines = {
  ...itemLines,
  enclosure: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>',
}
const feedLines = {
  title: '<title>My show</title>',
  id: '<id>https://example.com/</id>',
  updated: '<updated>2024-01-31T09:00:00Z</updated>',
  author: '<author><name>Ada</name></author>',
  link: '<link rel="self" href="https://example.com/atom.xml"/>',
}
const entryLines = {
  title: '<title>One</title>',
  id: '<id>https://example.com/1</id>',
  updated: '<updated>2024-01-31T09:00:00Z</updated>',
  link: '<link href="https://example.com/1"/>',
  summary: '<summary>Talk</summary>',
}
const imageLines = {
  url: '<url>https://example.com/logo.png</url>',
  title: '<title>My show</title>',
  link: '<link>https://example.com/</link>',
}

const inputLines = {
  title: '<title>Find</title>',
  description: '<description>Search</description>',
  name: '<name>q</name>',
  link: '<link>https://example.com/find</link>',
}

const nothing: ReadonlySet<string> = new Set()

function rss(content: string, instead = nothing): string {
  const inside = `${around(channelLines, instead)}\n${content}`
  return `<rss version="2.0"${declarations(inside)}><channel>${inside}\n</channel></rss>`
}

function podcast(content: string, episode: string, instead = nothing, insteadOfEpisode = nothing): string {
  return rss(
    `${around(showLines, instead)}\n${content}\n<item>${around(episodeLines, insteadOfEpisode)}\n${episode}\n</item>`,
    instead,
  )
}

function atom(content: string, instead = nothing): string {
  const inside = `${around(feedLines, instead)}\n${content}`
  return `<feed xmlns="http://www.w3.org/2005/Atom"${declarations(inside)}>${inside}\n</feed>`
}

function entry(content: string, instead = nothing): string {
  return atom(`<entry>${around(entryLines, instead)}\n${content}\n</entry>`)
}

function opml(head: string, body: string, version = '2.0'): string {
  return `<opml version="${version}"><head><title>Shows</title>\n${head}\n</head><body>\n${body}\n</body></opml>`
}

const outline = '<outline text="Show"/>'

/** What follows the start tag of the first element, by its name. */
const restOf: Readonly<Record<string, string>> = {
  rss: rss('').replace(/^<rss[^>]*>/, ''),
  feed: entry('').replace(/^<feed[^>]*>/, ''),
  opml: opml('', outline).replace(/^<opml[^>]*>/, ''),
  outlineDocument: opml('', outline)
    .replace(/^<opml[^>]*>/, '')
    .replace('</opml>', '</outlineDocument>'),
  html: '</html>',
}

function withRest(tag: string): string {
  const rest = restOf[/^<(\w+)/.exec(tag)?.[1] ?? ''] ?? ''
  return `${tag.replace('>', `${declarations(rest)}>`)}${rest}`
}

function json(members: string): Example {
  return {
    document: `{"version": "https://jsonfeed.org/version/1.1", "title": "My show", "home_page_url": "https://example.com/",\n${members}}`,
  }
}

const xml = (document: string): Example => ({document})
const item = (content: string, instead = nothing): string =>
  rss(`<item>${around(itemLines, instead)}\n${content}\n</item>`)

export const frames: Readonly<Record<ExamplePlace, Frame>> = {
  file: (text) => xml(text),
  'first tag': (tag) => ({document: withRest(tag), line: 1}),
  'before the first tag': (text) => ({document: new TextEncoder().encode(`${text}${opml('', outline)}`)}),
  'a file in Latin-1': (text) => ({document: Buffer.from(`${text}${rss('<rating>Café</rating>')}`, 'latin1'), line: 2}),
  'a podcast in another encoding': (text) => ({document: Buffer.from(`${text}${podcast('', '')}`, 'latin1'), line: 1}),
  'HTTP header': (header) => ({document: rss(''), options: {mimeType: header.replace('Content-Type: ', '')}, line: 1}),
  'feed.xml on disk': (content, instead) => ({document: rss(content, instead), options: {file: 'feed.xml'}}),
  'feed.xml on a server': (content, instead) => ({
    document: rss(content, instead),
    options: {url: 'https://example.com/feed.xml'},
  }),
  channel: (content, instead) => xml(rss(content, instead)),
  'channel of a podcast': (content, instead) => xml(podcast(content, '', instead)),
  item: (content, instead) => xml(item(content, instead)),
  'item of a podcast': (content, instead) => xml(podcast('', content, nothing, instead)),
  'item of a serial podcast': (content, instead) =>
    xml(podcast('<itunes:type>serial</itunes:type>', content, nothing, instead)),
  'description of an item': (text) => xml(item(`<description>${text}</description>`)),
  image: (content, instead) => xml(rss(`<image>${around(imageLines, instead)}\n${content}\n</image>`)),
  textInput: (content, instead) => xml(rss(`<textInput>${around(inputLines, instead)}\n${content}\n</textInput>`)),
  skipHours: (content) => xml(rss(`<skipHours>\n${content}\n</skipHours>`)),
  skipDays: (content) => xml(rss(`<skipDays>\n${content}\n</skipDays>`)),
  feed: (content, instead) => xml(atom(content, instead)),
  entry: (content, instead) => xml(entry(content, instead)),
  author: (content, instead) =>
    xml(entry(`<author>${instead.has('name') ? '' : '<name>Ada</name>'}\n${content}\n</author>`)),
  'head of OPML': (content) => xml(opml(content, outline)),
  'body of OPML': (content) => xml(opml('', content)),
  'body of OPML 1.1': (content) => xml(opml('', content, '1.1')),
  'JSON Feed': json,
  'item of JSON Feed': (members) =>
    json(
      `"feed_url": "https://example.com/feed.json", "items": [\n{"id": "1", ${members.includes('"content_') ? '' : '"content_text": "Talk", '}${members}}]`,
    ),
  WebVTT: (text) => xml(`WEBVTT\n\n00:00.000 --> 00:01.000\nBefore.\n\n${text}`),
  SubRip: (text) => xml(`1\n00:00:00,000 --> 00:00:01,000\nBefore.\n\n${text}`),
  'transcript in JSON': (list) => xml(`{"version": "1.0.0", "segments": [\n${list}]}`),
  'chapters in JSON': (list) => xml(`{"version": "1.2.0", "chapters": [\n${list}]}`),
}

/** Names of the elements of an example, or of those that a comment says it lacks: `<!-- no title -->`. */
function namesIn(text: string): readonly string[] {
  const depth: string[] = []
  const names: string[] = []
  for (const [, comment, close, name = '', selfClosing] of text.matchAll(
    /<!-- no ([\w:, ]+) -->|<(\/?)([\w:]+)[^>]*?(\/?)>/g,
  )) {
    if (comment !== undefined) names.push(...comment.split(', '))
    else if (close === '/') depth.pop()
    else {
      if (depth.length === 0) names.push(name)
      if (selfClosing !== '/') depth.push(name)
    }
  }
  return names
}

/** A rule's example as it is judged; `lines` are those where its fault may be told. */
export type PlacedExample = Example & {readonly lines: readonly number[]}

function placed({in: place}: Rule, text: string, instead: ReadonlySet<string>): PlacedExample {
  const written = withAddresses(text)
  const example = frames[place](written, instead)
  if (example.line !== undefined) return {...example, lines: [example.line]}
  const document = typeof example.document === 'string' ? example.document : new TextDecoder().decode(example.document)
  const before = document.slice(0, document.indexOf(written))
  const own = written.split('\n').map((_, index) => lineCount(before) + index)
  return {...example, lines: [lineCount(before.slice(0, openTag(before))), ...own]}
}

function withAddresses(text: string): string {
  return text.replaceAll('"..."', '"https://example.com/2"')
}

/** A piece of a feed in its place; the feed around it has what the piece has not. */
export function framed(place: ExamplePlace, text: string): Example {
  return frames[place](withAddresses(text), new Set(namesIn(text)))
}

function lineCount(text: string): number {
  return text.split('\n').length
}

/** The offset of the start tag that is open at the end of the text. */
function openTag(text: string): number {
  const open: number[] = []
  for (const {1: close, 2: selfClosing, index} of text.matchAll(/<(\/?)\w[^>]*?(\/?)>/g)) {
    if (close === '/') open.pop()
    else if (selfClosing !== '/') open.push(index)
  }
  return open.at(-1) ?? 0
}

/** The bad and the good example of a rule, each in the same document. */
export function examplesOf(rule: Rule): {readonly bad: PlacedExample; readonly good: PlacedExample} {
  const instead = new Set([...namesIn(rule.bad), ...namesIn(rule.good)])
  return {bad: placed(rule, rule.bad, instead), good: placed(rule, rule.good, instead)}
}
