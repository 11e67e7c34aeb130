import {isDeepStrictEqual} from 'node:util'
import type {ProbedEpisode} from '../../model/episode.ts'
import type {LockedEpisode} from '../../model/lock.ts'
import type {Outcome} from '../../model/problem.ts'
import type {EpisodeResult} from '../../plan/episode-result.ts'
import {isOnServer, type KnownFacts, knownAsset, withKnownMedia} from '../../plan/identity/locked-media.ts'
import type {MadeFrom} from '../../plan/plan-episode.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import {probeEpisode} from '../../probe/probe.ts'
import type {OpenedShow} from '../../read/read.ts'

export type LockedMediaMark = {
  /** If its line of the lock has other media, the episode may come out otherwise. */
  readonly lockedMedia?: string
  /** Addresses on servers that its files name. A probe may have learned about them. */
  readonly mediaOnServers?: readonly string[]
}

/** What an episode takes from the media of the lock: its line, and what was probed at its addresses. It is a text to compare. */
export function markOfLockedMedia(
  {locked, probedByUrl}: KnownFacts,
  mediaOnServers: readonly string[] | undefined,
): string {
  const probed = mediaOnServers?.flatMap((url) => probedByUrl.get(url) ?? []) ?? []
  const texts = [locked?.media ?? [], probed].map((media) => media.map((each) => Object.entries(each).sort(byName)))
  return JSON.stringify(texts)
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/**
 * The mark of the line of the lock with which the episode would come out the same. If the line that it gets now says nothing
 * beyond its files, it is the mark of that line, so that the next build need not plan the episode again. Otherwise it is the mark
 * of the line that it had.
 */
export async function lockedMediaMark(
  {opened, lockedBySlug, probedByUrl}: ReadyShow,
  result: EpisodeResult,
  madeFrom: MadeFrom,
): Promise<LockedMediaMark> {
  const mediaOnServers = madeFrom.episode.media.map(({location}) => location).filter(isOnServer)
  const known = {locked: lockedBySlug.get(madeFrom.episode.slug), probedByUrl}
  const next = {locked: lineOf(result), probedByUrl}
  const [before, after] = [known, next].map((facts) => markOfLockedMedia(facts, mediaOnServers))
  const isSame =
    next.locked === undefined || before === after || !(await comesOutOtherwise(madeFrom, known, next, opened))
  const lockedMedia = (next.locked !== undefined && isSame ? after : before) ?? ''
  return {lockedMedia, ...(mediaOnServers.length === 0 ? {} : {mediaOnServers})}
}

/** The line of an episode in the lock of this build, if it gets one. */
function lineOf(result: EpisodeResult): LockedEpisode | undefined {
  if (result.kind === 'held-back') return result.lockedAhead
  if (result.kind !== 'published') return undefined
  const {item, lockFacts} = result
  return {slug: item.slug, guid: item.guid, published: item.publishedAt.toISOString(), ...lockFacts}
}

async function comesOutOtherwise(
  {episode, probed}: MadeFrom,
  {locked: had, probedByUrl}: KnownFacts,
  {locked: gets}: KnownFacts,
  {folder, show: {mediaUrl}}: OpenedShow,
): Promise<boolean> {
  // The lock holds no picture, so the picture need not be read again.
  const {image, pictures, ...bare} = episode
  const known = withKnownMedia(bare, had, mediaUrl)
  const next = withKnownMedia(bare, gets, mediaUrl)
  if (isDeepStrictEqual(next.media, known.media)) return false
  // No file is read a second time to find out. Of media on servers, only the lock and the author know anything.
  if (![...known.media, ...next.media].every(({location}) => isOnServer(location))) return true
  const isBare = image === undefined && pictures === undefined
  const one = isBare ? probed : await probeEpisode(known, folder, knownAsset(had, probedByUrl))
  const other = await probeEpisode(next, folder, knownAsset(gets, probedByUrl))
  return !isDeepStrictEqual(found(one), found(other))
}

/** What is published of media. What was known of them before they were probed is left out. */
function found(probing: Outcome<ProbedEpisode>) {
  const media = probing.ok ? probing.value.media : []
  const published = media.map(({location, kind, place, facts, chapters}) => ({location, kind, place, facts, chapters}))
  return [probing.problems, published]
}
