import {make, select} from '../page/elements.ts'
import {keepValue, keptValue} from '../page/kept.ts'
import {clockOf} from '../page/times.ts'
import type {IndexFiles} from './index-files.ts'
import {markedWords} from './marked-words.ts'
import {momentIn} from './moment.ts'
import type {Hit} from './search-index.ts'

/** Of an episode in `search/SEASON/episodes.json`: the path of its page, and that of its captions, if they have times. */
export type IndexedEpisode = readonly [path: string, title: string, date: string, captions?: string]

type Result = {
  readonly element: HTMLElement
  /** Finds the second and the sentence. The captions of an episode are as large as its page, so this is for results in sight. */
  readonly makeExact: () => Promise<void>
}

export type Search = {
  readonly files: IndexFiles
  /** The way from the page to the site. */
  readonly root: string
  readonly words: readonly string[]
  readonly onChoice: () => void
}

export function resultOf([path, title, date, captions]: IndexedEpisode, {minutes}: Hit, search: Search): Result {
  const {words, files, root, onChoice} = search
  const [minute] = minutes
  const time = make('span', {class: 'time'}, minute === undefined ? '' : clockOf(minute * 60))
  const text = make('p', {dir: 'auto'})
  const name = make('b', {dir: 'auto'}, ...markedWords(title, words))
  const where = make('span', {class: 'where'}, name, make('small', {}, dayOf(date)))
  const fragment = minute === undefined ? '' : `#t=${minute * 60}`
  const link = make('a', {href: `${root}${path}${fragment}`}, where, time, text)
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.hash === '') return
    playOnNextPage()
    const isHere = link.pathname === location.pathname
    onChoice()
    // First the player goes to the second that the address names.
    if (isHere) setTimeout(playIfAsked, 50)
  }
  const makeExact = async () => {
    if (!captions || minute === undefined) return
    const moment = momentIn(await files.text(captions), minutes, words)
    if (moment === undefined) return
    link.hash = `#t=${Math.floor(moment.start)}`
    time.textContent = clockOf(moment.start)
    text.replaceChildren(...markedWords(moment.text, words))
  }
  return {element: make('li', {}, link), makeExact}
}

/** Dates of feeds are by the common calendar, in every language. */
function dayOf(date: string): string {
  try {
    return new Date(date).toLocaleDateString(document.documentElement.lang || undefined, {
      dateStyle: 'medium',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
  } catch {
    // No date, or no language that the browser knows.
    return date
  }
}

const playKey = 'play'
const ofThisTab = () => sessionStorage

function playOnNextPage(): void {
  keepValue(playKey, 1, ofThisTab)
}

/** A result was clicked on the page before: browsers let it play, or the listener presses play. */
export function playIfAsked(): void {
  if (keptValue(playKey, ofThisTab) === null) return
  keepValue(playKey, null, ofThisTab)
  select<HTMLMediaElement>('.player audio, .player video')
    ?.play()
    .catch(() => {})
}
