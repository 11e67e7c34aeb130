import {errorsIn} from '../../plan/feeds/judge-feeds.ts'
import {type DividedFeed, feedPartOf} from './feed-parts.ts'
import {takenFrom} from './shared-queue.ts'

/** What a thread found in the parts that it took. */
export type PartsJudged = {
  /**
   * Whether one of the parts has an error, in the sense of `errorsOf` for the whole document. The thread takes no more parts
   * then.
   */
  readonly isFaulty: boolean
  /** The marks of the parts that have no error. */
  readonly sound: readonly string[]
}

/**
 * Judges the parts that are left in the queue. The first part is always judged, because what the document says of itself is
 * judged with it.
 */
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
