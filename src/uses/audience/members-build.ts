import type {BuildEngine} from '../../engine/engine.ts'
import type {Lock, LockedFeed} from '../../model/lock.ts'
import {present} from '../../model/present.ts'
import type {Show} from '../../model/show.ts'
import type {Audience} from '../../plan/feeds/members-part.ts'
import type {PlannedLock} from '../../plan/identity/lock-file.ts'
import {inOneThread} from '../../plan/in-one-thread.ts'
import type {Plan} from '../../plan/plan.ts'

/** Which files of an output a build is about, by the first folder of their paths. The files of the others stay as they are. */
export type Scope = {
  /** Absent: all folders. */
  readonly only?: readonly string[]
  readonly without: readonly string[]
}

type PlannedParts = {
  readonly show: Pick<Show, 'feeds'>
  readonly summary: Pick<Plan['summary'], 'leftForMembers'>
}

/** The part of an output that the build of a plan is about. The feeds for members may be in an output of their own. */
export function scopeOf({show, summary}: PlannedParts, audience: Audience | undefined): Scope {
  if (audience !== 'members') return {without: summary.leftForMembers}
  return {only: show.feeds.flatMap(({name, members}) => (members === undefined ? [] : [name])), without: []}
}

/** Whether a file, or an entry of a manifest, belongs to another part of the output. */
export function isOutside({only, without}: Scope, path: string): boolean {
  const [top = ''] = path.split('/')
  return without.includes(top) || only?.includes(top) === false
}

/**
 * Entries that the build of one part leaves to another. For members, a folder that holds private files belongs to members as well,
 * although `show.yaml` does not name its feed any more.
 */
export function leavesEntry(scope: Scope, entries: ReadonlySet<string>): (entry: string) => boolean {
  const hidden = new Set(
    [...entries].filter((entry) => entry.includes('/…#')).map((entry) => entry.split('/')[0] ?? ''),
  )
  return (entry) => isOutside(scope, entry) && !(scope.only !== undefined && hidden.has(entry.split('/')[0] ?? ''))
}

/** What the lock knows of a feed for members alone. */
function keptOfMembers(feed: LockedFeed | undefined): Partial<LockedFeed> {
  return present({key: feed?.key, earlyInSeconds: feed?.earlyInSeconds, early: feed?.early, membersAt: feed?.membersAt})
}

/** The lock after a build for members alone: what it had, with the keys of their feeds. The public build records everything else. */
export function lockForMembers({lock, before}: PlannedLock): PlannedLock {
  if (before.lock === undefined) return {lock, before}
  const planned = new Map(lock.feeds.map((feed) => [feed.name, feed]))
  const feeds = before.lock.feeds.map((feed): Lock['feeds'][number] => ({
    ...feed,
    ...keptOfMembers(planned.get(feed.name)),
  }))
  const {takenBack, members} = lock
  const {members: _before, ...rest} = before.lock
  return {lock: {...rest, feeds, ...present({takenBack, members})}, before}
}

/**
 * Plans for members alone in one thread, and remembers nothing: what builds remember is bound to the public files, and this one makes
 * none.
 */
export const engineForMembers: BuildEngine = {
  plan: inOneThread,
  isIdle: () => false,
  save: () => undefined,
  discard: () => undefined,
}
