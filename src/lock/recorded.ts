import type {Lock, LockedEpisode, LockedFeed} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {lockText} from './lock-text.ts'

/**
 * The episodes that are published by `now` according to the lock. A line that was written ahead counts once it is due. By then a
 * machine without a lock of its own has published the episode, and its subscribers have the guid.
 */
export function recordedBy(now: Date, {episodes}: Lock): readonly LockedEpisode[] {
  return episodes.flatMap(({ahead, ...episode}) =>
    ahead !== undefined && Date.parse(ahead) > now.getTime() ? [] : [episode],
  )
}

/** Guids of episodes whose publication was recorded when it happened, and not ahead of it. */
export function publishedGuids(lock: Lock | undefined): ReadonlySet<string> {
  return new Set(lock?.episodes.flatMap(({ahead, guid}) => (ahead === undefined ? [guid] : [])))
}

/**
 * Whether `after` says anything else about what `before` recorded. New lines are no change. An episode that became due gets its
 * guid from its author, or from its show and slug, on every machine, so nothing is lost while its line is not committed. What only
 * grows or moves on by design is no change either. Neither is what a lock of the first format does not say: what is lost of it is
 * reported as a loss.
 */
export function changesRecord(before: Lock, after: Lock, now: Date): boolean {
  const recorded = recordedBy(now, before)
  const bySlug = new Map(recorded.map((each) => [each.slug, each]))
  const kept = after.episodes.flatMap((each) => {
    const old = bySlug.get(each.slug)
    return old === undefined ? [] : [comparable(old, each)]
  })
  const unkeyed = new Set(before.feeds.flatMap(({name, key}) => (key === undefined ? [name] : [])))
  const then = {show: bareShow(before), feeds: before.feeds.map(bareFeed), episodes: recorded.map((old) => bare(old))}
  const isOld = before.feeds.every(({guid}) => guid === undefined)
  const feeds: readonly LockedFeed[] = isOld
    ? after.feeds.flatMap(({paths}) => paths.map((path) => ({name: path, paths: [path]})))
    : after.feeds
  // The machine that has published so far had no secret: the first that has one adds the key.
  const known = feeds.map(({key, ...feed}) => ({...feed, ...present({key: unkeyed.has(feed.name) ? undefined : key})}))
  return lockText(then) !== lockText({show: bareShow(after), feeds: known.map(bareFeed), episodes: kept})
}

function bareShow({show: {guid, site}}: Lock): Lock['show'] {
  return {guid, site}
}

/** What members have before everybody is held against the plan, and not against the record. */
function bareFeed({window, earlyInSeconds: _time, early: _episodes, ...feed}: LockedFeed): LockedFeed {
  return {...feed, ...(window === undefined ? {} : {window: []})}
}

function bare({feeds: _feeds, also: _also, ...episode}: LockedEpisode): LockedEpisode {
  return episode
}

/** The line without archives that are new. Every machine puts the same episodes into the next archive, until that is recorded. */
function comparable({archives: known = {}}: LockedEpisode, now: LockedEpisode): LockedEpisode {
  const {archives = {}, ...episode} = bare(now)
  const kept = Object.entries(archives).filter(([feed]) => known[feed] !== undefined)
  return kept.length === 0 ? episode : {...episode, archives: Object.fromEntries(kept)}
}
