import type {FeedElement} from '../feed-element.ts'
import type {FeedFormat} from '../feed-facts.ts'
import {type Complaint, fine} from '../rule.ts'
import {documentRules} from './document-rules.ts'
import {conventionalUri, namespaceKind} from './namespaces.ts'

/** The format of a feed, by its first element. */
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
  ['entry', `xmlns="${conventionalUri('atom')}"`],
  ['rss', 'none at all'],
  ['RDF', `xmlns:rdf="${conventionalUri('rdf')}"`],
])

const expectedParts: ReadonlyMap<string, string> = new Map([
  ['rss', 'none at all'],
  ['rdf:RDF', 'xmlns="http://purl.org/rss/1.0/"'],
])

/** Why a document that begins with this element is no feed: the format is outdated, its name is misspelled, or it is something else. */
export function judgeUnknownRoot(element: FeedElement): readonly Complaint[] {
  const {name, namespace} = element
  const local = name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(':')) + 1)
  if (namespace === atom03) return documentRules['feed-atom-03'].judge()
  const expected = expectedNamespaces.get(local)
  if (expected !== undefined && namespace === '') return documentRules['feed-namespace-missing'].judge(local, expected)
  return expected === undefined
    ? documentRules['feed-root-unknown'].judge(local)
    : documentRules['feed-namespace-invalid'].judge(element, local, expected)
}

const partsOfRss: ReadonlySet<string> = new Set(['channel', 'item', 'image', 'textinput'])

/** A channel below the right root, but in an unknown namespace: this is RSS 1.0 with a typing mistake in its address. */
export function judgeLostChannel(element: FeedElement, parent: FeedElement): readonly Complaint[] {
  const {name, namespace} = element
  const expected = expectedParts.get(parent.name)
  if (expected === undefined || namespaceKind(namespace) !== undefined) return fine
  const local = name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(':')) + 1)
  return partsOfRss.has(local) ? documentRules['feed-namespace-invalid'].judge(element, local, expected) : fine
}
