import type {DeckParts} from './deck-parts.ts'
import {durationOf, type Playback} from './playback.ts'

/** Marks on the bar where chapters begin: the middle of the knob is on a mark when its chapter begins. */
export function drawChapterMarks(playback: Playback, {bar}: DeckParts): void {
  const duration = durationOf(playback)
  const marks = playback.chapters
    .filter(({start}) => start > 0 && start < duration)
    .map(({start}) => markAt(`calc(var(--knob) / 2 + (100% - var(--knob)) * ${start / duration}`))
  bar.style.setProperty('--marks', marks.length > 0 ? `linear-gradient(to right, ${marks.join()})` : 'none')
}

/** Stops of a gradient, which is transparent but for two pixels. `place` is an open `calc(`. */
function markAt(place: string): string {
  return `transparent ${place} - 1px), var(--card) 0 ${place} + 1px), transparent 0`
}
