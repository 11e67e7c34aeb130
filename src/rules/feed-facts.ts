import type {FeedElement} from './feed-element.ts'

/** The kind of a feed, or of a file that a feed links to. It decides the form of URLs and which rules hold. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'opml' | 'json' | SidecarFormat

/** WebVTT, SubRip, and the transcript and chapters of Podcasting 2.0 in JSON. */
export type SidecarFormat = 'vtt' | 'srt' | 'transcript' | 'chapters'

/**
 * What is known about the whole feed while its parts are judged. The facts grow as the feed is read, so a rule may rely only on
 * facts that must have come before.
 */
export type FeedFacts = {
  /** The text of the feed. */
  readonly source: string
  /** The name of the feed's encoding, in small letters. */
  readonly encoding: string
  readonly format: FeedFormat | undefined
  /** The name of the root element, as written. */
  readonly rootName: string
  /** The attribute `version` of the root element. */
  readonly version: string
  /** The address that the feed was fetched from, or the name of its file. */
  readonly location: string | undefined
  /** The current time that the caller gave, for dates in the future. */
  readonly now: Date | undefined
  /** The conventional prefixes of namespaces that had an element so far. */
  readonly usedPrefixes: ReadonlySet<string>
  /** For values that must not come twice, by kind (`guid`, `enclosure`). It remembers `value`; `true` if it was known already. */
  readonly seenBefore: (kind: string, value: string) => boolean
}

/** The content of an element as it stands in the file: with unresolved references, CDATA and tags. */
export function rawContent({contentStart, contentEnd}: FeedElement, {source}: FeedFacts): string {
  return source.slice(contentStart, contentEnd)
}
