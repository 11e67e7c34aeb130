import type {ProblemCode} from '../../src/model/problem.ts'
import type {FeedCheckOptions} from '../../src/rules/check-feed.ts'
import {atom, item, opml, podcast, rss} from './feeds.ts'

/** A feed that breaks one rule, and the same feed that keeps it. */
export type RuleCase = {
  readonly bad: string | Uint8Array
  readonly good: string | Uint8Array
  /** Where the rule is broken; the first line where that is not said. */
  readonly line?: number
  /** What else is wrong with the bad feed because of the same words, and may be wrong with the good one. */
  readonly also?: readonly ProblemCode[]
  readonly options?: FeedCheckOptions
}

/** A case for every rule of a table: a rule without one does not compile. */
export type RuleCases<Rules> = Readonly<Record<keyof Rules, RuleCase>>

type Details = Pick<RuleCase, 'line' | 'also'>
type SnippetCase = (bad: string, good: string, details?: Details) => RuleCase

/** Cases that differ in the gap of a feed, which stands at `line`. */
function cases(feed: (gap: string) => string, line: number): SnippetCase {
  return (bad, good, details) => ({bad: feed(bad), good: feed(good), line, ...details})
}

export const talk = '<summary>Talk</summary>'
export const list = opml('<outline text="Show"/>')
export const show = podcast('', '')

export const inChannel = cases(rss, 3)
export const inItem = cases(item, 4)
export const inShow = cases((gap) => podcast(gap, ''), 7)
export const inEpisode = cases((gap) => podcast('', gap), 9)
export const inAtomFeed = cases((gap) => atom(talk, gap), 3)
export const inEntry = cases((gap) => atom(talk + gap), 5)
export const inBareEntry = cases(atom, 5)
export const inBody = cases(opml, 2)
export const inOpmlHead = cases((gap) => list.replace('</head>', `${gap}</head>`), 1)
export const inJsonFeed = cases(
  (gap) =>
    `{"version": "https://jsonfeed.org/version/1.1", "title": "Show", "home_page_url": "https://example.com/",\n${gap}}`,
  2,
)
export const inJsonItem = cases(
  (gap) => `{"version": "https://jsonfeed.org/version/1.1", "title": "Show", "home_page_url": "https://example.com/",
"feed_url": "https://example.com/feed.json", "items": [
{"id": "1", ${gap}}]}`,
  3,
)

/** The good feed has the part, the bad one another in its place. */
export function replaced(good: string, part: string, by: string, line: number): RuleCase {
  return {bad: good.replace(part, by), good, line}
}
