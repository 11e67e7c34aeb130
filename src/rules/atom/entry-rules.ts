import type {Value} from '../element-table.ts'
import {childOf, type FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {canonicalUri} from '../values/canonical-uri.ts'
import {linksOf} from './link-rules.ts'

/** Rules for entries and for their sources. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2 */
export const entryRules = feedRules({
  'feed-metadata-misplaced': {
    severity: 'error',
    w3c: 'MisplacedMetadata',
    spec: specs.atom,
    profiles: validator,
    why: 'Elements about the feed itself come before the entries, because some readers take the entries one by one.',
    check: ({name}: FeedElement, entry: string) =>
      `${name} comes after the first ${entry}, where quick readers have stopped looking`,
    in: 'feed',
    bad: '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>\n<title>My show</title>',
    good: '<title>My show</title>\n<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>',
  },
  'feed-entry-leads-nowhere': {
    severity: 'error',
    w3c: 'MissingContentOrAlternate',
    spec: specs.atom,
    profiles: validator,
    why: 'An entry needs content or a link rel="alternate". Without both, there is nothing to open.',
    check: (entry: FeedElement) =>
      entry.childCounts.has('atom:content') || linksOf(entry, 'alternate').length > 0
        ? undefined
        : 'The entry has neither content nor a link rel="alternate"',
    in: 'entry',
    bad: '<!-- no link -->',
    good: '<link href="https://example.com/1"/>',
  },
  'feed-entry-without-text': {
    severity: 'warning',
    w3c: 'MissingTextualContent',
    spec: specs.atom,
    profiles: validator,
    why: 'The entry has neither content nor summary, so readers show a title and nothing else.',
    check: ({childCounts}: FeedElement) =>
      childCounts.has('atom:content') || childCounts.has('atom:summary')
        ? undefined
        : 'The entry has neither content nor summary, so readers show only a title',
    in: 'entry',
    bad: '<!-- no summary -->',
    good: '<summary>What happens</summary>',
  },
  'feed-id-of-feed-again': {
    severity: 'error',
    w3c: 'DuplicateIds',
    spec: specs.atom,
    profiles: validator,
    why: 'An id belongs to one feed or to one entry. If an entry has the id of the feed, readers take the entry for the feed.',
    check: (entry: FeedElement) => {
      const [own, ofFeed] = [entry, entry.parent].map((each) => each && childOf(each, 'atom:id'))
      return own && ofFeed && own.text === ofFeed.text
        ? {message: `The entry has the id of the feed, ${quoted(own.text, 80)}`, element: own}
        : undefined
    },
    in: 'feed',
    bad: '<id>https://example.com/</id>\n<entry><title>One</title><id>https://example.com/</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>',
    good: '<id>https://example.com/</id>\n<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>',
  },
  'feed-entries-duplicate': {
    severity: 'warning',
    w3c: 'DuplicateEntries',
    spec: specs.atom,
    profiles: validator,
    why: 'To a reader, two entries with one id are one entry. It shows one of them and not the other.',
    check: (entry: FeedElement, {seenBefore}: FeedFacts) => {
      const element = childOf(entry, 'atom:id')
      if (!element || !seenBefore('id', element.text)) return undefined
      return {message: `Two entries have the id ${quoted(element.text, 80)}`, element}
    },
    in: 'feed',
    bad: '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>\n<entry><title>Two</title><id>https://example.com/1</id><updated>2024-01-31T10:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>',
    good: '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>\n<entry><title>Two</title><id>https://example.com/2</id><updated>2024-01-31T10:00:00Z</updated><link href="https://example.com/2"/><summary>Talk</summary></entry>',
  },
  'feed-updated-twice': {
    severity: 'info',
    w3c: 'DuplicateUpdated',
    spec: specs.atom,
    profiles: validator,
    disagrees:
      'The validator warns. RFC 4287 asks for different times only if two entries have one id, so this is a hint and no fault.',
    why: 'Entries that have the same second look as if the feed stamped them when it was built. Readers then sort them in any order.',
    // If entries have the same second, the feed probably gave them the time of its build.
    check: ({trimmed, element, facts, subject}: Value) =>
      facts.format === 'atom' && element.name === 'atom:updated' && facts.seenBefore('updated', trimmed)
        ? `${subject} is the same as that of another entry: ${trimmed}`
        : undefined,
    in: 'feed',
    bad: '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>\n<entry><title>Two</title><id>https://example.com/2</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/2"/><summary>Talk</summary></entry>',
    good: '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>\n<entry><title>Two</title><id>https://example.com/2</id><updated>2024-01-31T10:00:00Z</updated><link href="https://example.com/2"/><summary>Talk</summary></entry>',
  },
  'feed-source-incomplete': {
    severity: 'warning',
    w3c: 'MissingSourceElement',
    spec: specs.atom,
    profiles: validator,
    why: 'A source should have the id, title and updated of the feed that the entry was taken from.',
    check: ({childCounts}: FeedElement) =>
      ['id', 'title', 'updated']
        .filter((name) => !childCounts.has(`atom:${name}`))
        .map((name) => `source has no ${name}, so readers cannot tell where the entry comes from`),
    in: 'entry',
    bad: '<source><title>Their show</title><updated>2024-01-30T09:00:00Z</updated></source>',
    good: '<source><id>https://example.net/</id><title>Their show</title><updated>2024-01-30T09:00:00Z</updated></source>',
  },
  'feed-id-not-canonical': {
    severity: 'warning',
    w3c: 'NonCanonicalURI',
    spec: specs.atom,
    profiles: validator,
    why: 'Ids are compared letter by letter, so an address in another spelling is another entry to one reader and the same to the next.',
    // Readers compare ids letter by letter: another spelling of the same address makes another entry.
    check: ({trimmed, subject}: Value) => {
      const canonical = canonicalUri(trimmed)
      return canonical === undefined || canonical === trimmed
        ? undefined
        : {
            message: `${subject} is not written in its normal form`,
            hint: `Write ${canonical}, if the entry is new; never change the id of an old one`,
          }
    },
    in: 'feed',
    bad: '<id>HTTP://Example.com/%7Eada</id>',
    good: '<id>http://example.com/~ada</id>',
  },
  'feed-name-has-mail': {
    severity: 'warning',
    w3c: 'ContainsEmail',
    spec: specs.atom,
    profiles: validator,
    why: 'Apps print the name with the mail address in it, where every collector of addresses finds it.',
    check: ({trimmed, subject}: Value) =>
      /[^\s@<>()]@[a-z0-9-]{1,63}\.[a-z]/i.test(trimmed)
        ? `${subject} holds a mail address, which every page would show`
        : undefined,
    hint: 'Move it to email',
    in: 'author',
    bad: '<name>Ada (ada@example.com)</name>',
    good: '<name>Ada</name><email>ada@example.com</email>',
  },
})
