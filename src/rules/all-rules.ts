import {atomRules} from './atom-rules.ts'
import {itunesRules} from './itunes-rules.ts'
import {mediaRssRules} from './media-rss-rules.ts'
import {moduleRules} from './module-rules.ts'
import {opmlRules} from './opml-rules.ts'
import {podcastRules} from './podcast-rules.ts'
import {rssRules} from './rss-rules.ts'
import {type ElementRule, indexRules} from './rule-table.ts'

/** Every element the rules know. A new vocabulary is a file and a line here (and its namespace in `namespaces.ts`). */
export const allRules: readonly ElementRule[] = [
  ...rssRules,
  ...atomRules,
  ...itunesRules,
  ...podcastRules,
  ...mediaRssRules,
  ...moduleRules,
  ...opmlRules,
]

/** What may stand in an item may stand in a live one. https://podcasting2.org/docs/podcast-namespace/tags/liveItem */
function inLiveItemsToo(rule: ElementRule): ElementRule {
  return rule.in.includes('item') ? {...rule, in: [...rule.in, 'podcast:liveItem']} : rule
}

export const ruleIndex = indexRules(allRules.map(inLiveItemsToo))
