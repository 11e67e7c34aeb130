import type {Chapter} from '../model/chapter.ts'
import {cleanTitle} from './chapter-title.ts'

/** A second of a compact disc has 75 frames. */
const framesPerSecond = 75

type Draft = {readonly number: number; title?: string; startInSeconds?: number}

/**
 * The tracks of a cue sheet as chapters: `TRACK 01 AUDIO`, below it `TITLE "Welcome"` and `INDEX 01 02:10:00`. FLAC files have such a text
 * in a comment. https://en.wikipedia.org/wiki/Cue_sheet_(computing)
 */
export function cueSheetChapters(text: string): readonly Chapter[] {
  return tracksOf(text).flatMap(({number, title, startInSeconds}) =>
    startInSeconds === undefined ? [] : [{startInSeconds, title: cleanTitle(title ?? trackTitle(number))}],
  )
}

/** What a track is called that has only a number. */
export function trackTitle(number: number): string {
  return `Track ${number}`
}

function tracksOf(text: string): readonly Draft[] {
  const tracks: Draft[] = []
  for (const line of text.split(/\r\n?|\n/)) {
    const [, command = '', rest = ''] = /^\s*([A-Z]+)\s+(.*?)\s*$/i.exec(line.replace('\uFEFF', '')) ?? []
    const track = tracks.at(-1)
    const number = /^(\d{1,3})\s/.exec(`${rest} `)?.[1]
    if (/^track$/i.test(command) && number !== undefined) tracks.push({number: Number(number)})
    // What stands before the first track is about the whole file.
    else if (track !== undefined && /^title$/i.test(command)) track.title ??= unquoted(rest)
    else if (track !== undefined && /^index$/i.test(command)) startOf(track, rest)
  }
  return tracks
}

/** Index 00 is the pause before the track. */
function startOf(track: Draft, rest: string): void {
  const [, number, minutes, seconds, frames] = /^(\d{1,2})\s+(\d{1,4}):(\d{1,2}):(\d{1,2})$/.exec(rest) ?? []
  if (Number(number) === 1 && Number(seconds) < 60 && Number(frames) < framesPerSecond)
    track.startInSeconds ??= Number(minutes) * 60 + Number(seconds) + Number(frames) / framesPerSecond
}

function unquoted(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1) : text
}
