import {type FeedElement, inherited} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {type Complaint, complaint} from './rule-table.ts'

/** A link rel="self": the address the feed gives itself, held against where it came from, and its type. */
export function selfComplaints(link: FeedElement, {location}: FeedFacts): readonly Complaint[] {
  return [
    ...addressComplaints(link, location).map((each) => ({...each, element: link, attribute: 'href'})),
    ...typeComplaints(link).map((each) => ({...each, element: link, attribute: 'type'})),
  ]
}

const feedTypes: ReadonlySet<string> = new Set(['application/atom+xml', 'application/rss+xml', 'application/rdf+xml'])

function typeComplaints({attributes}: FeedElement): readonly Complaint[] {
  const type = attributes.get('type')?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined || feedTypes.has(type)) return []
  return [complaint('feed-self-type', `The link rel="self" has the type ${type.slice(0, 60)}, which is no XML feed`)]
}

function addressComplaints(link: FeedElement, location: string | undefined): readonly Complaint[] {
  const href = link.attributes.get('href')?.trim()
  if (href === undefined) return []
  const base = inherited(link, 'xml:base')
  const found: Complaint[] = []
  if (absoluteAddress(href) === undefined && base === undefined) {
    const message = 'The link rel="self" is a relative address, so it leads back only from where the feed lies now'
    found.push(complaint('feed-self-relative', message))
  }
  const address = absoluteAddress(href, base) ?? absoluteAddress(href, location)
  if (address !== undefined && location !== undefined) found.push(...elsewhere(address, location))
  return found
}

/** Of a file on disk only the name can be compared; a copy may well have another one. */
function elsewhere(address: string, location: string): readonly Complaint[] {
  if (/^https?:/i.test(location)) {
    if (absoluteAddress(location) === address) return []
    return [complaint('feed-self-elsewhere', `The feed calls itself ${address}, and it was read from ${location}`)]
  }
  if (lastSegment(address) === lastSegment(location)) return []
  return [complaint('feed-self-other-name', `The feed calls itself ${address}, and the file is ${location}`)]
}

function absoluteAddress(reference: string, base?: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined
}

function lastSegment(address: string): string {
  return (address.split(/[?#]/)[0] ?? '').split(/[\\/]/).at(-1) ?? ''
}
