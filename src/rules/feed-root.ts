import type {FeedElement} from './feed-element.ts'
import type {FeedFormat} from './feed-facts.ts'
import {conventionalUri} from './namespaces.ts'
import {type Complaint, complaint} from './rule-table.ts'

/** The format, by the first element. */
export const rootFormats: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['rdf:RDF', 'rdf'],
  ['atom:feed', 'atom'],
  ['atom:entry', 'atom'],
  ['opml', 'opml'],
  ['outlineDocument', 'opml'],
])

const atom03 = 'http://purl.org/atom/ns#'
const expectedNamespaces: ReadonlyMap<string, string> = new Map([
  ['feed', `xmlns="${conventionalUri('atom')}"`],
  ['rss', 'none at all'],
  ['RDF', `xmlns:rdf="${conventionalUri('rdf')}"`],
])

/** Why a document that begins with this element is no feed: outdated, misspelled, or something else. */
export function unknownRoot({name, namespace}: FeedElement): Complaint {
  const local = name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(':')) + 1)
  if (namespace === atom03) {
    const hint = `Write Atom 1.0: ${expectedNamespaces.get('feed')}`
    return complaint('feed-atom-03', 'This is Atom 0.3, a draft of 2003 that readers gave up', hint)
  }
  const expected = expectedNamespaces.get(local)
  if (expected === undefined) {
    return complaint('feed-root-unknown', `The document begins with <${local}>, so it is neither RSS nor Atom nor OPML`)
  }
  const written = JSON.stringify(namespace.slice(0, 80))
  return complaint('feed-namespace-invalid', `${local} is in the namespace ${written}; readers expect ${expected}`)
}
