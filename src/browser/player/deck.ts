import {select} from '../page/elements.ts'
import {keptValue} from '../page/kept.ts'
import {clockOf} from '../page/times.ts'
import {drawChapterMarks} from './chapter-marks.ts'
import {type DeckParts, deckParts, wholeBar} from './deck-parts.ts'
import {dockWhenPassed} from './docking.ts'
import {movesOf, type PlayerMoves, speedKey} from './moves.ts'
import {chapterAt, durationOf, isFilm, type Playback} from './playback.ts'
import {sleepTimer} from './sleep-timer.ts'

export type Deck = {readonly parts: DeckParts; readonly moves: PlayerMoves}

/** Puts the controls on the page and lets them do what they say. */
export function addDeck(playback: Playback): Deck {
  const {media, box} = playback
  const parts = deckParts(playback)
  const show = () => showPlace(playback, parts)
  const moves = movesOf(playback, show)

  media.addEventListener('ratechange', () => showSpeed(playback, parts))
  moves.speed(Number(keptValue(speedKey)) || 1)
  showSpeed(playback, parts)
  answerButtons(playback, parts, moves)
  sleepTimer(playback, parts)
  for (const event of ['play', 'pause', 'ended']) media.addEventListener(event, () => showState(playback, parts))
  media.addEventListener('timeupdate', show)
  media.addEventListener('loadedmetadata', () => {
    drawChapterMarks(playback, parts)
    show()
  })

  drawChapterMarks(playback, parts)
  show()
  if (!isFilm(playback)) media.removeAttribute('controls')
  box.append(parts.deck)
  box.classList.add('ready')
  if (!isFilm(playback)) dockWhenPassed(playback, parts)
  return {parts, moves}
}

function answerButtons(playback: Playback, parts: DeckParts, moves: PlayerMoves): void {
  const {play, back, forward, speed, bar, heard} = parts
  play.onclick = moves.toggle
  back.onclick = moves.back
  forward.onclick = moves.forward
  speed.onchange = () => moves.speed(Number(speed.value))
  bar.oninput = () => moves.to((Number(bar.value) / wholeBar) * durationOf(playback))
  heard.onclick = () => select('.transcript [aria-current]')?.scrollIntoView({block: 'center'})
}

function showPlace(playback: Playback, {bar, now, passed, left}: DeckParts): void {
  const {media, box} = playback
  const seconds = media.currentTime
  const duration = durationOf(playback)
  const share = duration > 0 ? seconds / duration : 0
  // Nobody takes the knob out of the hand that drags it.
  if (!bar.matches(':active')) bar.value = String(share * wholeBar)
  bar.style.setProperty('--at', String(share))
  bar.setAttribute('aria-valuetext', clockOf(seconds))
  passed.textContent = clockOf(seconds)
  left.textContent = duration > 0 ? `−${clockOf(duration - seconds)}` : ''
  now.textContent = chapterAt(playback, seconds)?.title || box.dataset.title || ''
}

function showSpeed({media}: Playback, {speed}: DeckParts): void {
  speed.value = String(media.playbackRate)
}

function showState({media, box, words}: Playback, {play}: DeckParts): void {
  play.setAttribute('aria-label', media.paused ? words.play : words.pause)
  play.title = media.paused ? words.play : words.pause
  box.classList.toggle('playing', !media.paused)
}
