import {join} from 'node:path'
import {probedMedia} from '../lock/probed-media.ts'
import {recordedBy} from '../lock/recorded.ts'
import type {Episode, ProbedEpisode} from '../model/episode.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import type {LockedEpisode, LockedMedia} from '../model/lock.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Place, type Problem} from '../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../model/rendered-episode.ts'
import type {ProbedShow} from '../model/show.ts'
import {probeEpisode, probeShow} from '../probe/probe.ts'
import type {EpisodeIdentity} from '../read/duplicates.ts'
import {episodeGuid} from '../read/identity.ts'
import {type EpisodeFiles, type OpenedShow, openShow, readEpisode} from '../read/read.ts'
import {type HeldBack, renderChannels, renderEarly, renderEpisode} from '../render/render.ts'
import {serialiseEpisode} from '../serialise/serialise.ts'
import {keptSlugs} from './kept-slugs.ts'
import {readLock, type StoredLock} from './lock-file.ts'
import {type KnownFacts, knownAsset, type LockFacts, lockFactsOf, withHashes, withKnownMedia} from './locked-media.ts'
import {type LockedMediaMark, lockedMediaMark} from './locked-media-mark.ts'

/** Where the files of a plan go: to an output folder, into memory, or nowhere. */
export type TakeFile = (file: OutputFile) => Promise<readonly Problem[]>

/** A show whose own part is planned: its episodes can be, one by one and in any order. */
export type ReadyShow = {
  readonly opened: OpenedShow
  readonly show: ProbedShow
  /** That of the main feed, and that of each feed in the order of the show's. */
  readonly channel: Channel
  readonly feedChannels: readonly Channel[]
  readonly copies: readonly FileCopy[]
  /** What was published before. */
  readonly stored: StoredLock
  readonly lockedBySlug: ReadonlyMap<string, LockedEpisode>
  /** Files on servers that were probed, by their addresses. */
  readonly probedByUrl: ReadonlyMap<string, LockedMedia>
  /** By file: what the lock says, whatever the file is called today. */
  readonly slugs: ReadonlyMap<string, string>
}

export type WrittenFacts = Pick<Episode, 'file' | 'title' | 'season' | 'number' | 'type'> & {
  readonly places: {readonly title?: Place; readonly number?: Place; readonly date?: Place}
}

/** What stays of a planned episode: little, so that a show of any length fits into memory. */
export type EpisodeResult = LockedMediaMark & {
  readonly problems: readonly Problem[]
  readonly item?: FeedItem
  /** What the author wrote, for checks of the whole show: also of an episode that is held back. */
  readonly written?: WrittenFacts
  readonly heldBack?: HeldBack
  readonly identity?: EpisodeIdentity & {readonly hasOwnGuid: boolean}
  readonly lockFacts?: LockFacts
  /** Its line in the lock before it is due, in a show that wants that. */
  readonly lockedAhead?: LockedEpisode
  /** What feeds for members have of it before it is due, in a show with such feeds. When that is, is asked of each feed. */
  readonly early?: EarlyEpisode
  /** Pictures that this episode may share with others. */
  readonly portraits?: readonly FileCopy[]
}

/** So many episodes are worked on at once: enough to keep the disk busy, few enough that memory stays flat. */
const episodesAtOnce = 8

export async function readyShow(folder: string, now: Date): Promise<Outcome<ReadyShow>> {
  const opened = await openShow(folder)
  if (!opened.ok) return opened
  const locked = await readLock(opened.value.folder)
  if (!locked.ok) return {ok: false, problems: [...opened.problems, ...locked.problems]}
  const probed = await probeShow(opened.value.show, opened.value.folder)
  if (!probed.ok) return {ok: false, problems: [...opened.problems, ...probed.problems]}
  const {channel, feedChannels, copies, problems} = renderChannels(probed.value)
  const {lock} = locked.value
  const kept = await keptSlugs(opened.value, lock === undefined ? [] : recordedBy(now, lock))
  const probedByUrl = lock === undefined ? new Map<string, LockedMedia>() : probedMedia(lock)
  const lockedBySlug = new Map(lock?.episodes.map((each) => [each.slug, each]))
  const value = {
    opened: opened.value,
    show: probed.value,
    channel,
    feedChannels,
    copies,
    lockedBySlug,
    probedByUrl,
    slugs: kept.slugs,
    stored: locked.value,
  }
  // What a wrong field leaves out is missing later: said once, where it is wrong.
  const consequences = hasErrors(opened.problems) ? [] : problems
  return {ok: true, value, problems: [...opened.problems, ...probed.problems, ...kept.problems, ...consequences]}
}

/** One episode through all stages. Its text is let go of here: only the feed item stays. */
export async function planEpisode(
  {opened, channel, lockedBySlug, probedByUrl, slugs}: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
): Promise<EpisodeResult> {
  const episode = await readEpisode(opened, files, slugs.get(files.file))
  if (!episode.ok) return {problems: episode.problems}
  const identity = identityOf(episode.value, opened.show.guid)
  const locked = lockedBySlug.get(identity.slug)
  const knownFacts = {locked, probedByUrl}
  const places = {folder: opened.folder, mediaUrl: opened.show.mediaUrl}
  const known = withKnownMedia(episode.value, locked, opened.show.mediaUrl)
  const probed = await probeEpisode(known, opened.folder, knownAsset(locked, probedByUrl))
  if (!probed.ok) return {identity, problems: [...episode.problems, ...probed.problems]}
  const once = {episode: episode.value, probed}
  const rendering = renderEpisode(opened.show, channel, probed.value, now)
  const problems = [...episode.problems, ...probed.problems, ...rendering.problems]
  const written = writtenFacts(episode.value)
  if (rendering.rendered === undefined) {
    const {heldBack} = rendering
    const lockedAhead = opened.show.schedule.inLock
      ? await lineAhead(opened, channel, probed.value, heldBack, {locked, probedByUrl})
      : {}
    const mediaMark = await lockedMediaMark(once, knownFacts, lockedAhead.lockedAhead, places)
    const early = await earlyEpisode(opened, channel, probed.value, {locked, probedByUrl})
    return {identity, written, heldBack, problems, ...mediaMark, ...lockedAhead, ...early}
  }
  // Not one after the other: other episodes would come between, and what these files share (`readableParts`) be made for each of them.
  const taken = Array.from(serialiseEpisode(channel, rendering.rendered), (file) => take(located(file, opened.folder)))
  problems.push(...(await Promise.all(taken)).flat())
  const {item, portraits} = rendering.rendered
  const lockFacts = await lockFactsOf(probed.value, rendering.rendered, opened.folder, knownFacts)
  const line = {published: item.publishedAt.toISOString(), ...identity, ...lockFacts}
  const mediaMark = await lockedMediaMark(once, knownFacts, line, places)
  return {identity, written, item: withHashes(item, lockFacts), lockFacts, portraits, problems, ...mediaMark}
}

/** What the lock is to say of a scheduled episode: the same as when it is due, since that depends on nothing but its files. */
async function lineAhead(
  {show, folder}: OpenedShow,
  channel: Channel,
  episode: ProbedEpisode,
  heldBack: HeldBack,
  known: KnownFacts,
): Promise<{readonly lockedAhead?: LockedEpisode}> {
  if (heldBack.state !== 'scheduled') return {}
  const {rendered} = renderEpisode(show, channel, episode, heldBack.at)
  if (rendered === undefined) return {}
  const {slug, guid, publishedAt} = rendered.item
  const facts = await lockFactsOf(episode, rendered, folder, known)
  return {lockedAhead: {slug, guid, published: publishedAt.toISOString(), ahead: heldBack.at.toISOString(), ...facts}}
}

async function earlyEpisode(
  {show, folder}: OpenedShow,
  channel: Channel,
  episode: ProbedEpisode,
  known: KnownFacts,
): Promise<Pick<EpisodeResult, 'early'>> {
  if (show.feeds.every(({earlyInSeconds}) => earlyInSeconds === undefined)) return {}
  const early = renderEarly(show, channel, episode)
  if (early === undefined) return {}
  const facts = await lockFactsOf(episode, early, folder, known)
  return {early: {...early, item: withHashes(early.item, facts)}}
}

/** Stages name files as the author does, below the show folder; what leaves here can be opened from anywhere. */
export function located(file: OutputFile, folder: string): OutputFile {
  return 'copyFrom' in file ? {...file, copyFrom: join(folder, file.copyFrom)} : file
}

function writtenFacts({file, title, season, number, type, places}: Episode): WrittenFacts {
  const written = {title: places.get('title'), number: places.get('episode'), date: places.get('date')}
  return {file, title, type, places: present(written), ...present({season, number})}
}

function identityOf({file, slug, guid, places}: Episode, showGuid: string) {
  const line = places.get('guid')?.line
  const hasOwnGuid = guid !== episodeGuid(undefined, showGuid, slug)
  return {file, slug, guid, hasOwnGuid, ...(line === undefined ? {} : {line})}
}

/** Runs `work` over `inputs`, several at once, results in the order of the inputs. */
export async function mapSeveral<In, Out>(
  inputs: Iterable<In>,
  work: (input: In, index: number) => Promise<Out>,
  atOnce = episodesAtOnce,
): Promise<readonly Out[]> {
  const results: Out[] = []
  let next = 0
  const iterator = inputs[Symbol.iterator]()
  const worker = async () => {
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      const index = next
      next += 1
      results[index] = await work(step.value, index)
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  return results
}
