import {publishedGuids} from '../lock/recorded.ts'
import {withCheckSettings} from '../model/check-settings.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import type {Lock} from '../model/lock.ts'
import type {OutputFile, StagePlaces} from '../model/output.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import type {ServedSite} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import {duplicateIdentities, type EpisodeIdentity, filesOfSharedSlugs} from '../read/duplicates.ts'
import {type OpenedShow, unknownKeyProblems} from '../read/read.ts'
import type {RemoteItem} from '../tags/remote-items.ts'
import {type EpisodeMemory, type MemoryUse, openMemory} from './episode-memory.ts'
import {type PlannedEpisodes, planEpisodes} from './episode-pool.ts'
import type {FeedDocument} from './judge-feeds.ts'
import {openJudging} from './judging.ts'
import {keepIdentities} from './keep-identities.ts'
import type {StoredLock} from './lock-file.ts'
import {reportedPath} from './member-feeds.ts'
import {type EpisodeResult, type ReadyShow, readyShow, type TakeFile} from './plan-episode.ts'
import type {FeedSink, PlannedFeed} from './plan-feed.ts'
import {type PlannedFeeds, planFeeds} from './plan-feeds.ts'
import {planServing, type ServingPlan} from './plan-serving.ts'

export type {TakeFile} from './plan-episode.ts'

/** What stays of a show once it is planned. */
export type PlannedShow = {readonly show: Show; readonly folder: string; readonly results: readonly EpisodeResult[]}

export type PlanOptions = {
  /** What counts as published: an episode dated later is held back, with every trace of it. */
  readonly now: Date
  /** Changes that subscribers would notice and that are meant: `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accept?: readonly string[]
  /** The feed of the network that the show belongs to, unless it names one itself. */
  readonly publisher?: RemoteItem
  /** Called after each episode. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
}

export type NewEpisode = {readonly slug: string; readonly title: string; readonly url: string}

/** What there is to say of a planned show beside its files. */
export type PlanSummary = {
  readonly title: string
  readonly siteUrl: string
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
  /** The main feed first. */
  readonly feeds: readonly PlannedFeed[]
}

/** What becomes of the plan: `take` gets each file once. With `places`, workers may write texts there and hand over their names. */
export type PlanSink = {
  readonly take: TakeFile
  readonly places?: StagePlaces
  /** What is to be judged of a feed that was taken; nothing if the same is published already. Absent: what was planned is judged. */
  readonly toJudge?: (file: OutputFile) => FeedDocument | undefined
  /** For who does without the texts of files: episodes that an earlier build knows have theirs taken as `staged: 'unchanged'`. */
  readonly memory?: MemoryUse
  /** Gets that memory: to be saved when everything is published, else discarded. */
  readonly keepMemory?: (memory: Pick<EpisodeMemory, 'save' | 'discard'>) => void
  /** Gets the show with what stays of its episodes, for checks of the whole. */
  readonly keepShow?: (planned: PlannedShow) => void
  /** Gets the lock as it is to be, and as it is, if there is one. */
  readonly keepLock?: (lock: Lock, before: StoredLock) => void
  /** Gets what a network wants of its shows: what the main feed says of itself, and the published episodes. */
  readonly keepItems?: (channel: Channel, items: readonly FeedItem[]) => void
  /** Gets what a web server has to know of the show. */
  readonly keepServed?: (site: ServedSite) => void
}

/**
 * Everything that `build` would write, without writing: read, probe, render, serialise. Files go to `take` one by one, so
 * a show of any size streams through. All problems of all episodes are reported, whatever else is wrong.
 */
export async function plan(folder: string, options: PlanOptions, sink: PlanSink): Promise<Outcome<PlanSummary>> {
  const opened = withPublisher(await readyShow(folder, options.now), options.publisher)
  if (!opened.ok) return opened
  const ready = {...opened.value, problems: opened.problems}
  const {take, finish} = planServing(ready.opened.show, sink.take)
  const total = ready.opened.episodes.length
  let done = 0
  const onEpisode = () => {
    done += 1
    options.onProgress?.({done, total})
  }
  const memory = sink.memory === undefined ? undefined : openMemory(ready, options.now, sink.memory)
  if (memory !== undefined) sink.keepMemory?.(memory)
  const {places} = sink
  const keepsWritten = sink.keepShow !== undefined
  const pool = await planEpisodes({
    ready,
    now: options.now,
    take,
    keepsWritten,
    onEpisode,
    ...present({places, memory}),
  })
  try {
    return await planWhole({ready, pool, memory, take, finish}, options, sink)
  } finally {
    // Not waited for: it takes a thread as long to take its memory apart as to publish a thousand episodes, and it has nothing left to do.
    void pool.close()
  }
}

type PlannedParts = {
  /** With the problems of the show's own file. */
  readonly ready: ReadyShow & {readonly problems: readonly Problem[]}
  readonly pool: PlannedEpisodes
  readonly memory: EpisodeMemory | undefined
  readonly take: TakeFile
  readonly finish: ServingPlan['finish']
}

/** What is made of all episodes together: feeds, the index page, the lock, what servers have to know. */
async function planWhole(
  {ready, pool, memory, take, finish}: PlannedParts,
  options: PlanOptions,
  {take: takePrivate, toJudge = planned, keepLock, keepItems, keepServed, keepShow}: PlanSink,
): Promise<Outcome<PlanSummary>> {
  const {opened, channel} = ready
  const {now} = options
  const {results, lock, problems: lockProblems} = keepIdentities(ready, pool.results, options)
  const items = existing(results.map(({item}) => item))
  const problems = [...ready.problems, ...episodeProblems(opened, results), ...lockProblems]
  const judgeDocument = openJudging(now, pool.threads)
  const judge: FeedSink['judge'] = async (file, inFeed, parts) => {
    // With an error nothing is published, and what a feed has of it would be said twice.
    const document = hasErrors(problems) ? undefined : toJudge(file)
    if (document === undefined) return []
    const divided = 'place' in document ? {...document, ...present({parts})} : document
    return judgeDocument(divided, reportedPath(file.path), {items: inFeed, showFile: opened.showFile})
  }
  const publishedSize = memory?.publishedSize ?? (() => undefined)
  const portraits = results.flatMap((result) => result.portraits ?? [])
  const feeds = await planFeeds(
    ready,
    {items, portraits, lock, early: {episodes: existing(results.map(({early}) => early)), now}},
    {take, takePrivate, judge, publishedSize},
  )
  problems.push(...feeds.problems)
  keepShow?.({show: opened.show, folder: opened.folder, results})
  keepLock?.(feeds.lock, ready.stored)
  const served = await finish(feeds.redirects)
  problems.push(...served.problems)
  keepServed?.(served.site)
  keepItems?.(ready.feedChannels[0] ?? channel, items)
  const value = summaryOf(ready, results, feeds)
  return {ok: true, value, problems: inOrder(withCheckSettings(problems, opened.show.checks))}
}

function planned(file: OutputFile): FeedDocument | undefined {
  return 'pieces' in file ? file : undefined
}

function episodeProblems(opened: OpenedShow, results: readonly EpisodeResult[]): readonly Problem[] {
  const identities = existing(results.map(({identity}) => identity))
  const found = results.flatMap(({problems}) => problems)
  return [...withoutConsequences(found, identities), ...unknownKeyProblems(opened), ...duplicateIdentities(identities)]
}

function summaryOf({channel, stored}: ReadyShow, results: readonly EpisodeResult[], feeds: PlannedFeeds): PlanSummary {
  const known = publishedGuids(stored.lock)
  const items = existing(results.map(({item}) => item))
  const held = existing(results.map(({heldBack}) => heldBack))
  return {
    title: channel.title,
    siteUrl: channel.siteUrl,
    timeZone: channel.timeZone,
    published: items.length,
    newEpisodes: items.filter(({guid}) => !known.has(guid)).map(({slug, title, url}) => ({slug, title, url})),
    drafts: held.filter(({state}) => state === 'draft').length,
    scheduled: inTime(held.flatMap((each) => (each.state === 'scheduled' ? [each.at] : []))),
    scheduledForMembers: inTime(feeds.waiting),
    feeds: feeds.feeds,
  }
}

function inTime(dates: readonly Date[]): readonly Date[] {
  return dates.toSorted((a, b) => a.getTime() - b.getTime())
}

function existing<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value): value is T => value !== undefined)
}

function withPublisher(ready: Outcome<ReadyShow>, publisher: RemoteItem | undefined): Outcome<ReadyShow> {
  if (publisher === undefined || !ready.ok) return ready
  const feedChannels = ready.value.feedChannels.map((channel) => {
    return {...channel, tagValues: new Map([['publisher', publisher], ...channel.tagValues])}
  })
  return {...ready, value: {...ready.value, feedChannels}}
}

/** Two episodes with one slug collide in every file: one cause, one problem. */
function withoutConsequences(problems: readonly Problem[], identities: readonly EpisodeIdentity[]): readonly Problem[] {
  const shared = filesOfSharedSlugs(identities)
  return problems.filter(({code, file}) => code !== 'output-collision' || !shared.has(file ?? ''))
}

/** By place, so that a person works through a file from the top; what has no place comes first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({file = '', line = 0, column = 0}: Problem) => [file, line, column] as const
  // A file that several episodes read, such as one about a person, is complained about by each of them.
  const once = new Map(problems.map((each) => [JSON.stringify([each.code, ...key(each), each.message]), each]))
  return [...once.values()].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
    return a[1] - b[1] || a[2] - b[2]
  })
}
