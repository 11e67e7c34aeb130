import type {Guid} from '../model/episode.ts'
import type {Lock, LockedEpisode, LockedMedia, LockedShow} from '../model/lock.ts'
import {present} from '../model/present.ts'
import type {Place, Problem} from '../model/problem.ts'
import {pairEpisodes} from './pair-episodes.ts'
import {withAwaiting} from './probed-media.ts'
import {
  type Change,
  changesOfEpisode,
  changesOfShow,
  isSameDay,
  removed,
  reusedGuids,
  withdrawn,
} from './published-changes.ts'
import {recordedBy} from './recorded.ts'

/** An episode that this build publishes, with what the lock has to know of it. */
export type PublishedEpisode = LockedEpisode & {
  /** Whether the author wrote the guid. One that was derived gives way to the lock's. */
  readonly hasOwnGuid: boolean
  readonly place: Place & {readonly file: string}
  /** Slugs and addresses of before that redirect to it. */
  readonly moved: {readonly slugs: readonly string[]; readonly urls: readonly string[]}
}

export type Reconciliation = {
  /** Guids that the lock keeps, by slug, where the file alone would give another. */
  readonly guids: ReadonlyMap<string, Guid>
  readonly lock: Lock
  readonly problems: readonly Problem[]
}

type Build = {
  readonly show: LockedShow
  readonly showFile: string
  /** Addresses that the feed had, which redirect. */
  readonly oldFeedUrls: readonly string[]
  readonly published: readonly PublishedEpisode[]
  readonly now: Date
  /** Drafts and episodes that are not due. */
  readonly heldBack: readonly {readonly slug: string; readonly file: string}[]
  /** Lines for episodes that are not due, where the show wants them. Nothing is lost by changing them. */
  readonly ahead: readonly LockedEpisode[]
  /** `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accepted: readonly string[]
}

/** A build held against what was published before. Without a lock there is nothing to break: all is taken in. */
export function reconcile(stored: Lock | undefined, build: Build): Reconciliation {
  const {show, published, ahead, now} = build
  // A lock with files that were probed and no episode tells of nothing that was published.
  const isFirst = stored === undefined || stored.episodes.length === 0
  const before = isFirst ? undefined : {...stored, episodes: recordedBy(now, stored)}
  const pairs = before === undefined ? new Map<string, LockedEpisode>() : pairEpisodes(before.episodes, published)
  const guids = new Map<string, Guid>()
  const episodes: LockedEpisode[] = []
  for (const episode of published) {
    const old = pairs.get(episode.slug)
    if (old !== undefined && !episode.hasOwnGuid && old.guid !== episode.guid) guids.set(episode.slug, old.guid)
    episodes.push(lockedEpisode(episode, old, guids.get(episode.slug)))
  }
  const lock = withAwaiting({show, episodes: [...episodes, ...ahead]}, stored?.awaiting ?? [])
  if (before === undefined) return {guids, lock, problems: []}
  const accepted = new Set(build.accepted)
  const problems = changesOf(before, build, pairs)
    .filter(({problem: {code}, slug}) => !accepted.has(code) && !accepted.has(`${code}:${slug}`))
    .map(({problem}) => problem)
  return {guids, lock, problems}
}

/** Everything that subscribers would notice. */
function changesOf(before: Lock, build: Build, pairs: ReadonlyMap<string, LockedEpisode>): readonly Change[] {
  const {show, showFile, heldBack} = build
  // Two episodes with one slug are complained about as such.
  const published = [...new Map([...build.published].reverse().map((each) => [each.slug, each])).values()]
  const kept = new Set(pairs.values())
  const held = new Map(heldBack.map((each) => [each.slug, each]))
  const gone = before.episodes.filter((each) => !kept.has(each))
  return [
    ...changesOfShow(before.show, show, showFile, build.oldFeedUrls),
    ...gone.map((each) => {
      const now = held.get(each.slug)
      return now === undefined ? removed(each) : withdrawn(each, now.file, build.now)
    }),
    ...published.flatMap((each) => {
      const old = pairs.get(each.slug)
      return old === undefined ? [] : changesOfEpisode(old, each, {before: before.show, now: show})
    }),
    ...reusedGuids(
      gone,
      published.filter(({slug}) => !pairs.has(slug)),
    ),
  ]
}

function lockedEpisode(now: PublishedEpisode, old: LockedEpisode | undefined, guid: Guid | undefined): LockedEpisode {
  const known = new Map(old?.media.map((each) => [each.url, each]))
  return {
    slug: now.slug,
    guid: guid ?? now.guid,
    published: old !== undefined && isSameDay(old.published, now.published) ? old.published : now.published,
    media: now.media.map((each) => withOlderFacts(each, known.get(each.url))),
    ...present({source: now.source, text: now.text, archives: old?.archives}),
  }
}

/** What only a probe learns is kept until the next one. */
function withOlderFacts(now: LockedMedia, old: LockedMedia | undefined): LockedMedia {
  const {etag, lastModified, probed, chapters} = old ?? {}
  const probe = present({etag, lastModified, probed, chapters})
  return now.file === undefined ? {...probe, ...now} : now
}
