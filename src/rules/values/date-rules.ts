import {first, type Value, type ValueCheck} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {everyone, specs, validator} from '../rule-sources.ts'
import {type DateParts, instantOf, type MailDate, readIsoDate, readMailDate} from './read-dates.ts'

/** The first feeds are from 1997. An older date is a typing mistake, or a program computed it from an empty value. */
const oldestPlausibleYear = 1990
/** The limit if the caller gives no clock. Nobody plans so far ahead. */
const latestPlausibleYear = 2050
const dayInMilliseconds = 24 * 60 * 60 * 1000
const normalPlayTime = /^(?:\d+(?:\.\d+)?|(?:\d+:)?[0-5]?\d:[0-5]?\d(?:\.\d+)?|now)$/

const mailHint = 'Write Wed, 02 Oct 2002 13:00:00 GMT'

/** Rules for dates and times. */
export const dateRules = feedRules({
  'feed-date-not-rfc822': {
    severity: 'error',
    w3c: 'InvalidRFC2822Date',
    spec: specs.rfc822,
    profiles: everyone,
    why: 'RSS writes dates as mail does. If a date has another form, apps take the time of the download, or no date.',
    check: ({trimmed, subject}: Value, date: MailDate | undefined) =>
      date === undefined ? `${subject} is not an RFC 822 date: ${quoted(trimmed)}` : undefined,
    hint: mailHint,
    in: 'feed.xml on disk',
    bad: '<pubDate>2024-01-31</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-weekday-wrong': {
    severity: 'error',
    w3c: 'IncorrectDOW',
    spec: specs.rfc822,
    profiles: validator,
    why: 'The day of the week is not that of the date; either may be wrong.',
    check: ({trimmed, subject}: Value, date: MailDate | undefined) =>
      date?.hasWrongWeekday ? `${subject} names the wrong day of the week: ${quoted(trimmed)}` : undefined,
    hint: mailHint,
    in: 'feed.xml on disk',
    bad: '<pubDate>Mon, 31 Jan 2024 09:00:00 GMT</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-date-problematic': {
    severity: 'warning',
    w3c: 'ProblematicalRFC822Date',
    spec: specs.rfc822,
    profiles: validator,
    why: 'The date has comments, a year of two digits, full names of days or months, or a clock of 12 hours. Only some apps understand such a date.',
    check: ({trimmed, subject}: Value, date: MailDate | undefined) =>
      date?.isGood === false ? `${subject} is a date that only some readers understand: ${quoted(trimmed)}` : undefined,
    hint: mailHint,
    in: 'feed.xml on disk',
    bad: '<pubDate>Wed, 31 jan 24 09:00 +0545</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 03:15:00 GMT</pubDate>',
  },
  'feed-date-implausible': {
    severity: 'warning',
    w3c: 'ImplausibleDate',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The date is from a time before there were feeds, or is in the future. Apps hide such an episode, or keep it on top of the list for ever.',
    check: ({subject, facts, trimmed}: Value, parts: DateParts | undefined) => {
      if (parts === undefined) return undefined
      const isFuture =
        parts.year > latestPlausibleYear ||
        (facts.now !== undefined && instantOf(parts) > facts.now.getTime() + dayInMilliseconds)
      if (parts.year >= oldestPlausibleYear && !isFuture) return undefined
      return `${subject} ${isFuture ? 'lies in the future' : 'is older than any feed'}: ${JSON.stringify(trimmed)}`
    },
    in: 'item',
    bad: '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-date-not-rfc3339': {
    severity: 'error',
    w3c: 'InvalidRFC3339Date',
    spec: specs.rfc3339,
    profiles: validator,
    why: 'Atom and JSON Feed need date, time with seconds and a zone, with T and Z in capitals.',
    check: ({trimmed, subject}: Value) =>
      isRfc3339(trimmed) ? undefined : `${subject} is not an RFC 3339 date: ${quoted(trimmed)}`,
    hint: 'Write 2002-10-02T13:00:00Z: date, time with seconds, and zone',
    in: 'feed',
    bad: '<updated>2024-01-31</updated>',
    good: '<updated>2024-01-31T09:00:00Z</updated>',
  },
  'feed-date-not-w3cdtf': {
    severity: 'error',
    w3c: 'InvalidW3CDTFDate',
    spec: specs.w3cDates,
    profiles: validator,
    why: 'Dublin Core and similar vocabularies write dates as year, month and day. If there is a time, there must be a zone as well.',
    check: ({trimmed, subject}: Value, isZoneNeeded: boolean) => {
      const groups = readIsoDate(trimmed)?.groups
      const isDate = groups && (groups.hour === undefined || groups.zone !== undefined || !isZoneNeeded)
      return isDate ? undefined : `${subject} is not a W3C date: ${quoted(trimmed)}`
    },
    hint: 'Write 2002-10-02, or with a time and a zone 2002-10-02T13:00Z',
    in: 'feed.xml on disk',
    bad: '<dc:date>31 Jan 2024</dc:date>',
    good: '<dc:date>2024-01-31</dc:date>',
  },
  'feed-time-not-npt': {
    severity: 'error',
    w3c: 'InvalidNPTTime',
    spec: specs.npt,
    profiles: validator,
    why: 'A time within a recording is seconds, or hours, minutes and seconds with colons.',
    check: ({trimmed, subject}: Value) =>
      normalPlayTime.test(trimmed) ? undefined : `${subject} is not a time of play: ${JSON.stringify(trimmed)}`,
    hint: 'Write 0:01:30.5',
    in: 'feed.xml on disk',
    bad: '<media:thumbnail time="+17sec" url="..."/>',
    good: '<media:thumbnail time="0:00:17" url="..."/>',
  },
})

const implausible = dateRules['feed-date-implausible'].judge

export const rfc822Date: ValueCheck = (value) => {
  const date = readMailDate(value.trimmed)
  const checks = first(
    () => dateRules['feed-date-not-rfc822'].judge(value, date),
    // If the form is bad, the author must write the date again, so the name of the day is not reported.
    () => dateRules['feed-date-problematic'].judge(value, date),
    () => dateRules['feed-weekday-wrong'].judge(value, date),
    () => implausible(value, date?.parts),
  )
  return checks(value)
}

/** Whether a date has the form of https://www.rfc-editor.org/rfc/rfc3339#section-5.6. Atom also requires capitals for `T` and `Z`. */
export function isRfc3339(text: string): boolean {
  const groups = readIsoDate(text)?.groups
  return groups?.second !== undefined && groups.zone !== undefined
}

export const rfc3339Date: ValueCheck = first(dateRules['feed-date-not-rfc3339'].judge, (value) =>
  implausible(value, readIsoDate(value.trimmed)?.parts),
)

function w3c(isZoneNeeded: boolean): ValueCheck {
  return first(
    (value) => dateRules['feed-date-not-w3cdtf'].judge(value, isZoneNeeded),
    (value) => implausible(value, readIsoDate(value.trimmed)?.parts),
  )
}

/** A year, a month, a day, or a day and time with a zone. https://www.w3.org/TR/NOTE-datetime */
export const w3cDate: ValueCheck = w3c(true)

/** The same for a module that allows a time without a zone: then the location of the event gives the zone. */
export const w3cDateWithOptionalZone: ValueCheck = w3c(false)

/** Normal Play Time, RFC 2326 section 3.6: `90.5` or `0:01:30.5`. */
export const playTime: ValueCheck = dateRules['feed-time-not-npt'].judge
