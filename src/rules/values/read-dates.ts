const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export type DateParts = {
  readonly weekday?: string
  readonly day: number
  /** 1 to 12. */
  readonly month: number
  readonly year: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offsetInMinutes: number
}

const rfc822Good =
  /^(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>\d{1,2}) (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))? (?<zone>UT|GMT|[ECMP][SD]T|[A-IK-Z]|[+-]\d\d(?:00|30))$/
/**
 * Forms that some parsers of mail understand, each parser in its own way: comments, two-digit years, blanks, any case, whole names,
 * clocks of 12 hours.
 */
const rfc822Odd =
  /^(?:(?<weekday>[a-z]{3})(?:[a-z]*),?\s*)?(?<day>\d{1,2})\s+(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s+(?<year>\d{4}|\d{2})\s+(?<hour>\d{1,2})\s*:\s*(?<minute>\d{1,2})(?:\s*:\s*(?<second>\d{1,2}))?(?:\s*(?<half>[ap]m))?\s*(?<zone>UT|GMT|[ECMP][SD]T|[A-IK-Z]|[+-]\d{4})$/i
const zones: ReadonlyMap<string, number> = new Map([
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
])

/** A date of mail as it was read. `isGood` is false if only some parsers understand its form. */
export type MailDate = {readonly parts: DateParts; readonly isGood: boolean; readonly hasWrongWeekday: boolean}

/** Reads a date of RFC 822 with a year of four digits. https://www.rfc-editor.org/rfc/rfc822#section-5 */
export function readMailDate(text: string): MailDate | undefined {
  const good = rfc822Good.exec(text)
  const match = good ?? rfc822Odd.exec(withoutComments(text))
  const parts = match?.groups && readRfc822(match.groups)
  if (!parts || !exists(parts)) return undefined
  const hasWrongWeekday = parts.weekday !== undefined && weekdayOf(parts) !== parts.weekday
  return {parts, isGood: good !== null, hasWrongWeekday}
}

/** Comments may nest in RFC 822. A counter is enough for that, and with it a text of many brackets costs no more than any other. */
function withoutComments(text: string): string {
  if (!text.includes('(') || text.length > 300) return text.slice(0, 301)
  let depth = 0
  let kept = ''
  for (const character of text) {
    if (character === '(') depth += 1
    else if (character === ')' && depth > 0) depth -= 1
    else if (depth === 0) kept += character
  }
  return kept.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim()
}

function readRfc822(groups: Readonly<Record<string, string | undefined>>): DateParts | undefined {
  const month = months.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1
  const weekday = groups.weekday?.toLowerCase()
  if (month === 0 || (weekday !== undefined && !weekdays.includes(weekday))) return undefined
  const written = Number(groups.year)
  return {
    day: Number(groups.day),
    month,
    year: groups.year?.length === 2 ? written + (written < 50 ? 2000 : 1900) : written,
    hour: hourOfDay(Number(groups.hour), groups.half),
    minute: Number(groups.minute),
    second: Number(groups.second ?? 0),
    offsetInMinutes: zoneOffset(groups.zone ?? ''),
    ...(weekday === undefined ? {} : {weekday}),
  }
}

/** `half` is am or pm on a clock of twelve hours. Such a clock never shows 13, so a time with 13 does not exist. */
function hourOfDay(written: number, half: string | undefined): number {
  if (half === undefined) return written
  if (written < 1 || written > 12) return Number.NaN
  return (written % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function zoneOffset(zone: string): number {
  const numeric = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (!numeric) return zones.get(zone.toUpperCase()) ?? 0
  const size = Number(numeric[2]) * 60 + Number(numeric[3])
  return numeric[1] === '-' ? -size : size
}

function exists({year, month, day, hour, minute, second, offsetInMinutes}: DateParts): boolean {
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  return hour < 24 && minute < 60 && second <= 60 && Math.abs(offsetInMinutes) < 24 * 60
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate()
}

function weekdayOf({year, month, day}: DateParts): string | undefined {
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
}

const isoDate =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?)?)?)?$/

export function readIsoDate(
  text: string,
): {readonly parts: DateParts; readonly groups: Readonly<Record<string, string | undefined>>} | undefined {
  const groups = isoDate.exec(text)?.groups
  if (!groups) return undefined
  const parts: DateParts = {
    year: Number(groups.year),
    month: Number(groups.month ?? 1),
    day: Number(groups.day ?? 1),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    offsetInMinutes: zoneOffset(groups.zone ?? 'Z'),
  }
  return exists(parts) ? {parts, groups} : undefined
}

/** Milliseconds since 1970, without the seconds of the time. */
export function instantOf({year, month, day, hour, minute, offsetInMinutes}: DateParts): number {
  return Date.UTC(year, month - 1, day, hour, minute - offsetInMinutes)
}
