import type {Lock, LockedEpisode} from '../model/lock.ts'
import {lockText} from './lock-text.ts'

/**
 * What the lock says was published by `now`. A line that was written ahead counts once it is due: a machine without a lock of its own
 * has published the episode then, and its subscribers have the guid.
 */
export function recordedBy(now: Date, {episodes}: Lock): readonly LockedEpisode[] {
  return episodes.flatMap(({ahead, ...episode}) =>
    ahead !== undefined && Date.parse(ahead) > now.getTime() ? [] : [episode],
  )
}

/** Guids of episodes whose publication was recorded when it happened, not ahead of it. */
export function publishedGuids(lock: Lock | undefined): ReadonlySet<string> {
  return new Set(lock?.episodes.flatMap(({ahead, guid}) => (ahead === undefined ? [guid] : [])))
}

/**
 * Whether `after` says anything else of what `before` recorded. Lines that are new are none: an episode that became due has the guid
 * of its author or of its show and slug, on every machine, so nothing is lost while its line is not committed yet.
 */
export function changesRecord(before: Lock, after: Lock, now: Date): boolean {
  const recorded = recordedBy(now, before)
  const bySlug = new Map(recorded.map((each) => [each.slug, each]))
  const kept = after.episodes.flatMap((each) => {
    const old = bySlug.get(each.slug)
    return old === undefined ? [] : [withArchivesOf(old, each)]
  })
  return lockText({show: before.show, episodes: recorded}) !== lockText({show: after.show, episodes: kept})
}

/** Without the archives that are new: every machine puts the same episodes into the next one, until that is recorded. */
function withArchivesOf(
  {archives: known = {}}: LockedEpisode,
  {archives = {}, ...episode}: LockedEpisode,
): LockedEpisode {
  const kept = Object.entries(archives).filter(([feed]) => known[feed] !== undefined)
  return kept.length === 0 ? episode : {...episode, archives: Object.fromEntries(kept)}
}
