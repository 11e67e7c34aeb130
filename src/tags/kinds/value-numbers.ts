import {parseDate} from '../../text/time/dates.ts'
import {parseDuration} from '../../text/time/durations.ts'
import type {ValueKind} from './value-kind.ts'
import {isWordForNothing, quotedAuthored, scalarKind} from './value-kinds.ts'

/** An instant. Without a zone it is in the show's time zone. */
export const dateTime: ValueKind<Date> = scalarKind('date', {type: ['string', 'number']}, (value, timeZone) => {
  if (isWordForNothing(value)) return {absent: true}
  const parsed = parseDate(value, timeZone)
  if ('at' in parsed) {
    const {at, doubt = doubtOfEpoch(at)} = parsed
    return doubt === undefined
      ? {value: at}
      : {value: at, remark: `${quotedAuthored(value)} ${doubt}`, isDoubtful: true}
  }
  return {
    wrong: `(${quotedAuthored(value)}) ${parsed.wrong}`,
    ...(parsed.hint === undefined ? {} : {hint: parsed.hint}),
  }
})

/** The clocks of computers begin there: a program writes this day if it knows none. */
function doubtOfEpoch(at: Date): string | undefined {
  const isEpoch = Math.abs(at.getTime()) <= 24 * 60 * 60 * 1000
  return isEpoch ? 'is the day that programs write if they know no date' : undefined
}

/** A duration in seconds. `0:00` counts as absent, because templates use it for "not known yet". */
export const duration: ValueKind<number> = scalarKind('duration', {type: ['string', 'number']}, (value) => {
  if (isWordForNothing(value)) return {absent: true}
  const seconds = parseDuration(value)
  if (seconds === undefined) {
    return {wrong: `is ${quotedAuthored(value)}, but must be a duration`, hint: 'Write 1:02:03, 42:10 or seconds'}
  }
  return seconds === 0 ? {absent: true} : {value: seconds}
})

/** A point in time within a recording, in seconds. Here `0:00` counts: it is the start. */
export const timestamp: ValueKind<number> = scalarKind('time', {type: ['string', 'number']}, (value) => {
  const seconds = parseDuration(value)
  if (seconds !== undefined) return {value: seconds}
  return {wrong: `is ${quotedAuthored(value)}, but must be a time`, hint: 'Write 0:00, 12:34 or 1:02:03'}
})

/** A duration that the author counts in minutes (`duration_min: 42`), as seconds. */
export const durationInMinutes: ValueKind<number> = scalarKind('minutes', {type: ['string', 'number']}, (value) => {
  if (isWordForNothing(value)) return {absent: true}
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(value))
    return {wrong: `is ${quotedAuthored(value)}, but must be a number of minutes`}
  return Number(value) === 0 ? {absent: true} : {value: Number(value) * 60}
})

/** A small amount as text. It never has an exponent, because apps read `5e-8` as 5. */
export const fixedPoint: ValueKind<string> = scalarKind('amount', {type: ['number', 'string']}, (value) => {
  const match = /^(\d{1,9})(?:\.(\d{1,18}))?(?:e-(\d{1,2}))?$/i.exec(value)
  if (!match) return {wrong: `is ${quotedAuthored(value)}, but must be an amount`, hint: 'Write 0.00000005'}
  const [, whole = '0', fraction = '', exponent = '0'] = match
  if (exponent === '0') return {value}
  // The point is moved in the text, because a number of JavaScript would be rounded.
  const digits = `${'0'.repeat(Number(exponent))}${whole}`
  const point = digits.length - Number(exponent)
  return {value: `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}${fraction}`}
})

const factors = new Map([
  ['', 1],
  ['b', 1],
  ['byte', 1],
  ['bytes', 1],
  ['octets', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
])

/** No recording of an episode is smaller. A smaller number was meant in megabytes, and apps would show a file of 43 bytes. */
const smallestFileInBytes = 2000

/** A file's size in bytes: `50603073`, `"94 829 007"`, `"50603073 bytes"`, `"13.7 MB"`. 0 and -1 mean "not known". */
export const sizeInBytes: ValueKind<number> = scalarKind('size in bytes', {type: ['string', 'number']}, (value) => {
  if (/^(?:-1|0)$/.test(value) || isWordForNothing(value)) return {absent: true}
  // Where separators stand in wrong places, the digits are still all there.
  if (/^\d{1,14}(?:[\s\u200b\u2060]\d{1,14}){1,5}$/.test(value) && !/^\d{1,3}(?:\s\d{3}){1,5}$/.test(value)) {
    const digits = value.replace(/\D/g, '')
    if (digits.length <= 15 && Number(digits) >= smallestFileInBytes)
      return {value: Number(digits), remark: `${quotedAuthored(value)} is read as ${digits} bytes`}
  }
  // Separators of thousands are spaces (also narrow ones), underscores, and a comma or a dot before exactly three digits.
  const match = /^(\d{1,3}(?:[\s_']\d{3}){1,5}|\d{1,3}(?:[,.]\d{3}){2,5}|\d{1,16}(?:\.\d{1,9})?) ?([a-z]{0,6})$/i.exec(
    value,
  )
  const factor = factors.get(match?.[2]?.toLowerCase() ?? '')
  if (!match || factor === undefined) {
    const clock = /^\d+(?::\d{2}){1,2}$/.test(value)
    return {
      wrong: `is ${quotedAuthored(value)}, but must be a size in bytes`,
      hint: clock
        ? 'This looks like a duration: call the key `duration`'
        : 'Write the whole number of bytes, for example 50603073',
    }
  }
  const digits = match[1] ?? ''
  const number = Number(/[,.]\d{3}[,.]/.test(digits) ? digits.replace(/[,.]/g, '') : digits.replace(/[\s_']/g, ''))
  const bytes = Math.round(number * factor)
  if (bytes < smallestFileInBytes || (factor === 1 && !Number.isInteger(number))) {
    return {
      wrong: `is ${quotedAuthored(value)}, which cannot be the size of a recording: ${bytes} bytes`,
      hint: 'If these are megabytes, write the unit ("13.7 MB"), or leave the key out and the file is measured',
    }
  }
  if (factor === 1) return {value: bytes}
  return {value: bytes, remark: `${quotedAuthored(value)} is not exact: apps get ${bytes} bytes as the size`}
})
