import type {ElementCheck} from '../element-table.ts'
import {childOf} from '../feed-element.ts'
import {soundFeedHistory} from '../rss/feed-history.ts'
import {complaint, fine} from '../rule.ts'
import {selfComplaints} from '../self-link.ts'
import {structureRules} from '../structure-rules.ts'
import {entryRules} from './entry-rules.ts'
import {linkRules, linksOf} from './link-rules.ts'
import {textConstructRules} from './text-construct-rules.ts'

const feedSelf: ElementCheck = (feed, facts) => [
  ...linkRules['feed-self-missing'].judge(feed),
  ...linksOf(feed, 'self').flatMap((link) => selfComplaints(link, facts)),
]

const oneAlternate: ElementCheck = linkRules['feed-link-twice'].judge

/** The author may stand in the entry, in its source, or in the feed. https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1 */
const authorKnown: ElementCheck = (entry) => {
  const source = childOf(entry, 'atom:source')
  const known = [entry, source, entry.parent].some((each) => each?.childCounts.has('atom:author'))
  if (known) return fine
  return [complaint(structureRules['feed-element-missing'], 'The entry has no author, and the feed has none either')]
}

export const linkChecks: readonly ElementCheck[] = [
  linkRules['feed-link-not-empty'].judge,
  linkRules['feed-paging-in-entry'].judge,
  linkRules['feed-same-document-reference'].judge,
]

export const feedChecks: readonly ElementCheck[] = [feedSelf, oneAlternate, soundFeedHistory]
export const entryChecks: readonly ElementCheck[] = [
  entryRules['feed-id-of-feed-again'].judge,
  entryRules['feed-entries-duplicate'].judge,
  authorKnown,
  oneAlternate,
  entryRules['feed-entry-leads-nowhere'].judge,
  entryRules['feed-entry-without-text'].judge,
  textConstructRules['feed-summary-missing'].judge,
]
export const sourceChecks: readonly ElementCheck[] = [oneAlternate, entryRules['feed-source-incomplete'].judge]
