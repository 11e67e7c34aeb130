import {type FeedElement, inherited} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {type Complaint, feedRules} from './rule.ts'
import {specs, validator} from './rule-sources.ts'

const feedTypes: ReadonlySet<string> = new Set(['application/atom+xml', 'application/rss+xml', 'application/rdf+xml'])

/** Rules for the address that the feed gives itself, which is compared with the address it came from, and for its type. */
export const selfLinkRules = feedRules({
  'feed-self-relative': {
    severity: 'warning',
    w3c: 'RelativeSelf',
    spec: specs.atom,
    profiles: validator,
    why: 'The link helps people who have a copy of the feed. A relative address works only at the place where the feed is now.',
    check: (link: FeedElement) =>
      absoluteAddress(hrefOf(link)) === undefined && inherited(link, 'xml:base') === undefined
        ? 'The link rel="self" is a relative address, so it leads back only from where the feed lies now'
        : undefined,
    in: 'feed',
    bad: '<link rel="self" href="feed.xml"/>',
    good: '<link rel="self" href="https://example.com/feed.xml"/>',
  },
  'feed-self-elsewhere': {
    severity: 'warning',
    w3c: 'SelfDoesntMatchLocation',
    spec: specs.atom,
    profiles: validator,
    why: 'The feed names another address as its own than the one it was read from. Some readers then subscribe to that other address.',
    check: (address: string, location: string) =>
      absoluteAddress(location) === address
        ? undefined
        : `The feed calls itself ${address}, and it was read from ${location}`,
    in: 'feed.xml on a server',
    bad: '<atom:link rel="self" href="https://example.com/old.xml"/>',
    good: '<atom:link rel="self" href="https://example.com/feed.xml"/>',
  },
  'feed-self-other-name': {
    severity: 'info',
    w3c: 'SelfDoesntMatchLocation',
    spec: specs.atom,
    profiles: validator,
    disagrees:
      'The validator warns, because it knows where the feed came from. For a file, only the name is known, and a copy may have any name.',
    why: 'The feed gives itself another file name than that of the file. In a copy this is no fault. In a file that you are going to publish, it is.',
    // For a file on disk only the name can be compared, and a copy may have another name.
    check: (address: string, location: string) =>
      lastSegment(address) === lastSegment(location)
        ? undefined
        : `The feed calls itself ${address}, and the file is ${location}`,
    in: 'feed.xml on disk',
    bad: '<atom:link rel="self" href="https://example.com/old.xml"/>',
    good: '<atom:link rel="self" href="https://example.com/feed.xml"/>',
  },
  'feed-self-type': {
    severity: 'warning',
    w3c: 'SelfNotAtom',
    spec: specs.atom,
    profiles: validator,
    why: 'The link rel="self" leads to this feed, but gives another type. Readers that look for a feed by its type ignore it.',
    check: ({attributes}: FeedElement) => {
      const type = attributes.get('type')?.split(';')[0]?.trim().toLowerCase()
      return type === undefined || feedTypes.has(type)
        ? undefined
        : `The link rel="self" has the type ${type.slice(0, 60)}, which is no XML feed`
    },
    in: 'feed',
    bad: '<link rel="self" type="text/html" href="https://example.com/atom.xml"/>',
    good: '<link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>',
  },
})

/** Complaints about a link with rel="self". */
export function selfComplaints(link: FeedElement, {location}: FeedFacts): readonly Complaint[] {
  return [
    ...addressComplaints(link, location).map((each) => ({...each, element: link, attribute: 'href'})),
    ...selfLinkRules['feed-self-type'].judge(link).map((each) => ({...each, element: link, attribute: 'type'})),
  ]
}

function addressComplaints(link: FeedElement, location: string | undefined): readonly Complaint[] {
  if (!link.attributes.has('href')) return []
  const relative = selfLinkRules['feed-self-relative'].judge(link)
  const href = hrefOf(link)
  const address = absoluteAddress(href, inherited(link, 'xml:base')) ?? absoluteAddress(href, location)
  if (address === undefined || location === undefined) return relative
  const code = /^https?:/i.test(location) ? 'feed-self-elsewhere' : 'feed-self-other-name'
  return [...relative, ...selfLinkRules[code].judge(address, location)]
}

function hrefOf({attributes}: FeedElement): string {
  return attributes.get('href')?.trim() ?? ''
}

function absoluteAddress(reference: string, base?: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined
}

/** Whether two addresses lead to the same file. For a file on disk only the name can be compared. */
export function isSameAddress(address: string, location: string): boolean {
  if (/^https?:/i.test(location)) return absoluteAddress(location) === absoluteAddress(address)
  return lastSegment(address) !== '' && lastSegment(address) === lastSegment(location)
}

function lastSegment(address: string): string {
  return (address.split(/[?#]/)[0] ?? '').split(/[\\/]/).at(-1) ?? ''
}
