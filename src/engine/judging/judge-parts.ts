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
  /** The marks of the items that have no error. */
  readonly sound: readonly string[]
}

/**
 * Judges the parts that are left in the queue: of each the items that are not known as sound. The first item of all is always judged,
 * because what the document says of itself is judged with it.
 */
export function judgeParts({file, parts, queue, knownAsSound}: DividedFeed, now: Date): PartsJudged {
  const known = new Set(knownAsSound)
  const sound: string[] = []
  for (const index of takenFrom(queue)) {
    const part = feedPartOf(file, parts, index)
    const marks = part.marks()
    const unknown = [...marks.keys()].filter((place) => (index === 0 && place === 0) || !known.has(marks[place] ?? ''))
    if (unknown.length > 0 && errorsIn(part.textOf(unknown), now).length > 0) return {isFaulty: true, sound}
    for (const mark of marks) sound.push(mark)
  }
  return {isFaulty: false, sound}
}
