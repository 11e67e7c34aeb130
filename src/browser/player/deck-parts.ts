import {make, select, toolButton} from '../page/elements.ts'
import {speeds} from './moves.ts'
import {isFilm, type Playback} from './playback.ts'

/** The elements of the controls. The script makes them, so that the browser's own controls stay if there is no script. */
export type DeckParts = {
  readonly deck: HTMLElement
  readonly play: HTMLButtonElement
  /** The chapter that is heard, else the title. */
  readonly now: HTMLElement
  readonly bar: HTMLInputElement
  readonly passed: HTMLElement
  readonly left: HTMLElement
  readonly back: HTMLButtonElement
  readonly forward: HTMLButtonElement
  readonly speed: HTMLSelectElement
  readonly sleep: HTMLSelectElement
  readonly heard: HTMLButtonElement
  readonly help: HTMLButtonElement
}

/** The bar has so many steps, whatever the duration: it is not known at first. */
export const wholeBar = 1000

/** The value of the sleep timer that is no number of minutes. */
export const untilEndOfChapter = 'chapter'

export function deckParts(playback: Playback): DeckParts {
  const {words} = playback
  const parts = {
    play: toolButton('play', words.play),
    now: make('p', {class: 'now', dir: 'auto'}),
    bar: make('input', {type: 'range', min: 0, max: wholeBar, step: 'any', value: 0, 'aria-label': words.position}),
    passed: make('span'),
    left: make('span'),
    back: toolButton('back', words.back, '−15'),
    forward: toolButton('forward', words.forward, '+30'),
    speed: choice(
      'speed',
      words.speed,
      speeds.map((each) => [each, `${each}×`]),
    ),
    sleep: sleepChoice(playback),
    heard: toolButton('heard', words.heard, '¶'),
    help: toolButton('help', words.keys, '?'),
  }
  return {...parts, deck: assembled(playback, parts)}
}

function assembled(playback: Playback, parts: Omit<DeckParts, 'deck'>): HTMLElement {
  const {play, now, bar, passed, left, back, forward, speed, sleep, heard, help} = parts
  const follows = select('.transcript [data-start]') ? [heard] : []
  const tools = make('div', {class: 'tools'}, back, forward, speed, sleep, ...follows, help)
  if (isFilm(playback)) return make('div', {class: 'deck film'}, tools)
  const scale = make('div', {class: 'scale'}, bar)
  const line = make('div', {class: 'line'}, now, scale, make('div', {class: 'times'}, passed, left))
  return make('div', {class: 'deck'}, play, line, tools)
}

function sleepChoice({words, chapters}: Playback): HTMLSelectElement {
  return choice('sleep', words.sleep, [
    ['', `☾ ${words.off}`],
    ...[15, 30, 60].map((minutes) => [minutes, `☾ ${minutes} min`] as const),
    ...(chapters.length > 0 ? [[untilEndOfChapter, `☾ ${words.endOfChapter}`] as const] : []),
  ])
}

function choice(
  name: string,
  label: string,
  options: readonly (readonly [string | number, string])[],
): HTMLSelectElement {
  const made = options.map(([value, text]) => make('option', {value}, text))
  return make('select', {class: `tool ${name}`, 'aria-label': label, title: label}, ...made)
}
