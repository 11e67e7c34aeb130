import type {FeedRuleKind} from '../feed-rule.ts'
import {everyone, specs, validator} from './feed-rule-sources.ts'

/** Rules about dates and times. */
export const feedDatesRules = {
  'feed-date-not-rfc822': {
    severity: 'error',
    w3c: 'InvalidRFC2822Date',
    spec: specs.rfc822,
    profiles: everyone,
    why: 'RSS writes dates as mail does. Apps give an episode with another date the time of the download, or none.',
    bad: '<pubDate>2024-01-31</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-date-problematic': {
    severity: 'warning',
    w3c: 'ProblematicalRFC822Date',
    spec: specs.rfc822,
    profiles: validator,
    why: 'The date has comments, a year of two digits, spare blanks or the like: correct for mail, and not understood by every app.',
    bad: '<pubDate>Wed, 31 jan 24 09:00 +0545</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 03:15:00 GMT</pubDate>',
  },
  'feed-weekday-wrong': {
    severity: 'error',
    w3c: 'IncorrectDOW',
    spec: specs.rfc822,
    profiles: validator,
    why: 'The day of the week is not that of the date; either may be wrong.',
    bad: '<pubDate>Mon, 31 Jan 2024 09:00:00 GMT</pubDate>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-date-implausible': {
    severity: 'warning',
    w3c: 'ImplausibleDate',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The date is older than feeds are, or lies in the future; apps hide such episodes or keep them on top for ever.',
    bad: '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>',
    good: 'the date of publication',
  },
  'feed-date-not-rfc3339': {
    severity: 'error',
    w3c: 'InvalidRFC3339Date',
    spec: specs.rfc3339,
    profiles: validator,
    why: 'Atom and JSON Feed need date, time with seconds and a zone, with T and Z in capitals.',
    bad: '<updated>2024-01-31</updated>',
    good: '<updated>2024-01-31T09:00:00Z</updated>',
  },
  'feed-date-not-w3cdtf': {
    severity: 'error',
    w3c: 'InvalidW3CDTFDate',
    spec: specs.w3cDates,
    profiles: validator,
    why: 'Dublin Core and its kin write dates as year, month and day, with a zone if there is a time.',
    bad: '<dc:date>31 Jan 2024</dc:date>',
    good: '<dc:date>2024-01-31</dc:date>',
  },
  'feed-time-not-npt': {
    severity: 'error',
    w3c: 'InvalidNPTTime',
    spec: specs.npt,
    profiles: validator,
    why: 'A time within a recording is seconds, or hours, minutes and seconds with colons.',
    bad: '<media:thumbnail time="+17sec" url="..."/>',
    good: '<media:thumbnail time="0:00:17" url="..."/>',
  },
} as const satisfies Readonly<Record<string, FeedRuleKind>>
