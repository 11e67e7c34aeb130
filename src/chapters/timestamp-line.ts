import {clockTime, readLeadingMark, readTrailingMark} from '../text/time/clock-times.ts'

/** A line that says when something starts. `rest` is the text after or before the time, without the signs between them. */
export type TimestampLine = {readonly startInSeconds: number; readonly endInSeconds?: number; readonly rest: string}

const separator = /^\s*(?:[-–—|:•·→]+(?=\s|$))?\s*/
/** A sign behind the bracket that ends a line. */
const pointAtEnd = /(?<=[)\]}])[.,;]$/
/** A dash that sets off the time behind it. */
const dashAtEnd = /\s[-–—|]\s*$/
/** An opening bracket that is never closed, or a closing one that was never opened. */
const halfBracketed = new RegExp(
  `^(?:[[(](?=@?${clockTime}(?![^\\s\\p{L}]*[\\])]))|(@?${clockTime})[\\])](?=\\s))`,
  'u',
)

/** Reads a line of plain text that begins with a time. A time has at least minutes and seconds, so that "10 ways" is none. */
export function readLeadingTime(text: string): TimestampLine | undefined {
  const mark = readLeadingMark(text) ?? readLeadingMark(text.replace(halfBracketed, '$1'))
  if (!mark) return undefined
  const {startInSeconds, endInSeconds, rest} = mark
  const title = rest.replace(separator, '').trim()
  return {startInSeconds, ...(endInSeconds === undefined ? {} : {endInSeconds}), rest: title}
}

/** Longer lines are paragraphs, and a search at their end is slow. */
const longestLineInCharacters = 1000

/** Reads a line of plain text that ends with a time that is set off: in brackets, or behind a dash. */
export function readTrailingTime(text: string): TimestampLine | undefined {
  if (text.length > longestLineInCharacters) return undefined
  const mark = readTrailingMark(text.replace(pointAtEnd, ''))
  if (!mark || !(mark.isBracketed || dashAtEnd.test(mark.rest))) return undefined
  const {startInSeconds, endInSeconds, rest} = mark
  return {
    startInSeconds,
    ...(endInSeconds === undefined ? {} : {endInSeconds}),
    rest: rest.replace(/[\s:–—|-]+$/, ''),
  }
}
