import type {FeedElement} from './feed-element.ts'
import {type Complaint, complaint, type ElementCheck} from './rule-table.ts'

const paging: ReadonlySet<string> = new Set(['first', 'last', 'next', 'previous', 'prev-archive', 'next-archive'])

function linkTo(head: FeedElement, relation: string): FeedElement | undefined {
  return head.children.find(({name, attributes}) => name === 'atom:link' && attributes.get('rel') === relation)
}

/** A complete feed has no other pages, and an archive leads back to the living feed. https://www.rfc-editor.org/rfc/rfc5005 */
export const feedHistory: ElementCheck = (head) => {
  const found: Complaint[] = []
  const current = linkTo(head, 'current')
  if (head.childCounts.has('fh:complete')) {
    const pages = head.children.filter(
      ({name, attributes}) => name === 'atom:link' && paging.has(attributes.get('rel') ?? ''),
    )
    const message = 'The feed says it is complete, and links to further pages'
    found.push(...pages.map((element) => ({...complaint('feed-complete-and-paged', message), element})))
    const self = linkTo(head, 'self')
    if (current && self && current.attributes.get('href') !== self.attributes.get('href')) {
      const said = 'The feed says it is complete, and that another one is current'
      found.push({...complaint('feed-complete-not-current', said), element: current})
    }
  }
  if (head.childCounts.has('fh:archive') && !current) {
    found.push(complaint('feed-archive-without-current', 'The archive has no link rel="current" to the feed it is of'))
  }
  return found
}
