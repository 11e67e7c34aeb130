import type {FeedElement} from './feed-element.ts'

/** Which kind of feed it is, or of file that a feed links to; decides what URLs may look like, and which rules hold. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'opml' | 'json' | SidecarFormat

/** WebVTT, SubRip, and the transcript and chapters of Podcasting 2.0 in JSON. */
export type SidecarFormat = 'vtt' | 'srt' | 'transcript' | 'chapters'

/**
 * What is known of the whole feed while its parts are judged. It grows as the feed is read: a rule may only rely on what must
 * have come before.
 */
export type FeedFacts = {
  /** The text of the feed. */
  readonly source: string
  readonly format: FeedFormat | undefined
  /** `version` of the root element. */
  readonly version: string
  /** Where the feed was fetched from, or the name of its file. */
  readonly location: string | undefined
  /** The clock of the caller, for dates in the future. */
  readonly now: Date | undefined
  /** Conventional prefixes of the namespaces of which an element was seen. */
  readonly usedPrefixes: ReadonlySet<string>
  /** Values that must not come twice, by kind (`guid`, `enclosure`). Remembers `value`; `true` if it was known already. */
  readonly seenBefore: (kind: string, value: string) => boolean
}

/** The content of an element as it stands in the file: references unresolved, CDATA and tags in it. */
export function rawContent({contentStart, contentEnd}: FeedElement, {source}: FeedFacts): string {
  return source.slice(contentStart, contentEnd)
}
