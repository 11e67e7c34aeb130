import {type Complaint, complaint, fine, type Value, type ValueCheck} from './rule-table.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** The first feeds are of 1997; what is older was typed wrong or computed from nothing. */
const oldestPlausibleYear = 1990

type DateParts = {
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
/** What parsers of mail make sense of, each in its own way: comments, two-digit years, blanks, other letters, whole names of months. */
const rfc822Odd =
  /^(?:(?<weekday>[a-z]{3})(?:[a-z]*),?\s*)?(?<day>\d{1,2})\s+(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s+(?<year>\d{4}|\d{2})\s+(?<hour>\d{1,2})\s*:\s*(?<minute>\d{1,2})(?:\s*:\s*(?<second>\d{1,2}))?\s*(?<zone>UT|GMT|[ECMP][SD]T|[A-IK-Z]|[+-]\d{4})$/i
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

/** RFC 822 with a year of four digits: https://www.rfc-editor.org/rfc/rfc822#section-5 */
export const rfc822Date: ValueCheck = (value) => {
  const {trimmed, subject} = value
  const good = rfc822Good.exec(trimmed)
  const match = good ?? rfc822Odd.exec(withoutComments(trimmed))
  const parts = match?.groups && readRfc822(match.groups)
  const hint = 'Write Wed, 02 Oct 2002 13:00:00 GMT'
  if (!parts || !exists(parts)) {
    return [complaint('feed-date-not-rfc822', `${subject} is not an RFC 822 date: ${quoted(value)}`, hint)]
  }
  if (parts.weekday !== undefined && weekdayOf(parts) !== parts.weekday) {
    return [complaint('feed-weekday-wrong', `${subject} names the wrong day of the week: ${quoted(value)}`, hint)]
  }
  if (!good) {
    const message = `${subject} is a date that only some readers understand: ${quoted(value)}`
    return [complaint('feed-date-problematic', message, hint)]
  }
  return plausible(parts, value)
}

function quoted({trimmed}: Value): string {
  return JSON.stringify(trimmed.slice(0, 60))
}

/** Comments nest in RFC 822; a counter is enough, and a text of brackets costs no more than any other. */
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
    hour: Number(groups.hour),
    minute: Number(groups.minute),
    second: Number(groups.second ?? 0),
    offsetInMinutes: zoneOffset(groups.zone ?? ''),
    ...(weekday === undefined ? {} : {weekday}),
  }
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

function plausible(parts: DateParts, {subject, facts, trimmed}: Value): readonly Complaint[] {
  const instant = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute - parts.offsetInMinutes)
  const future = facts.now !== undefined && instant > facts.now.getTime() + 24 * 60 * 60 * 1000
  if (parts.year >= oldestPlausibleYear && !future) return fine
  const what = future ? 'lies in the future' : 'is older than any feed'
  return [complaint('feed-date-implausible', `${subject} ${what}: ${JSON.stringify(trimmed)}`)]
}

const isoDate =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?)?)?)?$/

function readIso(
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

export function isRfc3339(text: string): boolean {
  const groups = readIso(text)?.groups
  return groups?.second !== undefined && groups.zone !== undefined
}

/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6, as Atom narrows it: `T` and `Z` in capitals. */
export const rfc3339Date: ValueCheck = (value) => {
  const read = readIso(value.trimmed)
  if (read?.groups.second === undefined || read.groups.zone === undefined) {
    return [
      complaint(
        'feed-date-not-rfc3339',
        `${value.subject} is not an RFC 3339 date: ${quoted(value)}`,
        'Write 2002-10-02T13:00:00Z: date, time with seconds, and zone',
      ),
    ]
  }
  return plausible(read.parts, value)
}

function w3cDtf(value: Value, zoneNeeded: boolean): readonly Complaint[] {
  const read = readIso(value.trimmed)
  if (read && (read.groups.hour === undefined || read.groups.zone !== undefined || !zoneNeeded)) {
    return plausible(read.parts, value)
  }
  const message = `${value.subject} is not a W3C date: ${quoted(value)}`
  return [complaint('feed-date-not-w3cdtf', message, 'Write 2002-10-02, or with a time and a zone 2002-10-02T13:00Z')]
}

/** https://www.w3.org/TR/NOTE-datetime: a year, month, day, or day and time with a zone. */
export const w3cDate: ValueCheck = (value) => w3cDtf(value, true)

/** The same, where the module leaves the zone to the place of the event. */
export const w3cDateWithOptionalZone: ValueCheck = (value) => w3cDtf(value, false)

const normalPlayTime = /^(?:\d+(?:\.\d+)?|(?:\d+:)?[0-5]?\d:[0-5]?\d(?:\.\d+)?|now)$/

/** Normal Play Time, RFC 2326 section 3.6: `90.5` or `0:01:30.5`. */
export const playTime: ValueCheck = ({trimmed, subject}) =>
  normalPlayTime.test(trimmed)
    ? fine
    : [
        complaint(
          'feed-time-not-npt',
          `${subject} is not a time of play: ${JSON.stringify(trimmed)}`,
          'Write 0:01:30.5',
        ),
      ]
