import {errorsIn} from '../../plan/feeds/judge-feeds.ts'
import {type DividedFeed, feedPartOf} from './feed-parts.ts'
import {takenFrom} from './shared-queue.ts'

/** What a thread found in the parts that it took. */
export type PartsJudged = {
  /** Whether one of them has an error, as `errorsOf` says them of the whole. It takes no more of them then. */
  readonly isFaulty: boolean
  /** Marks of those without one. */
  readonly sound: readonly string[]
}

/** Judges the parts that are left in the queue. The first one always, since what the document says of itself is judged with it. */
export function judgeParts({file, parts, queue, knownAsSound}: DividedFeed, now: Date): PartsJudged {
  const known = new Set(knownAsSound)
  const sound: string[] = []
  for (const index of takenFrom(queue)) {
    const part = feedPartOf(file, parts, index)
    const mark = part.mark()
    const isKnown = index !== 0 && known.has(mark)
    if (!isKnown && errorsIn(part.text(), now).length > 0) return {isFaulty: true, sound}
    sound.push(mark)
  }
  return {isFaulty: false, sound}
}
