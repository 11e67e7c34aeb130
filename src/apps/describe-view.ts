import {formatDuration} from '../text/time/durations.ts'
import type {AppView, CountedLimit} from './app-view.ts'

/** What an app shows, for a terminal. */
export function appViewAsText(view: AppView): string {
  const {appTitle, show, title, hiddenBecause, notes, chapters, artwork, limits} = view
  const lines = [
    `${title}`,
    `${show}, in ${appTitle}`,
    ...(hiddenBecause === undefined ? [] : ['', `${appTitle} does not show this episode: ${hiddenBecause}.`]),
    '',
    `Notes (${notes.from})`,
    ...indented(notes.text === '' ? 'none' : notes.text),
    '',
    chapters.from === undefined ? 'Chapters' : `Chapters (${chapters.from})`,
    ...chapters.list.map(({startInSeconds, title}) => `  ${formatDuration(startInSeconds).padStart(7)}  ${title}`),
    ...(chapters.reason === undefined ? [] : [`  none: ${chapters.reason}`]),
    '',
    'Artwork',
    `  ${artwork === undefined ? 'none' : artworkLine(artwork)}`,
    '',
    'Limits',
    ...limits.map(limitLine),
  ]
  return `${lines.join('\n')}\n`
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `  ${line}`))
}

function artworkLine({url, isOfEpisode, widthInPixels, heightInPixels}: NonNullable<AppView['artwork']>): string {
  const size = widthInPixels === undefined ? '' : ` (${widthInPixels} × ${heightInPixels})`
  return `${url}${size}, ${isOfEpisode ? 'of the episode' : 'of the show'}`
}

function limitLine({what, count, limit, unit, isKept}: CountedLimit): string {
  return `  ${what.padEnd(22)} ${count} of ${limit} ${unit}${isKept ? '' : ': outside the limit'}`
}
