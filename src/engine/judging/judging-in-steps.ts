import type {Problem} from '../../model/problem.ts'
import {errorsIn, judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import type {TakenFeed} from '../../plan/feeds/taken-feed.ts'
import {textOfPiece} from '../../text/text-piece.ts'
import {marksBelow} from './feed-parts.ts'
import {areDistinct} from './judging.ts'

/** Asked after each step, with time for others in between. Once it answers no, the judging ends without a result. */
export type GoesOn = () => Promise<boolean>

/** What is wrong with a feed that nobody wrote to a file; `undefined` if the judging was ended. */
export type JudgeInSteps = (feed: TakenFeed, now: Date, goesOn: GoesOn) => Promise<readonly Problem[] | undefined>

/** The number of pieces that are made, and of items that are judged, in a step. It is short, as somebody may be waiting for the thread. */
const itemsPerStep = 10

/**
 * Judges feeds of a show that is being written, a few items at a time in one thread. It remembers which items were sound, so after an edit
 * only that episode is judged. A feed with a fault is judged again as a whole, and that result counts.
 */
export function openJudgingInSteps(): JudgeInSteps {
  const soundOf = new Map<string, ReadonlySet<string>>()
  return async (feed, now, goesOn) => {
    const {file, authors} = feed
    if (!('pieces' in file)) return []
    const pieces: string[] = []
    for (const piece of file.pieces) {
      pieces.push(textOfPiece(piece))
      if (pieces.length % itemsPerStep === 0 && !(await goesOn())) return undefined
    }
    const {head, items, end} = dividedPieces(pieces, feed)
    const known = soundOf.get(file.path)
    const markOf = marksBelow(head)
    const sound = new Set<string>()
    for (let start = 0; start === 0 || start < items.length; start += itemsPerStep) {
      const step = items.slice(start, start + itemsPerStep)
      // The first item is always judged, because what the document says of itself is judged with it.
      const unknown = step.filter((item, at) => start + at === 0 || known?.has(markOf(item)) !== true)
      const isJudged = unknown.length > 0 || start === 0
      const text = `${head}${unknown.join(feed.separator)}${end}`
      if (isJudged && errorsIn(text, now).length > 0) return judgeFeed(feed, now)
      for (const item of step) sound.add(markOf(item))
      if (!(await goesOn())) return undefined
    }
    soundOf.set(file.path, sound)
    return areDistinct(authors.items) ? [] : judgeFeed(feed, now)
  }
}

type DividedPieces = {readonly head: string; readonly items: readonly string[]; readonly end: string}

function dividedPieces(pieces: readonly string[], {authors, separator}: TakenFeed): DividedPieces {
  const last = pieces.length - 1
  const first = last - authors.items.length
  const items = pieces.slice(first, last).map((piece, at) => (at === 0 ? piece : piece.slice(separator.length)))
  return {head: pieces.slice(0, first).join(''), items, end: pieces[last] ?? ''}
}
