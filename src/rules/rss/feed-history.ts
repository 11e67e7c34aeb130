import type {ElementCheck} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {feedRules} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'

const paging: ReadonlySet<string> = new Set(['first', 'last', 'next', 'previous', 'prev-archive', 'next-archive'])

function linkTo(head: FeedElement, relation: string): FeedElement | undefined {
  return head.children.find(({name, attributes}) => name === 'atom:link' && attributes.get('rel') === relation)
}

/** A complete feed has no other pages, and an archive links to the current feed. https://www.rfc-editor.org/rfc/rfc5005 */
export const historyRules = feedRules({
  'feed-complete-and-paged': {
    severity: 'error',
    w3c: 'FeedRelInCompleteFeed',
    spec: specs.rfc5005,
    profiles: validator,
    why: 'A complete feed is the whole feed. Readers delete everything that is not in it, and never read the further pages that it links to.',
    check: ({childCounts, children}: FeedElement) => {
      if (!childCounts.has('fh:complete')) return undefined
      const message = 'The feed says it is complete, and links to further pages'
      return children
        .filter(({name, attributes}) => name === 'atom:link' && paging.has(attributes.get('rel') ?? ''))
        .map((element) => ({message, element}))
    },
    in: 'channel',
    bad: '<fh:complete/>\n<atom:link rel="self" href="https://example.com/feed.xml"/>\n<atom:link rel="next" href="https://example.com/2.xml"/>',
    good: '<fh:complete/>\n<atom:link rel="self" href="https://example.com/feed.xml"/>',
  },
  'feed-complete-not-current': {
    severity: 'error',
    w3c: 'CurrentNotSelfInCompleteFeed',
    spec: specs.rfc5005,
    profiles: validator,
    why: 'A complete feed is the current feed. So its link rel="current" must lead to itself.',
    check: (head: FeedElement) => {
      const [current, self] = [linkTo(head, 'current'), linkTo(head, 'self')]
      if (!head.childCounts.has('fh:complete') || !current || !self) return undefined
      return current.attributes.get('href') === self.attributes.get('href')
        ? undefined
        : {message: 'The feed says it is complete, and that another one is current', element: current}
    },
    in: 'channel',
    bad: '<fh:complete/>\n<atom:link rel="self" href="https://example.com/feed.xml"/>\n<atom:link rel="current" href="https://example.com/other.xml"/>',
    good: '<fh:complete/>\n<atom:link rel="self" href="https://example.com/feed.xml"/>\n<atom:link rel="current" href="https://example.com/feed.xml"/>',
  },
  'feed-archive-without-current': {
    severity: 'warning',
    w3c: 'MissingCurrentInArchive',
    spec: specs.rfc5005,
    profiles: validator,
    why: 'An archive must say where the current feed is. Otherwise somebody who subscribes to the archive by mistake never gets a new episode.',
    check: (head: FeedElement) =>
      head.childCounts.has('fh:archive') && !linkTo(head, 'current')
        ? 'The archive has no link rel="current" to the feed it is of'
        : undefined,
    in: 'channel',
    bad: '<fh:archive/>\n<atom:link rel="self" href="https://example.com/2023.xml"/>',
    good: '<fh:archive/>\n<atom:link rel="self" href="https://example.com/2023.xml"/>\n<atom:link rel="current" href="https://example.com/feed.xml"/>',
  },
})

export const soundFeedHistory: ElementCheck = (head) => Object.values(historyRules).flatMap(({judge}) => judge(head))
