import type {Guid} from '../model/episode.ts'
import type {Lock, LockedEpisode, LockedMedia, LockedShow} from '../model/lock.ts'
import {present} from '../model/present.ts'
import type {Place} from '../model/problem.ts'
import {pairEpisodes} from './pair-episodes.ts'
import {withAwaiting} from './probed-media.ts'
import {
  type Change,
  changesOfEpisode,
  changesOfShow,
  type EpisodeToRecord,
  isSameDay,
  type LockingBuild,
  leftOut,
  removed,
  reusedGuids,
  type ShowPlaces,
  withdrawn,
} from './published-changes.ts'
import {recordedBy} from './recorded.ts'

export type Reconciliation = {
  /** Guids that the lock keeps, by slug. The file alone would give other guids here. */
  readonly guids: ReadonlyMap<string, Guid>
  readonly lock: Lock
  /** What subscribers would notice, accepted or not. */
  readonly changes: readonly Change[]
}

export type UnpublishedEpisode = {
  readonly slug: string
  readonly file: string
  readonly isLeftOut?: boolean
  /** Where it says that it is held back. */
  readonly place?: Place
}

type Build = LockingBuild & {
  readonly show: LockedShow
  readonly placeInShow: ShowPlaces
  readonly toRecord: readonly EpisodeToRecord[]
  /** Drafts, episodes that are not due, and those that the show's file leaves out. */
  readonly heldBack: readonly UnpublishedEpisode[]
  /** Lines for episodes that are not due, where the show wants such lines. A change of them loses nothing. */
  readonly ahead: readonly LockedEpisode[]
}

/** Compares a build with what was published before. Without a lock there is nothing to lose, so everything is recorded. */
export function reconcile(stored: Lock | undefined, build: Build): Reconciliation {
  const {show, toRecord, ahead, now} = build
  // A lock that has probed files but no episodes does not mean that anything was published.
  const isFirst = stored === undefined || stored.episodes.length === 0
  const before = isFirst ? undefined : {...stored, episodes: recordedBy(now, stored)}
  const pairs = before === undefined ? new Map<string, LockedEpisode>() : pairEpisodes(before.episodes, toRecord)
  const guids = new Map<string, Guid>()
  const episodes: LockedEpisode[] = []
  for (const episode of toRecord) {
    const old = pairs.get(episode.slug)
    if (old !== undefined && !episode.hasOwnGuid && old.guid !== episode.guid) guids.set(episode.slug, old.guid)
    episodes.push(lockedEpisode(episode, old, guids.get(episode.slug)))
  }
  const lock = withAwaiting({show, feeds: [], episodes: [...episodes, ...ahead]}, stored?.awaiting ?? [])
  return {guids, lock, changes: before === undefined ? [] : changesOf(before, build, pairs)}
}

/** Everything that subscribers would notice. */
function changesOf(before: Lock, build: Build, pairs: ReadonlyMap<string, LockedEpisode>): readonly Change[] {
  const {show, placeInShow, heldBack, timeZone} = build
  // Two episodes with one slug have a problem of their own.
  const published = [...new Map([...build.toRecord].reverse().map((each) => [each.slug, each])).values()]
  const kept = new Set(pairs.values())
  const held = new Map(heldBack.map((each) => [each.slug, each]))
  const gone = before.episodes.filter((each) => !kept.has(each))
  return [
    ...changesOfShow(before.show, show, placeInShow),
    ...gone.map((each) => {
      const now = held.get(each.slug)
      if (now?.isLeftOut === true) return leftOut(each, now.file, build)
      return now === undefined
        ? removed(each, timeZone)
        : withdrawn(each, {file: now.file, line: 1, ...now.place}, build)
    }),
    ...published.flatMap((each) => {
      const old = pairs.get(each.slug)
      return old === undefined ? [] : changesOfEpisode(old, each, {before: before.show, now: show, timeZone})
    }),
    ...reusedGuids(
      gone,
      published.filter(({slug}) => !pairs.has(slug)),
      timeZone,
    ),
  ]
}

function lockedEpisode(now: EpisodeToRecord, old: LockedEpisode | undefined, guid: Guid | undefined): LockedEpisode {
  const known = new Map(old?.media.map((each) => [each.url, each]))
  return {
    slug: now.slug,
    guid: guid ?? now.guid,
    published: old !== undefined && isSameDay(old.published, now.published) ? old.published : now.published,
    media: now.media.map((each) => withOlderFacts(each, known.get(each.url))),
    ...present({source: now.source, text: now.text, files: now.files, archives: old?.archives}),
  }
}

/** What only a probe learns is kept until the next probe. */
function withOlderFacts(now: LockedMedia, old: LockedMedia | undefined): LockedMedia {
  const {etag, lastModified, probed, chapters} = old ?? {}
  const probe = present({etag, lastModified, probed, chapters})
  return now.file === undefined ? {...probe, ...now} : now
}
