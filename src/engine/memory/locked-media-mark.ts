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
  /** The episode may come out otherwise when its line of the lock has other media. */
  readonly lockedMedia?: string
  /** Addresses that its files name on servers: a probe may have learned about them. */
  readonly mediaOnServers?: readonly string[]
}

/** What an episode takes from the media of the lock, its line and what was probed at its addresses, as a text to compare. */
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
 * The mark of the line with which an episode comes out as it did: of the line that it gets now, where that tells nothing
 * which its files do not, so that the build after its first one need not make it again; else of the line it had.
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
  // Files are not read a second time to find out. Only the lock and the author know anything of media on servers.
  if (![...known.media, ...next.media].every(({location}) => isOnServer(location))) return true
  const isBare = image === undefined && pictures === undefined
  const one = isBare ? probed : await probeEpisode(known, folder, knownAsset(had, probedByUrl))
  const other = await probeEpisode(next, folder, knownAsset(gets, probedByUrl))
  return !isDeepStrictEqual(found(one), found(other))
}

/** What is published of media: not what was known of them before they were probed. */
function found(probing: Outcome<ProbedEpisode>) {
  const media = probing.ok ? probing.value.media : []
  const published = media.map(({location, kind, place, facts, chapters}) => ({location, kind, place, facts, chapters}))
  return [probing.problems, published]
}
