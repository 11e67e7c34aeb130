import type {PlayerWords} from '../../words/words-type.ts'
import {select, selectAll} from '../page/elements.ts'

export type PlayedChapter = {readonly start: number; readonly title: string}

/** What is played, and what the page says of it. */
export type Playback = {
  readonly media: HTMLMediaElement
  /** The section of the player. Its `data-` attributes are written by `src/pages/episode/episode-media.ts`. */
  readonly box: HTMLElement
  readonly words: PlayerWords
  readonly chapters: readonly PlayedChapter[]
}

export function playbackOfPage(): Playback | undefined {
  const box = select('.player')
  const media = box && select<HTMLMediaElement>('audio, video', box)
  if (!box || !media) return undefined
  const chapters = selectAll('.chapters [data-start]').map((element) => ({
    start: Number(element.dataset.start),
    title: (select('[dir]', element) ?? element).textContent.trim(),
  }))
  return {media, box, words: JSON.parse(box.dataset.words ?? '{}'), chapters}
}

/** A film keeps the controls of the browser, on its picture. */
export function isFilm({media}: Playback): boolean {
  return media instanceof HTMLVideoElement
}

/** Before the browser has read the recording, the page knows how long it is. */
export function durationOf({media, box}: Playback): number {
  return (Number.isFinite(media.duration) && media.duration) || Number(box.dataset.duration) || 0
}

/** Browsers do not seek to the exact second, so what begins in this instant has begun. */
export const toleranceInSeconds = 0.05

export function chapterAt({chapters}: Playback, seconds: number): PlayedChapter | undefined {
  return chapters.filter(({start}) => start <= seconds + toleranceInSeconds).pop()
}

export function nextChapter({media, chapters}: Playback): PlayedChapter | undefined {
  return chapters.find(({start}) => start > media.currentTime + 0.5)
}

/** Whoever goes back in the first seconds of a chapter means the one before. */
export function previousChapter({media, chapters}: Playback): PlayedChapter | undefined {
  return chapters.filter(({start}) => start < media.currentTime - 3).pop()
}
