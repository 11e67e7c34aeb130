import type {Lock} from '../../model/lock.ts'
import {hasErrors, type Place} from '../../model/problem.ts'
import type {Redirect} from '../../model/serving.ts'
import type {Show} from '../../model/show.ts'
import type {Delivered} from '../../witness/delivered.ts'
import {acceptedOut, type Guarded, guard} from '../../witness/guard.ts'
import type {PlanSummary} from '../plan-summary.ts'
import type {ReadyShow} from '../ready-show.ts'
import {type EarlyMarking, earlyTakenBack} from './early-taken-back.ts'
import {endOfShow} from './end-of-show.ts'
import type {KeptIdentities} from './keep-identities.ts'

type PlannedShow = EarlyMarking & {
  /** Whether nothing is wrong with the show itself. */
  readonly isRight: boolean
  readonly kept: KeptIdentities
  /** What is new, and what waits. */
  readonly summary: Pick<PlanSummary, 'newEpisodes' | 'scheduled'>
  /** With what each feed delivers. */
  readonly lock: Lock
  readonly redirects: readonly Redirect[]
  /** Every file that is published for everybody. */
  readonly paths: ReadonlySet<string>
  /** What stands in the output that would be replaced. Absent where nobody asks the output. */
  readonly delivered: Delivered | undefined
  readonly now: Date
  readonly accepted: readonly string[]
}

/** Where a feed is written, or the path of the main feed. */
function feedPlace({feeds, places}: Show, name: string): Place | undefined {
  const path = name === 'main' ? (places.get('feed_path') ?? places.get('feeds')) : undefined
  return path ?? feeds.find((each) => each.name === name)?.place
}

/** Compares the whole planned show with what was published before. */
export function guardShow(
  {opened: {show, showFile}, stored}: Pick<ReadyShow, 'opened' | 'stored'>,
  {isRight, kept: {changes, results}, lock, delivered, summary, ...planned}: PlannedShow,
): Guarded {
  // A wrong value of show.yaml is left out, and everything that follows from it would look like a loss that one may accept.
  if (!isRight) return {problems: [], changes: [], lock}
  // Where episodes have errors, nobody can tell which ones are gone.
  if (results.some(({problems}) => hasErrors(problems))) {
    const certain = changes.filter(({code}) => code !== 'episode-removed')
    return {problems: acceptedOut(certain, planned.accepted), changes: certain, lock}
  }
  const sources = new Map(
    results.flatMap((each) => (each.kind === 'published' ? [[each.item.slug, each.item.source.file]] : [])),
  )
  const places = {
    site: stored.lock?.show.site ?? show.siteUrl,
    feed: (name: string) => ({file: showFile, line: 1, ...feedPlace(show, name)}),
    episode: (slug: string) => ({file: sources.get(slug) ?? showFile, line: 1}),
  }
  const before = stored.lock
  const witnesses = {...(before === undefined ? {} : {before}), ...(delivered === undefined ? {} : {delivered})}
  const {scheduled, newEpisodes} = summary
  const early = earlyTakenBack(before, show.feeds, {scheduled, after: lock, ...planned}, places.feed)
  const guarded = guard({
    ...planned,
    ...witnesses,
    changes: [...changes, ...early],
    after: lock,
    hosts: show.hosting,
    oldFeedUrls: show.oldFeedUrls,
    places,
  })
  const ending = endOfShow({isComplete: show.complete, before, newEpisodes, scheduled}, {file: showFile})
  return {...guarded, problems: [...guarded.problems, ...ending]}
}
