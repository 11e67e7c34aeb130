/**
 * `H:MM:SS`, `MM:SS`, `SS`, each with a fraction after `.` or (as SubRip and continental keyboards write it) `,`.
 * The first number has no upper limit: "71:31" is a common way to write an hour and more.
 */
const clock = /^(?:(?:(\d{1,5}):)?(\d{1,6}):)?(\d{1,9})(?:[.,](\d{0,9}))?$/
/** `1h 2m 3s`, `90min`, and ISO 8601's `PT1H2M3S`. */
const units =
  /^(?:pt)?(?:(\d{1,6}) ?h(?:ours?|rs?)?)? ?(?:(\d{1,6}) ?m(?:in(?:ute)?s?)?)? ?(?:(\d{1,9}(?:\.\d{1,9})?) ?s(?:ec(?:ond)?s?)?)?$/
/** Word processors put typographic quotes into front matter (`“00:33:05"`); YAML then keeps them as text. */
const quotes = /^[\s"'“”„‟‘’‚«»`]+|[\s"'“”„‟‘’‚«»`]+$/g

/**
 * A duration or a point in time as people and files write it, in seconds: `1:02:03`, `02:03.5`, `71:31`, `3723`, `1h 2m`,
 * Normal Play Time with or without `npt:` (RFC 2326, section 3.6). `undefined` if it is none of them. A colon is never an exponent
 * or a base-60 integer here, so `1:02:03` means the same whichever YAML version read the file.
 */
export function parseDuration(text: string): number | undefined {
  if (text.length > 64) return undefined
  const bare = text.replace(quotes, '').replace(/^npt[:=]\s*/i, '')
  const match = clock.exec(bare)
  return match ? secondsOfClock(match) : secondsOfUnits(bare.toLowerCase())
}

function secondsOfClock([, hours, minutes, seconds = '', fraction = '']: RegExpExecArray): number | undefined {
  // Only the leading number may overflow: "1:75:00" is a slip of the pen, and guessing which one would move every later time.
  if (hours !== undefined && Number(minutes) > 59) return undefined
  if (minutes !== undefined && Number(seconds) > 59) return undefined
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  // Through text, so that 0.1 of a second is the same number wherever it stands.
  return Number(`${whole}.${fraction}0`)
}

function secondsOfUnits(text: string): number | undefined {
  const match = units.exec(text)
  if (!match) return undefined
  const [, hours, minutes, seconds] = match
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

/** For people: `1:02:03`, `2:03`, `0:07`. Whole seconds, cut and not rounded, as players show a position. */
export function formatDuration(seconds: number): string {
  const [hours, minutes, rest] = fieldsOf(Math.floor(Math.max(0, seconds)))
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`
}

/** For files: `HH:MM:SS.mmm`, the one form that WebVTT, Podlove chapters and every reader of them understand. */
export function formatTimestamp(seconds: number): string {
  const milliseconds = Math.round(Math.max(0, seconds) * 1000)
  return `${formatWholeTimestamp(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, '0')}`
}

/** `HH:MM:SS`, cut to the second: for links and lines where a fraction would stop platforms from seeing a time. */
export function formatWholeTimestamp(seconds: number): string {
  const [hours, minutes, rest] = fieldsOf(Math.floor(Math.max(0, seconds)))
  return `${pad(hours)}:${pad(minutes)}:${pad(rest)}`
}

function fieldsOf(wholeSeconds: number): [hours: number, minutes: number, seconds: number] {
  return [Math.floor(wholeSeconds / 3600), Math.floor(wholeSeconds / 60) % 60, wholeSeconds % 60]
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
