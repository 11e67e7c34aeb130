import {publishedGuids} from '../lock/recorded.ts'
import {withCheckSettings} from '../model/check-settings.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import type {Lock} from '../model/lock.ts'
import type {OutputFile, StagePlaces} from '../model/output.ts'
import {hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import type {ServedSite} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import {duplicateIdentities, type EpisodeIdentity, filesOfSharedSlugs} from '../read/duplicates.ts'
import {unknownKeyProblems} from '../read/read.ts'
import type {RemoteItem} from '../tags/remote-items.ts'
import {type MemoryUse, openMemory} from './episode-memory.ts'
import {planEpisodes} from './episode-pool.ts'
import {judgeFeed} from './judge-feeds.ts'
import {keepIdentities} from './keep-identities.ts'
import type {StoredLock} from './lock-file.ts'
import {reportedPath} from './member-feeds.ts'
import {type EpisodeResult, type ReadyShow, readyShow, type TakeFile} from './plan-episode.ts'
import {type PlannedFeed, planFeeds} from './plan-feeds.ts'
import {planServing} from './plan-serving.ts'

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
  /** The bytes of a feed that was taken, to be judged; nothing if the same are published already. Absent: what was planned is judged. */
  readonly bytesToJudge?: (file: OutputFile) => Promise<Uint8Array | string | undefined>
  /** For who does without the texts of files: episodes that an earlier build knows have theirs taken as `staged: 'unchanged'`. */
  readonly memory?: MemoryUse
  /** Gets what writes that memory down, to be called when everything is published. */
  readonly keepMemory?: (save: () => void) => void
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
export async function plan(
  folder: string,
  options: PlanOptions,
  {
    take: takeFile,
    places,
    bytesToJudge = plannedText,
    memory: use,
    keepMemory,
    keepLock,
    keepItems,
    keepServed,
    keepShow,
  }: PlanSink,
): Promise<Outcome<PlanSummary>> {
  const ready = withPublisher(await readyShow(folder, options.now), options.publisher)
  if (!ready.ok) return ready
  const {opened, channel} = ready.value
  const {take, finish} = planServing(opened.show, takeFile)
  const total = opened.episodes.length
  let done = 0
  const onEpisode = () => {
    done += 1
    options.onProgress?.({done, total})
  }
  const memory = use === undefined ? undefined : openMemory(ready.value, options.now, use)
  if (memory !== undefined) keepMemory?.(memory.save)
  const planned = await planEpisodes({
    ready: ready.value,
    now: options.now,
    take,
    onEpisode,
    ...(places === undefined ? {} : {places}),
    ...(memory === undefined ? {} : {memory}),
  })
  const {results, lock, problems: lockProblems} = keepIdentities(ready.value, planned, options)
  const items = present(results.map(({item}) => item))
  const identities = present(results.map(({identity}) => identity))
  const problems = [
    ...ready.problems,
    ...withoutConsequences(
      results.flatMap((result) => result.problems),
      identities,
    ),
    ...unknownKeyProblems(opened),
    ...duplicateIdentities(identities),
    ...lockProblems,
  ]
  const judge = async (file: OutputFile, inFeed: readonly FeedItem[]) => {
    // With an error nothing is published, and what a feed has of it would be said twice.
    const written = hasErrors(problems) ? undefined : await bytesToJudge(file)
    if (written === undefined) return []
    return judgeFeed(written, reportedPath(file.path), {items: inFeed, showFile: opened.showFile}, options.now)
  }
  const publishedSize = memory?.publishedSize ?? (() => undefined)
  const portraits = results.flatMap((result) => result.portraits ?? [])
  const feeds = await planFeeds(
    ready.value,
    {items, portraits, lock, early: {episodes: present(results.map(({early}) => early)), now: options.now}},
    {take, takePrivate: takeFile, judge, publishedSize},
  )
  problems.push(...feeds.problems)
  keepShow?.({show: opened.show, folder: opened.folder, results})
  keepLock?.(feeds.lock, ready.value.stored)
  const known = publishedGuids(ready.value.stored.lock)
  const served = await finish(feeds.redirects)
  problems.push(...served.problems)
  keepServed?.(served.site)
  keepItems?.(ready.value.feedChannels[0] ?? channel, items)
  const held = present(results.map(({heldBack}) => heldBack))
  const value: PlanSummary = {
    title: channel.title,
    siteUrl: channel.siteUrl,
    timeZone: channel.timeZone,
    published: items.length,
    newEpisodes: items.filter(({guid}) => !known.has(guid)).map(({slug, title, url}) => ({slug, title, url})),
    drafts: held.filter(({state}) => state === 'draft').length,
    scheduled: held
      .flatMap((each) => (each.state === 'scheduled' ? [each.at] : []))
      .sort((a, b) => a.getTime() - b.getTime()),
    scheduledForMembers: [...feeds.waiting].sort((a, b) => a.getTime() - b.getTime()),
    feeds: feeds.feeds,
  }
  return {ok: true, value, problems: inOrder(withCheckSettings(problems, opened.show.checks))}
}

async function plannedText(file: OutputFile): Promise<string | undefined> {
  return 'pieces' in file ? [...file.pieces].join('') : undefined
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
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
