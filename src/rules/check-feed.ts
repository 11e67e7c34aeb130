import type {FeedProfile} from '../model/feed-rule.ts'
import {problem} from '../model/problem.ts'
import {captionFormat} from './captions/caption-format.ts'
import {checkSubRip} from './captions/subrip-grammar.ts'
import {checkWebVtt} from './captions/webvtt-grammar.ts'
import {decodeFeed} from './feed-bytes.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFormat} from './feed-facts.ts'
import {type FeedProblem, type Findings, feedRule, gatherFindings} from './findings.ts'
import {checkJsonFeed} from './json-feed.ts'
import {checkJsonSidecar, jsonSidecar} from './json-sidecars.ts'
import type {XmlFailure} from './parse-xml.ts'
import {asPodcastComplaint} from './podcast-values.ts'
import {type Complaint, complaint} from './rule-table.ts'
import {judgeServedType} from './served-type.ts'
import {attributeOffset, placesIn} from './source-places.ts'
import {type MutableFacts, walkFeed} from './walk-feed.ts'

export type FeedCheckOptions = {
  /** Whose rules count; absent: everybody's. */
  readonly profiles?: readonly FeedProfile[]
  /** The name of the file, for the places of problems. */
  readonly file?: string
  /** The address the feed was fetched from, to be held against what it calls itself. */
  readonly url?: string
  /** As the server sent it; decides between JSON and XML where the text does not. */
  readonly mimeType?: string
  /** The clock, for dates that lie in the future. Absent: they are not judged. */
  readonly now?: Date
}

/** `format` is `undefined` where the document is no feed at all. */
export type FeedCheck = {readonly format: FeedFormat | undefined; readonly problems: readonly FeedProblem[]}

/**
 * Judges a feed of any maker: RSS 0.9x to 2.0 and 1.0, Atom 1.0, JSON Feed, OPML, with their extensions; and files that feeds
 * link to: captions (WebVTT, SubRip), transcripts and chapters of Podcasting 2.0 in JSON. Every problem has a
 * line and a column, the address of the rule, the profiles that insist on it, and the W3C validator's name for it. Any bytes
 * may be given; nothing is fetched.
 */
export function checkFeed(input: Uint8Array | string, options: FeedCheckOptions = {}): FeedCheck {
  const {text, complaints} = typeof input === 'string' ? {text: input, complaints: []} : decodeFeed(input)
  const findings = gatherFindings(options.profiles)
  for (const {offset, ...found} of complaints) findings.add({...found, offset})
  const format = checkText(text, options, findings)
  if (format && options.mimeType !== undefined) {
    for (const found of judgeServedType(options.mimeType, format)) findings.add({...found, offset: 0})
  }
  const placeOf = placesIn(text)
  const problems = [...findings.list()]
    .sort((one, other) => one.offset - other.offset)
    .map(({code, offset, message, hint}): FeedProblem => {
      const {spec, profiles, w3c} = feedRule(code)
      const place = {...(options.file === undefined ? {} : {file: options.file}), ...placeOf(offset)}
      return {...problem(code, place, message, hint), spec, profiles, ...(w3c === undefined ? {} : {w3c})}
    })
  return {format, problems}
}

function checkText(text: string, options: FeedCheckOptions, findings: Findings): FeedFormat | undefined {
  const captions = captionFormat(text, options.file ?? options.url ?? '')
  if (captions === 'vtt') checkWebVtt(text, findings)
  if (captions === 'srt') checkSubRip(text, findings)
  if (captions) return captions
  if (!looksLikeJson(text, options.mimeType)) return checkXmlFeed(text, options, findings)
  const sidecar = jsonSidecar(text)
  if (sidecar === undefined) return checkJsonFeed(text, findings)
  return checkJsonSidecar(text, sidecar, findings) ? sidecar : undefined
}

function looksLikeJson(text: string, mimeType: string | undefined): boolean {
  const start = /^\ufeff?\s*(\S)/.exec(text.slice(0, 1000))?.[1]
  return start === '{' || start === '[' || (start !== '<' && /json/.test(mimeType ?? ''))
}

function checkXmlFeed(source: string, options: FeedCheckOptions, findings: Findings): FeedFormat | undefined {
  const facts = newFacts(source, options)
  const report = (found: Complaint, judged: FeedElement): void => {
    const element = found.element ?? judged
    const {code, message, hint, attribute} = isPodcast(element) ? asPodcastComplaint(found) : found
    if (!findings.admits(code)) return
    const {offset} = element
    findings.add({
      code,
      message,
      offset: attribute === undefined ? offset : () => attributeOffset(source, offset, attribute),
      ...(hint === undefined ? {} : {hint}),
    })
  }
  const failure = walkFeed(source, facts, report, ({external}, offset) => {
    const message = 'The DOCTYPE has an entity that lies elsewhere; no reader fetches it'
    if (external) findings.add({...complaint('feed-entity-external', message), offset})
  })
  if (failure) findings.add({...failureComplaint(failure), offset: failure.offset})
  return facts.format
}

/** Podlove's chapters are of the same world, and known to as few validators. */
function isPodcast({name}: FeedElement): boolean {
  return name.startsWith('podcast:') || name.startsWith('psc:')
}

/** More values than any feed has; a hostile one shall not fill the memory. */
const mostRemembered = 1_000_000

function newFacts(source: string, {url, file, now}: FeedCheckOptions): MutableFacts {
  const seen = new Map<string, Set<string>>()
  return {
    source,
    format: undefined,
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

const failureCodes = {
  'ill-formed': 'feed-not-well-formed',
  entity: 'feed-entity-undefined',
  'too-deep': 'feed-too-deep',
} as const

function failureComplaint({kind, reason}: XmlFailure): Complaint {
  return complaint(failureCodes[kind], `The feed is not well-formed XML, and apps show nothing of it: ${reason}`)
}
