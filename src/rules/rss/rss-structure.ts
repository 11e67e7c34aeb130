import {semanticDuplicates} from '../duplicate-semantics.ts'
import {all, type ElementCheck, first, type ValueCheck} from '../element-table.ts'
import {childrenOf} from '../feed-element.ts'
import {appleEnclosure, itunesChannel} from '../itunes/itunes-structure.ts'
import {selfComplaints} from '../self-link.ts'
import {episodeChecks, showChecks} from '../show-structure.ts'
import {channelRules} from './channel-rules.ts'
import {soundFeedHistory} from './feed-history.ts'
import {itemRules} from './item-rules.ts'
import {rssValueRules} from './rss-value-rules.ts'

/** Checks of the element `rss` itself. */
export const rootChecks: readonly ElementCheck[] = [channelRules['feed-version-unknown'].judge]

const channelSelf: ElementCheck = (channel, facts) => {
  const links = childrenOf(channel, 'atom:link').filter((link) => link.attributes.get('rel') === 'self')
  if (links.length > 0) return links.flatMap((link) => selfComplaints(link, facts))
  return channelRules['feed-rss-self-missing'].judge(channel, facts)
}

export const channelChecks: readonly ElementCheck[] = [
  channelSelf,
  channelRules['feed-comment-count-undated'].judge,
  channelRules['feed-language-missing'].judge,
  channelRules['feed-image-title-differs'].judge,
  channelRules['feed-image-link-differs'].judge,
  soundFeedHistory,
  semanticDuplicates('channel'),
  itunesChannel,
  ...showChecks,
]

export const itemChecks: readonly ElementCheck[] = [
  itemRules['feed-item-empty'].judge,
  itemRules['feed-guid-missing'].judge,
  itemRules['feed-guid-twice'].judge,
  itemRules['feed-enclosure-second'].judge,
  itemRules['feed-content-before-description'].judge,
  itemRules['feed-description-twice'].judge,
  semanticDuplicates('item'),
  appleEnclosure,
  ...episodeChecks,
]

export const guid: ValueCheck = all(
  itemRules['feed-guid-not-address'].judge,
  itemRules['feed-guid-not-permalink'].judge,
  itemRules['feed-guid-too-common'].judge,
)
export const guidFlag: ValueCheck = itemRules['feed-guid-flag-invalid'].judge

export const hourOfDay: ValueCheck = first(
  rssValueRules['feed-hour-invalid'].judge,
  all(rssValueRules['feed-hour-midnight'].judge, (value) =>
    rssValueRules['feed-value-twice'].judge(value, String(Number(value.trimmed) % 24)),
  ),
)

export const weekday: ValueCheck = first(rssValueRules['feed-day-invalid'].judge, (value) =>
  rssValueRules['feed-value-twice'].judge(value, value.trimmed),
)

export const imageFormat: ValueCheck = rssValueRules['feed-image-format'].judge
