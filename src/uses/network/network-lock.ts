import {type Change, change, changesOfShow} from '../../lock/published-changes.ts'
import type {FeedItem} from '../../model/feed.ts'
import type {Lock} from '../../model/lock.ts'
import {hasErrors, type Outcome} from '../../model/problem.ts'
import type {Redirect} from '../../model/serving.ts'
import {leftAsItIs, readLock, type StagedLock, stageLock} from '../../plan/identity/lock-file.ts'
import {guard} from '../../witness/guard.ts'
import type {BuildOptions} from '../build.ts'
import {withoutExplained} from './network-items.ts'
import type {Network} from './network-shows.ts'

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
}

/** Beside what a feed of the network asks for. */
const asked = 'the shows in the feeds of the network (shows and lists in network.yaml, and block in each show)'

type Build = Pick<BuildOptions, 'now' | 'accept' | 'frozen' | 'audience'>

/**
 * Compares the feeds of a network with its lock, which lies beside `network.yaml`, and stages the new lock. A network of an older
 * version had no lock: it gets one, and the build does not stop. With `frozen` the lock is left as it is.
 */
export async function guardNetwork(
  {folder, show, names}: Pick<Network, 'folder' | 'show' | 'names'>,
  {lock: after, shows, redirects, paths}: PlannedNetwork,
  {now, accept = [], frozen = false, audience}: Build,
): Promise<Outcome<StagedLock>> {
  const stored = await readLock(folder)
  if (!stored.ok) return stored
  const before = stored.value.lock && withoutExplained(stored.value.lock, shows)
  const feed = (name: string) => ({file: show.file, line: 1, ...show.feeds.find((each) => each.name === name)?.place})
  const guarded = guard({
    ...(before === undefined ? {} : {before}),
    after,
    hasFeedsAlone: true,
    changes:
      before === undefined
        ? []
        : [...changesOfShow(before.show, after.show, show.file), ...showsGone(before, names, show.file)],
    accepted: accept,
    redirects,
    hosts: show.hosting,
    oldFeedUrls: show.oldFeedUrls,
    paths,
    places: {site: before?.show.site ?? show.siteUrl, feed, episode: () => ({file: show.file, line: 1}), asked},
    now,
  })
  if (hasErrors(guarded.problems)) return {ok: false, problems: guarded.problems}
  if (frozen || audience === 'members') return {ok: true, value: leftAsItIs('unchanged'), problems: []}
  return stageLock(folder, {lock: guarded.lock, before: stored.value})
}

/** A show that is built no more would have its feeds as they are for ever, or not at all. */
function showsGone({shows = []}: Lock, names: readonly string[], file: string): readonly Change[] {
  return shows
    .filter((name) => !names.includes(name))
    .map((name) => {
      const message = `The show ${name} was published with this network and would not be built any more: its subscribers get no new episodes`
      return change('show-removed', name, {file, line: 1}, message, `Keep ${name} in the network`)
    })
}
