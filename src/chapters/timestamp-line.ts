import {parseDuration} from '../text/durations.ts'

/** A line that says when something starts. `rest` is what follows or precedes the time, without what joined the two. */
export type TimestampLine = {readonly startInSeconds: number; readonly endInSeconds?: number; readonly rest: string}

const time = '\\d{1,6}(?::\\d{1,2}){1,2}(?:[.,]\\d{1,9})?'
/** `[03:09]`, `(03:09)`, `[@03:09]`, `03:09 - 04:10`; what follows must not continue the time (`12:30pm`, `1:2:3:4`). */
const leading = new RegExp(`^[[(]?@?(${time})(?: ?[-–—] ?(${time}))?[\\])]?(?![\\p{L}\\d]|[.:]\\d)`, 'u')
/** `Title (03:09)`, `Title [03:09].`, `Title - 03:09`. */
const trailing = new RegExp(`(?:[[(]@?(${time})[\\])]|\\s[-–—|]\\s*(${time}))[.,;]?$`)
const separator = /^\s*(?:[-–—|:•·→]+(?=\s|$))?\s*/

/** A line of plain text that begins with a time; at least minutes and seconds, so that "10 ways" is none. */
export function readLeadingTime(text: string): TimestampLine | undefined {
  const match = leading.exec(text)
  if (!match) return undefined
  const startInSeconds = parseDuration(match[1] ?? '')
  if (startInSeconds === undefined) return undefined
  const endInSeconds = match[2] === undefined ? undefined : parseDuration(match[2])
  const rest = text.slice(match[0].length).replace(separator, '').trim()
  return {startInSeconds, ...(endInSeconds === undefined ? {} : {endInSeconds}), rest}
}

/** Longer lines are paragraphs, and looking for something at the end of them costs. */
const longestLineInCharacters = 1000

/** A line of plain text that ends with a time which is set off: in brackets, or behind a dash. */
export function readTrailingTime(text: string): TimestampLine | undefined {
  if (text.length > longestLineInCharacters) return undefined
  const match = trailing.exec(text)
  const startInSeconds = match ? parseDuration(match[1] ?? match[2] ?? '') : undefined
  if (!match || startInSeconds === undefined) return undefined
  return {startInSeconds, rest: text.slice(0, match.index).replace(/[\s:–—|-]+$/, '')}
}
