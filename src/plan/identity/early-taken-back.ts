import {type Change, change} from '../../lock/published-changes.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {Lock, LockedFeed} from '../../model/lock.ts'
import type {Place} from '../../model/problem.ts'

/** Held-back episodes of a show, as they are seen at `now`, and its lock with what its feeds have. */
type Waiting = EarlyMarking & {
  /** When each of them is due for everybody. */
  readonly scheduled: readonly Date[]
  readonly now: Date
  readonly after: Lock
}

/** Makes the mark that a lock has of an episode that only the members of a feed have. */
export type EarlyMarking = {readonly earlyMark: (feed: string, guid: string) => string}

/**
 * Feeds whose members have episodes before everybody, and would lose them again: `early` is shorter than it was, or gone; or an episode
 * became a draft, got a later date, or is there no more. The lock names no such episode. It has a mark of each, or, in a lock of an older
 * version, only how early the feed was. Change: `feed-episodes-gone`.
 */
export function earlyTakenBack(
  before: Lock | undefined,
  feeds: readonly FeedSettings[],
  waiting: Waiting,
  placeOf: (feed: string) => Place,
): readonly Change[] {
  return feeds.flatMap(({name, members, earlyInSeconds = 0}) => {
    const was = before?.feeds.find((feed) => feed.name === name)
    // A feed that is for everybody from now on is another feed, which is said elsewhere.
    if (was === undefined || members === undefined) return []
    const wasEarlyInSeconds = was.earlyInSeconds ?? 0
    const isShorter = wasEarlyInSeconds > earlyInSeconds
    const times = {earlyInSeconds, wasEarlyInSeconds}
    const gone = was.early === undefined ? (isShorter ? goneByTime(times, waiting) : 0) : goneByMark(was, waiting)
    if (gone === 0) return []
    const [why, line] = isShorter
      ? [
          `The feed ${name} gives its members less time before everybody than it did`,
          `Leave early: ${inWords(wasEarlyInSeconds)} until everybody has what members have now`,
        ]
      : [
          `The feed ${name} would not have what its members have before everybody: a draft, a later date, another guid or no file`,
          'Leave the date, the guid and the file as they were (git diff), until everybody has the episode',
        ]
    return [change('feed-episodes-gone', name, placeOf(name), `${why}: ${vanishing(gone, isShorter)}`, line)]
  })
}

function vanishing(gone: number, comesBack: boolean): string {
  const day = comesBack ? ['and comes back on its day', 'and come back on their days'] : ['', '']
  const said = gone === 1 ? `1 episode vanishes from it ${day[0]}` : `${gone} episodes vanish from it ${day[1]}`
  return said.trimEnd()
}

function goneByTime(
  {earlyInSeconds, wasEarlyInSeconds}: {readonly earlyInSeconds: number; readonly wasEarlyInSeconds: number},
  {scheduled, now}: Waiting,
): number {
  const isGone = (due: Date) => {
    const waitsInSeconds = (due.getTime() - now.getTime()) / 1000
    return waitsInSeconds > earlyInSeconds && waitsInSeconds <= wasEarlyInSeconds
  }
  return scheduled.filter(isGone).length
}

/** An episode that everybody has by now is in the lock itself. With another secret all marks are others, which is said elsewhere. */
function goneByMark({name, key, early = []}: LockedFeed, {after, earlyMark}: Waiting): number {
  const now = after.feeds.find((feed) => feed.name === name)
  if (now?.key !== key) return 0
  const isAhead = ({ahead}: Lock['episodes'][number]) => ahead !== undefined
  const published = after.episodes.filter((each) => !isAhead(each)).map(({guid}) => earlyMark(name, guid))
  const there = new Set([...(now?.early ?? []), ...published])
  return early.filter((mark) => !there.has(mark)).length
}

function inWords(seconds: number): string {
  const hours = seconds / 3600
  const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
