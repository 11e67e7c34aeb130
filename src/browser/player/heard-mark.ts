import {selectAll} from '../page/elements.ts'
import {toleranceInSeconds} from './playback.ts'

/** Marks what is heard among elements with a time: the last one that has begun. Returns it. */
export type HeardMark = (seconds: number) => HTMLElement | undefined

export function heardMark(selector: string): HeardMark {
  const elements = selectAll(selector)
  const starts = elements.map((element) => Number(element.dataset.start))
  let marked: HTMLElement | undefined
  return (seconds) => {
    const element = elements[countBegun(starts, seconds + toleranceInSeconds) - 1]
    if (element === marked) return marked
    marked?.removeAttribute('aria-current')
    element?.setAttribute('aria-current', 'true')
    marked = element
    return element
  }
}

/** A transcript of three hours has thousands of captions, and this is asked four times a second. */
function countBegun(starts: readonly number[], seconds: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= seconds) low = middle + 1
    else high = middle
  }
  return low
}
