import {isDeepStrictEqual} from 'node:util'
import type {Episode, ProbedEpisode} from '../model/episode.ts'
import type {LockedEpisode} from '../model/lock.ts'
import type {Outcome} from '../model/problem.ts'
import {probeEpisode} from '../probe/probe.ts'
import {isOnServer, type KnownFacts, knownAsset, withKnownMedia} from './locked-media.ts'

export type LockedMediaMark = {
  /** With other media in its line of the lock the episode may come out otherwise. */
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

/** An episode, and what probing it gave with what was known of it. */
export type ProbedOnce = {readonly episode: Episode; readonly probed: Outcome<ProbedEpisode>}

/**
 * The mark of the line with which an episode comes out as it did: of the line that it gets now, where that tells nothing
 * which its files do not, so that the build after its first one need not make it again; else of the line it had.
 */
export async function lockedMediaMark(
  {episode, probed}: ProbedOnce,
  known: KnownFacts,
  gets: LockedEpisode | undefined,
  show: {readonly folder: string; readonly mediaUrl?: string | undefined},
): Promise<LockedMediaMark> {
  const mediaOnServers = episode.media.map(({location}) => location).filter(isOnServer)
  const next = {...known, locked: gets}
  const [before, after] = [known, next].map((facts) => markOfLockedMedia(facts, mediaOnServers))
  const isSame =
    gets === undefined || before === after || !(await comesOutOtherwise({episode, probed}, known, next, show))
  const lockedMedia = (gets !== undefined && isSame ? after : before) ?? ''
  return {lockedMedia, ...(mediaOnServers.length === 0 ? {} : {mediaOnServers})}
}

async function comesOutOtherwise(
  {episode, probed}: ProbedOnce,
  {locked: had, probedByUrl}: KnownFacts,
  {locked: gets}: KnownFacts,
  show: {readonly folder: string; readonly mediaUrl?: string | undefined},
): Promise<boolean> {
  // The picture is no matter of the lock, and would be read again.
  const {image, pictures, ...bare} = episode
  const known = withKnownMedia(bare, had, show.mediaUrl)
  const next = withKnownMedia(bare, gets, show.mediaUrl)
  if (isDeepStrictEqual(next.media, known.media)) return false
  // Files are not read a second time to find out. What is known of media on servers is the lock's and the author's.
  if (![...known.media, ...next.media].every(({location}) => isOnServer(location))) return true
  const isBare = image === undefined && pictures === undefined
  const one = isBare ? probed : await probeEpisode(known, show.folder, knownAsset(had, probedByUrl))
  const other = await probeEpisode(next, show.folder, knownAsset(gets, probedByUrl))
  return !isDeepStrictEqual(found(one), found(other))
}

/** What is published of media: not what was known of them before they were probed. */
function found(probing: Outcome<ProbedEpisode>) {
  const media = probing.ok ? probing.value.media : []
  const published = media.map(({location, kind, place, facts, chapters}) => ({location, kind, place, facts, chapters}))
  return [probing.problems, published]
}
