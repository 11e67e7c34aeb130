import {type Change, isAccepted, partsGone} from '../lock/published-changes.ts'
import {recordedBy} from '../lock/recorded.ts'
import type {Lock} from '../model/lock.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {HostName, Redirect} from '../model/serving.ts'
import {changedBytes} from './changed-bytes.ts'
import {isCovered} from './covered.ts'
import type {Delivered, DeliveredFeed} from './delivered.ts'
import {deliveredByLock} from './delivered-by-lock.ts'
import {redirected} from './leads-on.ts'
import {changesOfLosses, type LossPlaces} from './loss-changes.ts'
import {type Loss, lossesBetween, type Served, successorOf} from './losses.ts'
import {lockOfOther, otherShow} from './other-show.ts'
import {unrecordedChanges} from './second-witness.ts'
import {isTakenBack, takenBackBy} from './taken-back.ts'

export type GuardedBuild = {
  /** What was published according to the lock; absent before the first build. */
  readonly before?: Lock
  /** What this build publishes. */
  readonly after: Lock
  /**
   * Set for a network, whose shows record the episodes. For a show, a lock without episodes does not mean that anything was
   * published.
   */
  readonly hasFeedsAlone?: true
  /** What is published according to the output that the build would replace. */
  readonly delivered?: Delivered
  /** For a network: what its shows have taken back, as their locks remember it. */
  readonly takenBackInShows?: readonly string[]
  /** The changes of episodes and of the show that are already known. */
  readonly changes: readonly Change[]
  /** `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accepted: readonly string[]
  readonly redirects: readonly Redirect[]
  readonly hosts: readonly HostName[]
  /** Old addresses of the main feed that redirect, as the author says, on this site or elsewhere. */
  readonly oldFeedUrls: readonly string[]
  /** Every file that this build publishes for everybody. */
  readonly paths: ReadonlySet<string>
  readonly places: LossPlaces
  readonly now: Date
}

export type Guarded = {
  readonly problems: readonly Problem[]
  /** Everything that subscribers would notice, accepted or not. */
  readonly changes: readonly Change[]
  /** The lock, with what is taken back. */
  readonly lock: Lock
}

/**
 * Asks two witnesses what people have: the lock, and the output that would be replaced. A loss that neither the author's files nor
 * an accepted change explains is a problem, whichever witness knows of it.
 */
export function guard(build: GuardedBuild): Guarded {
  const {before, after, places, now} = build
  const parts = before === undefined ? [] : partsGone(before.show, after.show, places.feed('main'))
  const changes = [...build.changes, ...parts]
  const served = servedBy(build)
  const known = before === undefined ? [] : [...(before.takenBack ?? [])]
  const sites = {before: before?.show.site ?? after.show.site, now: after.show.site}
  const isTold = ({kind, what}: Loss) => kind === 'feed' && build.oldFeedUrls.includes(`${sites.before}${what}`)
  const isExplained = (loss: Loss) => isTold(loss) || isCovered(loss, changes, sites)
  const byLock =
    before === undefined || (before.episodes.length === 0 && build.hasFeedsAlone !== true)
      ? []
      : lossesBetween(deliveredByLock({...before, episodes: recordedBy(now, before)}), served)
  const byOutput =
    build.delivered === undefined
      ? []
      : [...lossesOfOutput(build.delivered, before, served), ...changedBytes(build.delivered, before, after)]
  const said = [
    ...changes,
    ...changesOfLosses(
      byLock.filter((loss) => !isExplained(loss)),
      places,
    ),
  ]
  const nowhere = {feeds: [], addresses: new Map()}
  const keys = new Set([...takenBackBy(known, byLock, nowhere), ...(build.takenBackInShows ?? [])])
  const unknown = byOutput.filter((loss) => !isTakenBack(loss, keys) && !isExplained(loss))
  const found = [...orOther(said, build), ...unrecorded(unknown, build, served)]
  const takenBack = takenBackBy(known, [...byLock, ...unknown], served)
  return {
    problems: acceptedOut(found, build.accepted),
    changes: found,
    lock: takenBack.length === 0 ? after : {...after, takenBack},
  }
}

/** What published files would lose. The files do not say which feeds move on by design, so the lock is asked for that. */
export function lossesOfOutput(delivered: Delivered, lock: Lock | undefined, served: Served): readonly Loss[] {
  const feeds = delivered.feeds.map((feed): DeliveredFeed => {
    const locked = lock?.feeds.find(({paths}) => feed.paths.some((path) => paths.includes(path)))
    // If the lock does not say it, a feed that has archives has them by design.
    const kept = locked?.kept ?? (feed.archived.length > 0 ? successorOf(feed, served.feeds)?.kept : undefined)
    const isWindow = locked?.guid === undefined ? feed.isWindow : locked.window !== undefined
    return {...feed, isWindow, ...present({kept, media: locked?.media})}
  })
  return lossesBetween({...delivered, feeds}, served)
}

/** The problems of all changes that are not accepted. */
export function acceptedOut(changes: readonly Change[], accepted: readonly string[]): readonly Problem[] {
  const names = new Set(accepted)
  return changes.filter((each) => !isAccepted(each, names)).map(({problem}) => problem)
}

/** The changes that the lock tells of; or one for all, where it is of another show and its losses are not for its author to accept. */
function orOther(said: readonly Change[], {before, after, accepted}: GuardedBuild): readonly Change[] {
  const other = before === undefined ? undefined : lockOfOther(before, after)
  return other === undefined || acceptedOut(said, accepted).length === 0 ? said : [other]
}

function servedBy({after, redirects, hosts, paths, hasFeedsAlone}: GuardedBuild): Served {
  const isRedirected = redirected(redirects, hosts)
  const isOfNetwork = hasFeedsAlone === true ? {isOfNetwork: hasFeedsAlone} : {}
  return {
    ...deliveredByLock(after),
    ...isOfNetwork,
    site: after.show.site,
    leadsOn: (path) => paths.has(path) || isRedirected(path),
  }
}

function unrecorded(unknown: readonly Loss[], {delivered, before}: GuardedBuild, served: Served): readonly Change[] {
  if (delivered === undefined || unknown.length === 0) return []
  const other = otherShow(delivered, served)
  return other === undefined ? unrecordedChanges(unknown, served, before !== undefined) : [other]
}
