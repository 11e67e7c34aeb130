import {type DeckParts, untilEndOfChapter} from './deck-parts.ts'
import {durationOf, nextChapter, type Playback} from './playback.ts'

/** Pauses after some minutes, or at the end of the chapter. */
export function sleepTimer(playback: Playback, {sleep}: DeckParts): void {
  const {media} = playback
  let isOver = () => false
  sleep.onchange = () => {
    isOver = endOf(sleep.value, playback)
  }
  media.addEventListener('timeupdate', () => {
    if (!isOver()) return
    media.pause()
    sleep.value = ''
    isOver = () => false
  })
}

function endOf(choice: string, playback: Playback): () => boolean {
  if (choice === untilEndOfChapter) {
    const end = nextChapter(playback)?.start ?? durationOf(playback)
    return () => playback.media.currentTime >= end - 0.2
  }
  const minutes = Number(choice)
  const end = Date.now() + minutes * 60_000
  return () => minutes > 0 && Date.now() > end
}
