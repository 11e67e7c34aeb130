import {type Change, change} from '../../lock/published-changes.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {Lock} from '../../model/lock.ts'
import type {Place} from '../../model/problem.ts'

/** Held-back episodes of a show, as they are seen at `now`. */
type Waiting = {
  /** When each of them is due for everybody. */
  readonly scheduled: readonly Date[]
  readonly now: Date
}

/**
 * Feeds whose members have episodes before everybody, and would lose them again until their date: `early` is shorter than it was, or gone.
 * The lock names no such episode, but knows how early the feed was. Change: `feed-episodes-gone`.
 */
export function earlyTakenBack(
  before: Lock | undefined,
  feeds: readonly FeedSettings[],
  {scheduled, now}: Waiting,
  placeOf: (feed: string) => Place,
): readonly Change[] {
  return feeds.flatMap(({name, members, earlyInSeconds = 0}) => {
    const wasEarlyInSeconds = before?.feeds.find((feed) => feed.name === name)?.earlyInSeconds ?? 0
    // A feed that is for everybody from now on is another feed, which is said elsewhere.
    if (members === undefined || wasEarlyInSeconds <= earlyInSeconds) return []
    const isGone = (due: Date) => {
      const waitsInSeconds = (due.getTime() - now.getTime()) / 1000
      return waitsInSeconds > earlyInSeconds && waitsInSeconds <= wasEarlyInSeconds
    }
    const gone = scheduled.filter(isGone).length
    if (gone === 0) return []
    const what =
      gone === 1
        ? '1 episode vanishes from it and comes back on its day'
        : `${gone} episodes vanish from it and come back on their days`
    const message = `The feed ${name} gives its members less time before everybody than it did: ${what}`
    const line = `Leave early: ${inWords(wasEarlyInSeconds)} until everybody has what members have now`
    return [change('feed-episodes-gone', name, placeOf(name), message, line)]
  })
}

function inWords(seconds: number): string {
  const hours = seconds / 3600
  const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
