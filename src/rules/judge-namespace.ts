import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {conventionalUri, namespaceKind} from './namespaces.ts'
import {type Complaint, complaint} from './rule-table.ts'

const mediaWithoutSlash = 'http://search.yahoo.com/mrss'

/** What is odd about the namespace of an element, said once for each namespace and prefix. */
export function judgeNamespace(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const {namespace, prefix} = element
  if (namespace === '' || facts.seenBefore('namespace', `${prefix.slice(0, 100)} ${namespace.slice(0, 300)}`)) return []
  const found: Complaint[] = []
  const known = namespaceKind(namespace) !== undefined
  const usual = conventionalUri(prefix)
  if (!known && usual !== undefined) {
    const hint = `Write xmlns:${prefix}="${usual}", letter by letter`
    found.push(
      complaint(
        'feed-prefix-reserved',
        `The prefix ${prefix} is bound to ${namespace.slice(0, 200)}, so apps ignore its elements`,
        hint,
      ),
    )
  }
  if (!known) {
    found.push(
      complaint(
        'feed-namespace-unknown',
        `Elements of the namespace ${namespace.slice(0, 200)} are not judged: no rules for them are known`,
      ),
    )
  }
  if (namespace === mediaWithoutSlash) {
    found.push(
      complaint(
        'feed-media-namespace',
        'The namespace of Media RSS ends with a slash',
        `Write xmlns:media="${mediaWithoutSlash}/"`,
      ),
    )
  }
  const plain = element.name.startsWith('xhtml:') || (element.name.startsWith('atom:') && facts.format !== 'rss')
  if (plain && prefix !== '') {
    found.push(
      complaint(
        'feed-prefix-avoid',
        `Some readers do not understand the prefix ${prefix} here`,
        `Write xmlns="${namespace}" without a prefix`,
      ),
    )
  }
  return found
}
