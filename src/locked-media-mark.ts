import {isDeepStrictEqual} from 'node:util'
import {isOnServer, knownAsset, withKnownMedia} from './locked-media.ts'
import type {Episode, ProbedEpisode} from './model/episode.ts'
import type {LockedEpisode, LockedMedia} from './model/lock.ts'
import type {Outcome} from './model/problem.ts'
import {probeEpisode} from './probe/probe.ts'

/** What an episode takes from the media of its line in the lock, as a text to compare. */
export function markOfLockedMedia(media: readonly LockedMedia[] = []): string {
  return JSON.stringify(media.map(({etag: _etag, probed: _probed, ...facts}) => Object.entries(facts).sort(byName)))
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/**
 * The mark of the line with which an episode comes out as it did: of the line that it gets now, where that tells nothing
 * which its files do not, so that the build after its first one need not make it again; else of the line it had.
 */
export async function lockedMediaMark(
  episode: Episode,
  had: LockedEpisode | undefined,
  gets: LockedEpisode | undefined,
  show: {readonly folder: string; readonly mediaUrl?: string | undefined},
): Promise<string> {
  const [before, after] = [markOfLockedMedia(had?.media), markOfLockedMedia(gets?.media)]
  if (gets === undefined || before === after) return before
  // The picture is no matter of the lock, and would be read again.
  const {image: _image, ...bare} = episode
  const known = withKnownMedia(bare, had, show.mediaUrl)
  const next = withKnownMedia(bare, gets, show.mediaUrl)
  if (isDeepStrictEqual(next.media, known.media)) return after
  // Files are not read a second time to find out. What is known of media on servers is the lock's and the author's.
  if (![...known.media, ...next.media].every(({location}) => isOnServer(location))) return before
  const one = await probeEpisode(known, show.folder, knownAsset(had))
  const other = await probeEpisode(next, show.folder, knownAsset(gets))
  return isDeepStrictEqual(found(one), found(other)) ? after : before
}

/** What is published of media: not what was known of them before they were probed. */
function found(probing: Outcome<ProbedEpisode>) {
  const media = probing.ok ? probing.value.media : []
  const published = media.map(({location, kind, place, facts, chapters}) => ({location, kind, place, facts, chapters}))
  return [probing.problems, published]
}
