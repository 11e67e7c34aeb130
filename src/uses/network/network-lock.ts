import {type Change, change, changesOfShow} from '../../lock/published-changes.ts'
import type {FeedItem} from '../../model/feed.ts'
import type {Lock} from '../../model/lock.ts'
import {hasErrors, type Outcome} from '../../model/problem.ts'
import type {Redirect} from '../../model/serving.ts'
import {compareLock, leftAsItIs, type StagedLock, type StoredLock, stageLock} from '../../plan/identity/lock-file.ts'
import type {Timed} from '../../plan/timed.ts'
import type {Delivered} from '../../witness/delivered.ts'
import {guard} from '../../witness/guard.ts'
import {keyOfFolder} from '../../witness/taken-back.ts'
import type {BuildOptions} from '../build.ts'
import {askFeeds} from '../first-publication.ts'
import {outdatedLock} from '../lock-of-build.ts'
import {filesOfItems, takenBackInShows, withoutExplained, withoutMovedFiles} from './network-items.ts'
import type {Network} from './network-shows.ts'
import {renamedFrom} from './shows-in-folders.ts'

/** What the network itself publishes, which is its feeds. The locks of its shows say which episodes are in these feeds. */
export type PlannedNetwork = {
  readonly lock: Lock
  /** The episodes of the shows that its feeds have, by the name of the show. */
  readonly shows: ReadonlyMap<string, readonly FeedItem[]>
  readonly redirects: readonly Redirect[]
  /** Every file that is published for everybody. */
  readonly paths: ReadonlySet<string>
  /** Names of the feeds for members that were not made. */
  readonly left: readonly string[]
  /** What members of its feeds would notice. */
  readonly memberChanges: readonly Change[]
  /** All episodes that its shows publish, in a feed of the network or not. */
  readonly items: readonly FeedItem[]
  /** What the locks of its shows have taken back. */
  readonly takenBack: readonly string[]
  /** Where each show says that it is. */
  readonly places: readonly {readonly name: string; readonly siteUrl: string}[]
  /** Nobody has had the network yet, and a show of it has placeholders. */
  readonly isTrial: boolean
  /** The lock before this build. */
  readonly stored: StoredLock
}

/** What the output of the network had before: what was published, and the shows that have folders of their own in it. */
export type EarlierNetwork = {readonly delivered?: Delivered; readonly shows: readonly string[]}

/** Beside what a feed of the network asks for. */
const asked = 'the shows in the feeds of the network (shows and lists in network.yaml, and block in each show)'

type Build = Pick<Timed<BuildOptions>, 'now' | 'accept' | 'frozen' | 'first' | 'audience'>

/** The lock that is written once the network is published, and what is in it. */
export type GuardedNetwork = {
  readonly staged: StagedLock
  readonly lock: Lock
  readonly isTrial: boolean
  /** What the lock beside `network.yaml` will say of all that may go. */
  readonly takenBack: readonly string[]
}

/**
 * Compares the feeds of a network with its lock, which lies beside `network.yaml`, and with the output that would be replaced, and
 * stages the new lock. A network of an older version had no lock: it gets one, and the build does not stop. With `frozen` the lock is
 * left as it is. Problems: those of `guard`, and `lock-outdated`.
 */
export async function guardNetwork(
  {folder, show, names}: Pick<Network, 'folder' | 'show' | 'names'>,
  {lock: after, shows, redirects, paths, items, takenBack, memberChanges, isTrial, places, stored}: PlannedNetwork,
  {now, accept = [], frozen = false, first, audience}: Build,
  earlier: EarlierNetwork,
): Promise<Outcome<GuardedNetwork>> {
  const before = stored.lock && withoutExplained(stored.lock, shows)
  const delivered = earlier.delivered && withoutMovedFiles(earlier.delivered, filesOfItems(items))
  const feed = (name: string) => ({file: show.file, line: 1, ...show.feeds.find((each) => each.name === name)?.place})
  const placeIn = (field: string) => ({file: show.file, line: 1, ...show.places.get(field)})
  const changed = before === undefined ? [] : changesOfShow(before.show, after.show, placeIn)
  const gone = (before?.shows ?? earlier.shows).filter((name) => !names.includes(name))
  const {lock, problems} = guard({
    ...(before === undefined ? {} : {before}),
    ...(delivered === undefined ? {} : {delivered}),
    takenBackInShows: takenBackInShows(takenBack, after.feeds),
    after,
    hasFeedsAlone: true,
    changes: [
      ...changed,
      ...memberChanges,
      ...gone.map((name) => showGone(name, show.file, renamedFrom(name, show.siteUrl, places))),
    ],
    accepted: accept,
    redirects,
    hosts: show.hosting,
    oldFeedUrls: show.oldFeedUrls,
    paths,
    places: {site: before?.show.site ?? show.siteUrl, feed, episode: () => ({file: show.file, line: 1}), asked},
    now,
  })
  const planned = {lock: withRemoved(lock, gone, names), before: stored}
  const mayBeFirst = first !== undefined && stored.lock === undefined
  const isHeld = frozen && audience !== 'members'
  const refused = !isHeld ? [] : mayBeFirst ? await askFeeds(show, first) : outdatedLock(planned, now)
  const found = [...problems, ...refused]
  if (hasErrors(found)) return {ok: false, problems: found}
  const isFirstTrial = isTrial && stored.lock === undefined
  const isLeft = frozen || audience === 'members' || isFirstTrial
  const {takenBack: willBe = []} = isLeft ? (stored.lock ?? {}) : planned.lock
  const guarded = {lock: planned.lock, isTrial: isFirstTrial, takenBack: willBe}
  if (isLeft) {
    const change = frozen && (mayBeFirst || compareLock(planned, now) === 'behind') ? 'behind' : 'unchanged'
    return {ok: true, value: {...guarded, staged: leftAsItIs(change)}, problems: []}
  }
  const staged = await stageLock(folder, planned)
  return staged.ok ? {ok: true, value: {...guarded, staged: staged.value}, problems: []} : staged
}

/** The lock, with the shows whose removal was accepted: a deploy asks it whether all that they had may go. */
function withRemoved({takenBack = [], ...lock}: Lock, gone: readonly string[], names: readonly string[]): Lock {
  const there = new Set(names.map(keyOfFolder))
  const keys = [...new Set([...takenBack, ...gone.map(keyOfFolder)])].filter((key) => !there.has(key)).sort()
  return keys.length === 0 ? lock : {...lock, takenBack: keys}
}

/** A show that is built no more would have its feeds as they are for ever, or not at all. */
function showGone(name: string, file: string, renamed: string | undefined): Change {
  const message = `The show ${name} was published with this network and would not be built any more: its subscribers get no new episodes`
  const line =
    renamed === undefined ? `Keep ${name} in the network` : `Give the folder ${renamed} its old name: ${name}`
  return change('show-removed', name, {file, line: 1}, message, line)
}
