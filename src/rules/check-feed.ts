import {elementIndex} from './all-elements.ts'
import {captionFormat} from './captions/caption-format.ts'
import {checkSubRip} from './captions/subrip-grammar.ts'
import {checkWebVtt} from './captions/webvtt-grammar.ts'
import type {ElementIndex} from './element-table.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFacts, FeedFormat} from './feed-facts.ts'
import {type FeedProblem, type Findings, gatherFindings} from './findings.ts'
import {checkJsonFeed} from './json/json-feed.ts'
import {checkJsonSidecar, jsonSidecar} from './json/json-sidecars.ts'
import {asPodcastComplaint} from './podcast/podcast-rules.ts'
import type {Complaint, FeedProfile} from './rule.ts'
import {judgeServedType} from './served-type.ts'
import {documentRules} from './walk/document-rules.ts'
import {decodeFeed, encodingIn, type FeedText} from './walk/feed-bytes.ts'
import {namespaceRules} from './walk/namespace-rules.ts'
import type {XmlFailure, XmlListener} from './walk/parse-xml.ts'
import {attributeOffset, lineAndColumnIn} from './walk/source-lines.ts'
import {type MutableFacts, walkFeed} from './walk/walk-feed.ts'
import type {Doctype} from './walk/xml-doctype.ts'

/** What the caller knows about a feed besides its bytes. */
export type FeedCheckOptions = {
  /** The profiles whose rules count. Absent: all profiles. */
  readonly profiles?: readonly FeedProfile[]
  /** The name of the file, for the places of problems. */
  readonly file?: string
  /** The address that the feed was fetched from. It is compared with the address that the feed gives itself. */
  readonly url?: string
  /** The media type that the server sent. It decides between JSON and XML if the text does not. */
  readonly mimeType?: string
  /** The current time, for dates in the future. Absent: such dates are not judged. */
  readonly now?: Date
}

/** `format` is `undefined` if the document is no feed at all. */
export type FeedCheck = {readonly format: FeedFormat | undefined; readonly problems: readonly FeedProblem[]}

/**
 * Judges a feed of any maker: RSS 0.9x to 2.0 and 1.0, Atom 1.0, JSON Feed, OPML, with their extensions. It also judges files that
 * feeds link to: captions (WebVTT, SubRip), and transcripts and chapters of Podcasting 2.0 in JSON. Every problem has a line and a
 * column, the address of the rule, the profiles that insist on it, and the W3C validator's name for it. It accepts any bytes, and
 * it fetches nothing.
 */
export function checkFeed(input: Uint8Array | string, options: FeedCheckOptions = {}): FeedCheck {
  return checkFeedBy(elementIndex, input, options)
}

/** The same with another table of elements. */
export function checkFeedBy(elements: ElementIndex, input: Uint8Array | string, options: FeedCheckOptions): FeedCheck {
  const {text, encoding, complaints} = typeof input === 'string' ? asText(input) : decodeFeed(input)
  const findings = gatherFindings(options.profiles)
  for (const {offset, ...found} of complaints) findings.add({...found, offset})
  const format = checkText({text, encoding}, options, findings, elements)
  if (format && options.mimeType !== undefined) {
    for (const found of judgeServedType(options.mimeType, format)) findings.add({...found, offset: 0})
  }
  const lineAndColumnOf = lineAndColumnIn(text)
  const problems = [...findings.list()]
    .sort((one, other) => one.offset - other.offset)
    .map(({rule, offset, message, hint}): FeedProblem => {
      const {code, severity, spec, profiles, w3c} = rule
      const place = {...(options.file === undefined ? {} : {file: options.file}), ...lineAndColumnOf(offset)}
      const said = {code, severity, ...place, message, ...(hint === undefined ? {} : {hint})}
      return {...said, spec, profiles, ...(w3c === undefined ? {} : {w3c})}
    })
  return {format, problems}
}

/** The caller has decoded the text already. The encoding that the text names matters only to readers of the file. */
function asText(text: string): FeedText {
  return {text, encoding: encodingIn(text)?.toLowerCase() ?? 'utf-8', complaints: []}
}

type Source = Pick<FeedText, 'text' | 'encoding'>

function checkText(
  source: Source,
  options: FeedCheckOptions,
  findings: Findings,
  elements: ElementIndex,
): FeedFormat | undefined {
  const {text} = source
  const captions = captionFormat(text, options.file ?? options.url ?? '')
  if (captions === 'vtt') checkWebVtt(text, findings)
  if (captions === 'srt') checkSubRip(text, findings)
  if (captions) return captions
  if (!looksLikeJson(text, options.mimeType)) return checkXmlFeed(source, options, findings, elements)
  const sidecar = jsonSidecar(text)
  if (sidecar === undefined) return checkJsonFeed(text, findings)
  return checkJsonSidecar(text, sidecar, findings) ? sidecar : undefined
}

function looksLikeJson(text: string, mimeType: string | undefined): boolean {
  const start = /^\ufeff?\s*(\S)/.exec(text.slice(0, 1000))?.[1]
  return start === '{' || start === '[' || (start !== '<' && /json/.test(mimeType ?? ''))
}

function checkXmlFeed(
  {text: source, encoding}: Source,
  options: FeedCheckOptions,
  findings: Findings,
  elements: ElementIndex,
): FeedFormat | undefined {
  const facts = newFacts(source, encoding, options)
  const report = (found: Complaint, judged: FeedElement): void => {
    const element = found.element ?? judged
    const {rule, message, hint, attribute} = isPodcast(element, found) ? asPodcastComplaint(found) : found
    if (!findings.admits(rule)) return
    const {offset} = element
    findings.add({
      rule,
      message,
      offset: attribute === undefined ? offset : () => attributeOffset(source, offset, attribute),
      ...(hint === undefined ? {} : {hint}),
    })
  }
  let met: {readonly doctype: Doctype; readonly offset: number} | undefined
  const noteDoctype: XmlListener['doctype'] = (doctype, offset) => {
    met = {doctype, offset}
  }
  const failure = walkFeed(source, facts, report, noteDoctype, elements)
  if (met) {
    const {doctype, offset} = met
    for (const found of judgeDoctype(doctype, facts)) findings.add({...found, offset})
  }
  if (failure) {
    const {kind, reason, offset} = failure
    for (const found of documentRules[failures[kind]].judge(reason)) findings.add({...found, offset})
  }
  return facts.format
}

function judgeDoctype(doctype: Doctype, facts: FeedFacts): readonly Complaint[] {
  return [
    ...documentRules['feed-entity-external'].judge(doctype.external),
    ...documentRules['feed-doctype-other'].judge(doctype, facts),
  ]
}

/** Podlove's chapters count as well: few validators know them, too. Complaints about a namespace itself belong to no vocabulary. */
function isPodcast({name}: FeedElement, {rule}: Complaint): boolean {
  return /^(?:podcast|psc):/.test(name) && !Object.hasOwn(namespaceRules, rule.code)
}

/** More values than any feed has. The limit keeps a hostile feed from filling the memory. */
const mostRemembered = 1_000_000

function newFacts(source: string, encoding: string, {url, file, now}: FeedCheckOptions): MutableFacts {
  const seen = new Map<string, Set<string>>()
  return {
    source,
    encoding,
    format: undefined,
    rootName: '',
    version: '',
    location: url ?? file,
    now,
    usedPrefixes: new Set(),
    seenBefore: (kind, value) => {
      const values = seen.get(kind) ?? new Set()
      seen.set(kind, values)
      if (values.has(value)) return true
      if (values.size < mostRemembered) values.add(value)
      return false
    },
  }
}

const failures = {
  'ill-formed': 'feed-not-well-formed',
  entity: 'feed-entity-undefined',
  prefix: 'feed-prefix-undeclared',
  'too-deep': 'feed-too-deep',
} as const satisfies Readonly<Record<XmlFailure['kind'], keyof typeof documentRules>>
