import {publishedGuids} from '../lock/recorded.ts'
import type {EpisodeResult} from './episode-result.ts'
import type {PlannedFeed} from './feeds/plan-feed.ts'
import type {PlannedFeeds} from './feeds/plan-feeds.ts'
import type {ReadyShow} from './ready-show.ts'

/** An episode that no earlier build published. */
export type NewEpisode = {readonly slug: string; readonly title: string; readonly url: string}

/** What there is to say of a planned show beside its files. */
export type PlanSummary = {
  readonly title: string
  readonly siteUrl: string
  /** Addresses at which subscribers had the feed before, as `show.yaml` names them. */
  readonly oldFeedUrls: readonly string[]
  /** IANA name. */
  readonly timeZone: string
  readonly published: number
  /** What the lock has not recorded yet, in the order of the feed. It is published now, so its name is no secret. */
  readonly newEpisodes: readonly NewEpisode[]
  readonly drafts: number
  /** When held-back episodes are due, the next one first. Nothing else of them: logs of CI are public. */
  readonly scheduled: readonly Date[]
  /** When members get episodes that nobody has yet, the next one first; they are among the scheduled ones. */
  readonly scheduledForMembers: readonly Date[]
  /** Feeds for members that are left as they are. */
  readonly leftForMembers: readonly string[]
  /** The main feed first. */
  readonly feeds: readonly PlannedFeed[]
}

export function planSummaryOf(
  {show, channel, stored}: ReadyShow,
  results: readonly EpisodeResult[],
  feeds: PlannedFeeds,
): PlanSummary {
  const known = publishedGuids(stored.lock)
  const items = results.flatMap((result) => (result.kind === 'published' ? [result.item] : []))
  const held = results.flatMap((result) => (result.kind === 'held-back' ? [result.heldBack] : []))
  return {
    title: channel.title,
    siteUrl: channel.siteUrl,
    oldFeedUrls: show.oldFeedUrls,
    timeZone: channel.timeZone,
    published: items.length,
    newEpisodes: items.filter(({guid}) => !known.has(guid)).map(({slug, title, url}) => ({slug, title, url})),
    drafts: held.filter(({state}) => state === 'draft').length,
    scheduled: inTime(held.flatMap((each) => (each.state === 'scheduled' ? [each.at] : []))),
    scheduledForMembers: inTime(feeds.waiting),
    leftForMembers: feeds.left,
    feeds: feeds.feeds,
  }
}

function inTime(dates: readonly Date[]): readonly Date[] {
  return dates.toSorted((a, b) => a.getTime() - b.getTime())
}
