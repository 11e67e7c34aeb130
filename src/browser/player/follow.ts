import {elementOf, select} from '../page/elements.ts'
import {selectedWords} from '../page/selection.ts'
import {secondsOfFragment} from '../page/times.ts'
import {type HeardMark, heardMark} from './heard-mark.ts'
import {type PlayerMoves, play} from './moves.ts'
import type {Playback} from './playback.ts'

/** The chapters and the transcript follow the voice, and what is clicked in them is heard. */
export function follow({media}: Playback, moves: PlayerMoves): void {
  const markChapter = heardMark('.chapters [data-start]')
  const markWords = scrollingMark(heardMark('.transcript [data-start]'), media)
  const mark = (seconds: number) => {
    markChapter(seconds)
    return markWords(seconds)
  }
  const start = (seconds: number) => {
    moves.to(seconds)
    mark(seconds)
    play(media)
  }
  const arrive = () => {
    const turn = turnOfAddress()
    const seconds = secondsOfFragment(location.hash) ?? (turn && Number(turn.dataset.start))
    if (seconds === undefined) return
    moves.to(seconds)
    const element = mark(media.currentTime)
    // The browser itself goes to a turn. Nobody waits while hours of text pass by.
    if (turn === undefined) element?.scrollIntoView({block: 'center', behavior: 'instant'})
  }

  document.addEventListener('click', (event) => startWhereClicked(event, media, start))
  addEventListener('hashchange', arrive)
  // Before anything was heard there is nothing to mark.
  media.addEventListener('timeupdate', () => {
    if (media.currentTime > 0) mark(media.currentTime)
  })
  arrive()
}

const restInMilliseconds = 3000

/** Scrolls with the voice, as long as the words that are heard are in sight and the reader does nothing. */
function scrollingMark(mark: HeardMark, media: HTMLMediaElement): HeardMark {
  let touchedAt = 0
  const touched = () => {
    touchedAt = Date.now()
  }
  for (const event of ['wheel', 'touchmove', 'keydown']) addEventListener(event, touched, {passive: true})
  let before: HTMLElement | undefined
  return (seconds) => {
    const element = mark(seconds)
    const isNews = element !== undefined && before !== undefined && element !== before
    const isAtRest = Date.now() - touchedAt > restInMilliseconds
    if (isNews && isAtRest && !media.paused && isInSight(before)) keepInTheMiddle(element)
    before = element
    return element
  }
}

function isInSight(element: HTMLElement | undefined): boolean {
  if (element === undefined) return false
  const {top, bottom} = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

function keepInTheMiddle(element: HTMLElement): void {
  const {top, bottom} = element.getBoundingClientRect()
  if (top < innerHeight * 0.15 || bottom > innerHeight * 0.7) element.scrollIntoView({block: 'center'})
}

/** A link to a time, or words of the transcript. Who clicks to select words or to open a tab wants nothing of this. */
function startWhereClicked(event: MouseEvent, media: HTMLMediaElement, start: (seconds: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
  const link = elementOf(event)?.closest<HTMLAnchorElement>('a[href]')
  const seconds = link?.getAttribute('href')?.startsWith('#t=') ? secondsOfFragment(link.hash) : undefined
  if (link && seconds !== undefined) {
    event.preventDefault()
    history.replaceState(null, '', link.hash)
    start(seconds)
    return
  }
  const spoken =
    link || selectedWords() ? undefined : elementOf(event)?.closest<HTMLElement>('.transcript [data-start]')
  if (spoken && hasSource(media)) start(Number(spoken.dataset.start))
}

function hasSource(media: HTMLMediaElement): boolean {
  return media.currentSrc !== '' || media.childElementCount > 0
}

/** What begins the turn that the address names, if its time is known. */
function turnOfAddress(): HTMLElement | undefined {
  const {hash} = location
  if (!/^#turn-\d+$/.test(hash)) return undefined
  return select<HTMLElement>(`${hash}[data-start], ${hash} [data-start]`) ?? undefined
}
