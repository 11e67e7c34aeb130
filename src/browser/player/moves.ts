import {keepValue} from '../page/kept.ts'
import {durationOf, nextChapter, type Playback, previousChapter} from './playback.ts'

/** What the listener can do, by buttons, keys and the lock screen. */
export type PlayerMoves = {
  readonly to: (seconds: number) => void
  readonly back: () => void
  readonly forward: () => void
  readonly toggle: () => void
  readonly previous: () => void
  readonly next: () => void
  readonly speed: (rate: number) => void
  /** The next of the speeds, or the one before: 1 or -1. */
  readonly faster: (steps: number) => void
}

export const speeds: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export const speedKey = 'speed'

/** Browsers may refuse to play, and the listener then presses play. */
export function play(media: HTMLMediaElement): void {
  media.play().catch(() => {})
}

/** `show` is called at once when the place has changed: a recording that is not loaded yet tells nobody. */
export function movesOf(playback: Playback, show: () => void): PlayerMoves {
  const {media} = playback
  const to = (seconds: number) => {
    media.currentTime = Math.min(Math.max(0, seconds), durationOf(playback) || seconds)
    show()
  }
  const speed = (rate: number) => {
    media.defaultPlaybackRate = rate
    media.playbackRate = rate
    keepValue(speedKey, rate)
  }
  return {
    to,
    back: () => to(media.currentTime - 15),
    forward: () => to(media.currentTime + 30),
    toggle: () => (media.paused ? play(media) : media.pause()),
    previous: () => to(previousChapter(playback)?.start ?? 0),
    next: () => {
      const chapter = nextChapter(playback)
      if (chapter) to(chapter.start)
    },
    speed,
    faster: (steps) => speed(speeds[speeds.indexOf(media.playbackRate) + steps] ?? media.playbackRate),
  }
}
