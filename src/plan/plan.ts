import type {Change} from '../lock/published-changes.ts'
import {withCheckSettings} from '../model/check-settings.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import type {ServedSite} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import {publisherKey, type RemoteItem} from '../tags/podcast/remote-items.ts'
import type {Delivered} from '../witness/delivered.ts'
import type {Engine, PlannedEpisodes} from './engine.ts'
import type {EpisodeResult} from './episode-result.ts'
import {earlyMark} from './feeds/member-feeds.ts'
import type {Audience} from './feeds/members-part.ts'
import {planFeeds} from './feeds/plan-feeds.ts'
import type {Judge} from './feeds/taken-feed.ts'
import {guardShow} from './identity/guard-show.ts'
import {type KeptIdentities, keepIdentities} from './identity/keep-identities.ts'
import type {PlannedLock} from './identity/lock-file.ts'
import {inOneThread} from './in-one-thread.ts'
import {planServing, type ServingPlan} from './plan-serving.ts'
import {type PlanSummary, planSummaryOf} from './plan-summary.ts'
import {inOrder} from './problem-order.ts'
import {type ReadyShow, readyShow} from './ready-show.ts'
import type {TakeFile} from './take-file.ts'
import {type Timed, timed} from './timed.ts'
import {problemsOfEpisodes} from './wrong-episodes.ts'

/** What a plan depends on beside the folder of the show. */
export type PlanOptions = {
  /**
   * The time that counts as now; without it, that of this machine. An episode of a later date is held back, with every trace of it.
   */
  readonly now?: Date
  /** Changes that subscribers would notice and that are meant: `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accept?: readonly string[]
  /**
   * Whether pictures are also published as pages need them, smaller and as cards. Such files have a `recipe`, and whoever takes them
   * has to make the picture. `build` does so if the package `sharp` is installed.
   */
  readonly pictures?: boolean
  /** The feed of the network that the show belongs to, unless it names one itself. */
  readonly publisher?: RemoteItem
  /**
   * Tells what is published already, by what stands in the output that the plan would replace. It is asked once, after all files were
   * taken, with the address that the show had. Without it only the lock tells what was published.
   */
  readonly delivered?: (site: string) => Promise<Delivered | undefined>
  /**
   * `public`: the feeds for members are left as they are. `members`: only these are made, with what belongs to them. Absent:
   * everything. But the feeds for members are left out if there is no secret, or if they have a site of their own
   * (`members_url`).
   */
  readonly audience?: Audience
  /** Called after each episode. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
}

/** What a build would publish, beside the files. */
export type Plan = {
  readonly summary: PlanSummary
  readonly show: Show
  /** The lock as it is to be, and as it is, if there is one. */
  readonly lock: PlannedLock
  /** What subscribers would notice, accepted or not. */
  readonly changes: readonly Change[]
  /** What the main feed says of the show itself. */
  readonly channel: Channel
  /** The published episodes, in the order of the show's files. */
  readonly items: readonly FeedItem[]
  /** What a web server has to know of the show. */
  readonly served: ServedSite
  /** The same of the site of members, if they have one of their own. */
  readonly servedForMembers?: ServedSite
  /** All episodes, in the order of the show's files. */
  readonly episodes: readonly EpisodeResult[]
  /** Folders outside the show's that were looked into. */
  readonly otherFolders: readonly string[]
}

/** Gets each file of a plan once. What it says is wrong with a file becomes a problem of the plan; it may also say nothing. */
export type TakePlannedFile = (file: OutputFile) => Taken | Promise<Taken>

// biome-ignore lint/suspicious/noConfusingVoidType: with `undefined` a function that returns nothing would not compile.
type Taken = readonly Problem[] | void

/**
 * Everything that `build` would write, without writing: read, probe, render, serialise, judge. Files go to `take` one by one, so that
 * a show of any size streams through. All problems of all episodes are reported, whatever else is wrong.
 */
export async function plan(
  folder: string,
  given: PlanOptions,
  take: TakePlannedFile,
  engine: Engine = inOneThread,
): Promise<Outcome<Plan>> {
  const options = timed(given)
  const opened = withPublisher(await readyShow(folder, options.now, options.pictures), options.publisher)
  if (!opened.ok) return opened
  const ready = opened.value
  const takePrivate = saying(take)
  const serving = planServing(ready.opened.show, options.audience === 'members' ? notTaken : takePrivate)
  const total = ready.opened.episodes.length
  let done = 0
  const onEpisode = () => {
    done += 1
    options.onProgress?.({done, total})
  }
  const episodes = await engine({ready, now: options.now, take: serving.take, onEpisode})
  try {
    return await planWhole(ready, opened.problems, {episodes, serving, takePrivate}, options)
  } finally {
    episodes.close()
  }
}

const notTaken: TakeFile = async () => []

/** For code in plain JavaScript, which need not say anything. */
function saying(take: TakePlannedFile): TakeFile {
  return async (file) => {
    const problems = await take(file)
    return Array.isArray(problems) ? problems : []
  }
}

type PlannedParts = {
  readonly episodes: PlannedEpisodes
  readonly serving: ServingPlan
  /** For files that servers need not be told of. */
  readonly takePrivate: TakeFile
}

/** Where subscribers have another guid than the derived one, the change says which one to write. */
function withoutOtherGuid(problems: readonly Problem[], {changes}: KeptIdentities): readonly Problem[] {
  const isOther = changes.some(({code}) => code === 'podcast-guid-changed')
  return isOther ? problems.filter(({code}) => code !== 'show-guid-derived') : problems
}

/** What is made of all episodes together: the lock, feeds, the index page, what servers have to know. */
async function planWhole(
  ready: ReadyShow,
  showProblems: readonly Problem[],
  {episodes: planned, serving, takePrivate}: PlannedParts,
  options: Timed<PlanOptions>,
): Promise<Outcome<Plan>> {
  const {opened, channel, feedChannels, stored} = ready
  const {show} = opened
  const kept = keepIdentities(ready, planned.results, options.now)
  const episodes = kept.results
  const problems = [...withoutOtherGuid(showProblems, kept), ...problemsOfEpisodes(opened, episodes)]

  const published = episodes.filter((each) => each.kind === 'published')
  const items = published.map(({item}) => item)
  const portraits = published.flatMap((each) => each.portraits)
  const bySlug = new Map(published.map((each) => [each.item.slug, each]))
  const words = (slug: string) => bySlug.get(slug)?.words ?? ''
  const early = episodes.flatMap((each) => (each.kind === 'held-back' ? (each.early ?? []) : []))
  // With an error nothing is published, and an error of an episode would be said again for each feed.
  const judge: Judge = async (feed) => (hasErrors(problems) ? [] : planned.judge(feed))
  const {unchangedSizeInBytes, itemTexts} = planned
  const feeds = await planFeeds(
    {...ready, audience: options.audience},
    {items, words, portraits, lock: kept.lock, early: {episodes: early, now: options.now}},
    {take: serving.take, takePrivate, judge, unchangedSizeInBytes, ...present({itemTexts})},
  )
  problems.push(...feeds.problems)
  const summary = planSummaryOf(ready, episodes, feeds)
  const guarded = guardShow(ready, {
    isRight: !hasErrors(showProblems),
    summary,
    kept: {...kept, changes: [...kept.changes, ...feeds.changes]},
    lock: feeds.lock,
    redirects: feeds.redirects,
    paths: serving.paths,
    delivered: await options.delivered?.(stored.lock?.show.site ?? show.siteUrl),
    now: options.now,
    accepted: options.accept ?? [],
    earlyMark,
  })
  problems.push(...guarded.problems)

  const served = await serving.finish(feeds.redirects)
  problems.push(...served.problems)
  const value = {
    summary,
    show,
    lock: {lock: guarded.lock, before: stored},
    changes: guarded.changes,
    channel: feedChannels[0] ?? channel,
    items,
    served: served.site,
    ...present({servedForMembers: served.membersSite}),
    episodes,
    otherFolders: opened.otherFolders,
  }
  return {ok: true, value, problems: inOrder(withCheckSettings(problems, show.checks))}
}

function withPublisher(ready: Outcome<ReadyShow>, publisher: RemoteItem | undefined): Outcome<ReadyShow> {
  if (publisher === undefined || !ready.ok) return ready
  const feedChannels = ready.value.feedChannels.map((channel) => {
    const isWritten = publisherKey.of(channel) !== undefined
    return isWritten ? channel : {...channel, tagValues: publisherKey.addedTo(channel.tagValues, publisher)}
  })
  return {...ready, value: {...ready.value, feedChannels}}
}
