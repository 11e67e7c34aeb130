import type {feedDatesRules} from '../../src/model/problems/feed-rules-dates.ts'
import {inChannel, inEntry, inItem, type RuleCase, type RuleCases} from './rule-case.ts'

function pubDate(bad: string): RuleCase {
  return inItem(`<pubDate>${bad}</pubDate>`, '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>')
}

const thumbnail = (time: string): string => `<media:thumbnail url="https://example.com/1.png" time="${time}"/>`

export const datesCases: RuleCases<typeof feedDatesRules> = {
  'feed-date-not-rfc822': pubDate('2024-01-31'),
  'feed-date-problematic': pubDate('Wed, 31 jan 24 09:00 GMT'),
  'feed-weekday-wrong': pubDate('Mon, 31 Jan 2024 09:00:00 GMT'),
  'feed-date-implausible': pubDate('Thu, 01 Jan 1970 00:00:00 GMT'),
  'feed-date-not-rfc3339': inEntry('<published>2024-01-31</published>', '<published>2024-01-31T09:00:00Z</published>'),
  'feed-date-not-w3cdtf': inChannel('<dc:date>31 Jan 2024</dc:date>', '<dc:date>2024-01-31</dc:date>'),
  'feed-time-not-npt': inItem(thumbnail('+17sec'), thumbnail('0:00:17')),
}
