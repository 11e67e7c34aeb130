import type {Value} from '../element-table.ts'
import {childrenOf, type FeedElement, inherited} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules, quoted} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {isSameAddress} from '../self-link.ts'
import {isRegisteredRelation, relationName} from './link-relations.ts'

export function linksOf(element: FeedElement, relation: string): readonly FeedElement[] {
  return childrenOf(element, 'atom:link').filter((link) => relationName(link.attributes.get('rel')) === relation)
}

const pagingRelations = ['first', 'last', 'next', 'previous', 'prev-archive', 'next-archive', 'current']

/** Whether the base is the address of the feed itself. Then every reader takes a link to the base as a link to the feed. */
function isOfDocument(base: string, link: FeedElement, location: string | undefined): boolean {
  if (relationName(link.attributes.get('rel')) === 'self') return true
  const self = link.parent && linksOf(link.parent, 'self')[0]?.attributes.get('href')
  return base === self || (location !== undefined && isSameAddress(base, location))
}

/** Rules for links. https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7 */
export const linkRules = feedRules({
  'feed-href-missing': {
    severity: 'error',
    w3c: 'MissingHref',
    spec: specs.atom,
    profiles: validator,
    why: 'A link without href leads nowhere.',
    check: ({name, attributes}: FeedElement, href: string) =>
      attributes.has(href) ? undefined : `${name} has no ${href}, which it needs`,
    in: 'entry',
    bad: '<link rel="alternate"/>',
    good: '<link rel="alternate" href="https://example.com/1"/>',
  },
  'feed-link-not-empty': {
    severity: 'warning',
    w3c: 'AtomLinkNotEmpty',
    spec: specs.atom,
    profiles: validator,
    why: 'The address of a link is its href. No app shows text inside the element.',
    check: ({text}: FeedElement) =>
      text.trim() === '' ? undefined : 'link holds text, which nobody shows: the address is href',
    in: 'entry',
    bad: '<link href="https://example.com/1">https://example.com/1</link>',
    good: '<link href="https://example.com/1"/>',
  },
  'feed-link-twice': {
    severity: 'error',
    w3c: 'DuplicateAtomLink',
    spec: specs.atom,
    profiles: validator,
    why: 'If two links rel="alternate" have the same type and language, each reader chooses one by itself.',
    // Readers cannot choose between two pages of the same type and language. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1
    check: (parent: FeedElement) => {
      const seen = new Set<string>()
      const twice = linksOf(parent, 'alternate').filter(({attributes}) => {
        const key = `${attributes.get('type') ?? ''} ${attributes.get('hreflang') ?? ''}`.toLowerCase()
        return seen.has(key) || !seen.add(key)
      })
      return twice.map((element) => ({
        message: 'A second link rel="alternate" has the same type and language',
        element,
      }))
    },
    in: 'entry',
    bad: '<link type="text/html" href="https://example.com/1"/>\n<link type="text/html" href="https://example.com/2"/>',
    good: '<link type="text/html" href="https://example.com/1"/>\n<link type="text/html" hreflang="de" href="https://example.com/2"/>',
  },
  'feed-link-relation-unregistered': {
    severity: 'warning',
    w3c: 'UnregisteredAtomLinkRel',
    spec: specs.atom,
    profiles: validator,
    why: 'Readers know the registered relations, and addresses. They do not understand other words.',
    check: ({text, subject}: Value) =>
      isRegisteredRelation(text) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
        ? undefined
        : `${subject} is ${quoted(text)}, which readers do not know`,
    in: 'entry',
    bad: '<link href="https://example.com/1"/>\n<link rel="homepage" href="https://example.com/"/>',
    good: '<link href="https://example.com/1"/>\n<link rel="related" href="https://example.com/"/>',
  },
  'feed-paging-in-entry': {
    severity: 'warning',
    w3c: 'FeedHistoryRelInEntry',
    spec: specs.rfc5005,
    profiles: validator,
    why: 'Links to further pages belong to the feed. Inside an entry, no reader looks for them.',
    check: ({parent, attributes}: FeedElement) =>
      (parent?.name === 'atom:entry' || parent?.name === 'item') &&
      pagingRelations.includes(relationName(attributes.get('rel')))
        ? 'Links to further pages belong to the whole feed, and this one stands in an entry'
        : undefined,
    in: 'entry',
    bad: '<link href="https://example.com/1"/>\n<link rel="next" href="https://example.com/2.xml"/>',
    good: '<link href="https://example.com/1"/>',
  },
  'feed-same-document-reference': {
    severity: 'warning',
    w3c: 'SameDocumentReference',
    spec: specs.atom,
    profiles: validator,
    why: 'The address leads to xml:base itself, which readers take for the feed or for that page.',
    check: (link: FeedElement, {location}: FeedFacts) => {
      const base = inherited(link, 'xml:base')
      const href = link.attributes.get('href')
      if (base === undefined || href === undefined || !URL.canParse(href, base) || URL.canParse(href)) return undefined
      if (new URL(href, base).href !== new URL(base).href || isOfDocument(base, link, location)) return undefined
      return 'href leads to xml:base itself, which some readers take for the feed'
    },
    in: 'entry',
    bad: '<link xml:base="https://example.com/" href="."/>',
    good: '<link href="https://example.com/"/>',
  },
  'feed-self-missing': {
    severity: 'warning',
    w3c: 'MissingSelf',
    spec: specs.atom,
    profiles: validator,
    why: 'The feed does not say its own address. A copy that is passed on cannot be traced, and WebSub has no topic.',
    check: (feed: FeedElement) =>
      linksOf(feed, 'self').length > 0 ? undefined : 'The feed does not say its own address',
    hint: 'Add <link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>',
    in: 'feed',
    bad: '<!-- no link -->',
    good: '<link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>',
  },
})
