import {tzOffset} from '@date-fns/tz'
import {monthNames} from './month-names.ts'

/** `doubt`: what in the text contradicts the date that was read. */
export type ParsedDate = {readonly at: Date; readonly doubt?: string} | {readonly wrong: string; readonly hint?: string}

/** What stands on the page: a calendar date, a wall-clock time, and a zone if one was written. */
type WrittenDate = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of UTC; absent: in the zone of the caller. */
  readonly offsetInMinutes?: number
}

const example = 'Write it as 2024-01-31, or with a time and a zone: 2024-01-31T09:00:00+01:00'

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\.?)?`
/** JavaScript writes `GMT+0100`, and Go the offset with the name of the zone behind it: `+0100 CET`, `+0000 UTC`. */
const zone = String.raw`(?:gmt|utc)?(?<zone>z|[+-]\d{2}(?::?\d{2})?|[a-z]{2,5})(?:(?<=\d) [a-z]{3,5})?`
const clock = String.raw`(?:(?:t|,? at |,? |,)${time}(?: ?${zone})?)?\.?`
const ordinal = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`
const monthName = '(?<monthName>[a-zà-ÿ]{3,10})'
/** RFC 2822 allows a comment at the end; mail tools write "(UTC)", JavaScript "(Central European Standard Time)". */
const comment = / \([a-z '.+-]{1,48}\)$/
const weekday = /^(sun|mon|tue|wed|thu|fri|sat)(?:s?|nes|rs?|ur)(?:day)?[.,]* /

/** Each form is anchored and has no repeated group, so matching is linear. Tried in order. */
const forms: readonly RegExp[] = [
  // 2024-01-31, 2024-1-31 9:05, 2024/01/31T09:00:00+01:00
  new RegExp(String.raw`^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${clock}$`),
  // 20140204, 20140204T0930, 20140204093000
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zone>z)?)?$/,
  // RFC 2822, and 13 April 2022, 13. April 2022, 13th of April 2022, 1er avril 2022, 13 de abril de 2022
  new RegExp(String.raw`^${ordinal} (?:of |de )?${monthName}\.?,? (?:de )?(?<year>\d{4}|\d{2})${clock}$`),
  // May 1st, 2025; March 22nd 2016; Apr 13 2022 10:00
  new RegExp(String.raw`^${monthName}\.? ${ordinal},? (?<year>\d{4})${clock}$`),
  // Apr 13 10:00:00 UTC 2022: ctime, and `date` of Unix.
  new RegExp(String.raw`^(?<monthName>[a-z]{3}) (?<day>\d{1,2}) ${time}(?: ${zone})? (?<year>\d{4})$`),
  // 31.01.2024: the dots are used in no country that puts the month first.
  new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${clock}$`),
]

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** The zone names of RFC 822 and the two that European hosts print. Others are refused: `IST` is three different zones. */
const zoneNames = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['cet', 60],
  ['cest', 120],
])

/**
 * A date as podcasters write it: RFC 3339 and its careless forms, RFC 2822, `May 1st, 2025`, `31. Januar 2026`, `20140204`, seconds or
 * milliseconds since 1970. A date without a zone is in `timeZone` (IANA), a date without a time is midnight there.
 * `wrong` says what cannot be a date; `01/02/2024` is refused because half of its readers would see another day.
 */
export function parseDate(text: string, timeZone: string): ParsedDate {
  const bare = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  if (bare.length > 96) return {wrong: 'is too long to be a date', hint: example}
  // 8 digits are a date, 12 and 14 a date and a time; 13 can only be milliseconds (Syntax), 9 and 10 only seconds.
  if (/^\d{13}$/.test(bare)) return {at: new Date(Number(bare))}
  if (/^\d{9,10}$/.test(bare)) return {at: new Date(Number(bare) * 1000)}
  const withoutComment = bare.replace(comment, '')
  const day = weekday.exec(withoutComment)
  const withoutWeekday = withoutComment.slice(day?.[0].length ?? 0)
  for (const form of forms) {
    const groups = form.exec(withoutWeekday)?.groups
    if (groups) return fromGroups({...groups, weekday: day?.[1]}, timeZone)
  }
  if (/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(bare)) {
    return {wrong: 'does not say which number is the day and which the month', hint: example}
  }
  return {wrong: 'is not a date', hint: example}
}

type Groups = Readonly<Record<string, string | undefined>>

function fromGroups(groups: Groups, timeZone: string): ParsedDate {
  const month = groups.monthName === undefined ? Number(groups.month) : monthNames.get(groups.monthName)
  if (month === undefined) return {wrong: `has an unknown month "${groups.monthName}"`, hint: example}
  const offsetInMinutes = groups.zone === undefined ? undefined : offsetOf(groups.zone)
  if (groups.zone !== undefined && offsetInMinutes === undefined) {
    return {wrong: `has an unknown time zone "${groups.zone}"`, hint: 'Write the offset instead, for example +01:00'}
  }
  const year = fullYear(groups.year ?? '')
  const day = Number(groups.day)
  const parsed = instantOf(
    {
      year,
      month,
      day,
      hour: hourOf(groups),
      minute: Number(groups.minute ?? 0),
      // RFC 2822 allows the leap second; no app shows it and Date has none.
      second: Math.min(Number(groups.second ?? 0), groups.second === '60' ? 59 : 99),
      millisecond: Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0')),
      ...(offsetInMinutes === undefined ? {} : {offsetInMinutes}),
    },
    timeZone,
  )
  const doubt = 'at' in parsed ? doubtOf(groups.weekday, year, month, day) : undefined
  return doubt === undefined ? parsed : {...parsed, doubt}
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The weekday is not needed for a date, so it decides nothing; but if it is another one, one of the two is a slip. */
function doubtOf(written: string | undefined, year: number, month: number, day: number): string | undefined {
  const real = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  if (written === undefined || real.toLowerCase().startsWith(written)) return undefined
  const named = weekdays.find((each) => each.toLowerCase().startsWith(written))
  const date = `${day} ${monthLabel(month)} ${year}`
  return `names a ${named}, but ${date} is a ${real}; it is read as ${date}`
}

function monthLabel(month: number): string {
  const name = months[month - 1] ?? ''
  return `${name[0]?.toUpperCase()}${name.slice(1)}`
}

/** RFC 2822, section 4.3: two digits from 50 on are of the last century. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year + (year < 50 ? 2000 : 1900)
}

function hourOf({hour = '0', half}: Groups): number {
  const value = Number(hour)
  if (half === undefined) return value
  // 12-hour clocks go 12, 1, 2: noon is 12 pm. "13 pm" stays out of range and is refused.
  if (value < 1 || value > 12) return Number.POSITIVE_INFINITY
  return (value % 12) + (half === 'p' ? 12 : 0)
}

function offsetOf(zoneText: string): number | undefined {
  const named = zoneNames.get(zoneText)
  if (named !== undefined) return named
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zoneText)
  if (!match) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 18 * 60 || Number(match[3] ?? 0) > 59) return undefined
  return match[1] === '-' ? -minutes : minutes
}

function instantOf(written: WrittenDate, timeZone: string): ParsedDate {
  const {year, month, day, hour, minute, second, millisecond} = written
  if (year < 1000) return {wrong: `has the year ${year}`, hint: example}
  if (month < 1 || month > 12) return {wrong: `has a month ${month}`, hint: example}
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > daysInMonth) {
    return {wrong: `is a day that does not exist: ${day} ${monthLabel(month)} ${year}`, hint: example}
  }
  // ISO 8601: the end of a day may be written as its 24th hour. `Date` takes it for the beginning of the next one.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59)
    return {wrong: 'has a time of day that does not exist', hint: example}
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
  if (written.offsetInMinutes !== undefined) return {at: new Date(wallClock - written.offsetInMinutes * 60_000)}
  return {at: new Date(inZone(wallClock, timeZone))}
}

const dayInMilliseconds = 86_400_000

/**
 * The instant at which clocks in `timeZone` show `wallClock`. Where the clocks went back and it happened twice: the first;
 * where they went forward and it never happened: as much later as the clocks were moved.
 */
function inZone(wallClock: number, timeZone: string): number {
  const before = wallClock - offsetAt(timeZone, wallClock - dayInMilliseconds)
  const after = wallClock - offsetAt(timeZone, wallClock + dayInMilliseconds)
  const shows = (instant: number) => instant + offsetAt(timeZone, instant) === wallClock
  return shows(before) || !shows(after) ? before : after
}

function offsetAt(timeZone: string, instant: number): number {
  return tzOffset(timeZone, new Date(instant)) * 60_000
}

/** Whether `name` is a time zone of the IANA database, as far as this system has it. */
export function isTimeZone(name: string): boolean {
  // Offsets such as +01:00 pass elsewhere, but know no summer time.
  return /^[A-Za-z]/.test(name) && !Number.isNaN(tzOffset(name, new Date(0)))
}
