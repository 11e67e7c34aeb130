import {needsSummary} from './atom-text.ts'
import {relationName} from './atom-values.ts'
import {childOf, childrenOf, type FeedElement, inherited} from './feed-element.ts'
import {feedHistory} from './feed-history.ts'
import {type Complaint, complaint, type ElementCheck, fine} from './rule-table.ts'
import {selfComplaints} from './self-link.ts'

function linksOf(element: FeedElement, relation: string): readonly FeedElement[] {
  return childrenOf(element, 'atom:link').filter((link) => relationName(link.attributes.get('rel')) === relation)
}

const feedSelf: ElementCheck = (feed, facts) => {
  const links = linksOf(feed, 'self')
  if (links.length > 0) return links.flatMap((link) => selfComplaints(link, facts))
  return [
    complaint(
      'feed-self-missing',
      'The feed does not say its own address',
      'Add <link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>',
    ),
  ]
}

/** Two pages of one type and language: readers cannot choose. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1 */
const oneAlternate: ElementCheck = (element) => {
  const seen = new Set<string>()
  const twice = linksOf(element, 'alternate').filter(({attributes}) => {
    const key = `${attributes.get('type') ?? ''} ${attributes.get('hreflang') ?? ''}`
    return seen.has(key) || !seen.add(key)
  })
  return twice.map((link) => ({
    ...complaint('feed-link-twice', 'A second link rel="alternate" has the same type and language'),
    element: link,
  }))
}

const idOnce: ElementCheck = (entry, facts) => {
  const id = childOf(entry, 'atom:id')
  if (!id || !facts.seenBefore('id', id.text)) return fine
  return [
    {
      ...complaint('feed-entries-duplicate', `Two entries have the id ${JSON.stringify(id.text.slice(0, 80))}`),
      element: id,
    },
  ]
}

/** Of the entry, of its source, or of the feed. https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1 */
const authorKnown: ElementCheck = (entry) => {
  const source = childOf(entry, 'atom:source')
  const known = [entry, source, entry.parent].some((each) => each?.childCounts.has('atom:author'))
  return known ? fine : [complaint('feed-element-missing', 'The entry has no author, and the feed has none either')]
}

const somethingToRead: ElementCheck = (entry) => {
  const content = childOf(entry, 'atom:content')
  const summary = entry.childCounts.has('atom:summary')
  const found: Complaint[] = []
  if (!content && linksOf(entry, 'alternate').length === 0) {
    found.push(complaint('feed-entry-leads-nowhere', 'The entry has neither content nor a link rel="alternate"'))
  }
  if (!content && !summary) {
    found.push(
      complaint('feed-entry-without-text', 'The entry has neither content nor summary, so readers show only a title'),
    )
  }
  if (content && !summary && needsSummary(content)) {
    const message = 'The content is no text or lies elsewhere, and the entry has no summary'
    found.push(complaint('feed-summary-missing', message))
  }
  return found
}

const pagingRelations = ['first', 'last', 'next', 'previous', 'prev-archive', 'next-archive', 'current']

export const linkChecks: readonly ElementCheck[] = [
  (link) =>
    link.text.trim() === ''
      ? fine
      : [complaint('feed-link-not-empty', 'link holds text, which nobody shows: the address is href')],
  (link) =>
    (link.parent?.name === 'atom:entry' || link.parent?.name === 'item') &&
    pagingRelations.includes(relationName(link.attributes.get('rel')))
      ? [complaint('feed-paging-in-entry', 'Paging is of the whole feed, and stands in an entry')]
      : fine,
  (link) => {
    const base = inherited(link, 'xml:base')
    const href = link.attributes.get('href')
    if (base === undefined || href === undefined || !URL.canParse(href, base) || URL.canParse(href)) return fine
    return new URL(href, base).href === new URL(base).href
      ? [
          complaint(
            'feed-same-document-reference',
            'href leads to xml:base itself, which some readers take for the feed',
          ),
        ]
      : fine
  },
]

export const feedChecks: readonly ElementCheck[] = [feedSelf, oneAlternate, feedHistory]
export const entryChecks: readonly ElementCheck[] = [idOnce, authorKnown, oneAlternate, somethingToRead]

export const sourceChecks: readonly ElementCheck[] = [
  oneAlternate,
  (source) =>
    ['id', 'title', 'updated']
      .filter((name) => !source.childCounts.has(`atom:${name}`))
      .map((name) =>
        complaint('feed-source-incomplete', `source has no ${name}, so readers cannot tell where the entry comes from`),
      ),
]
