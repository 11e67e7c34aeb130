import type {feedValuesRules} from '../../src/model/problems/feed-rules-values.ts'
import {inChannel, inEntry, inItem, inOpmlHead, type RuleCase, type RuleCases} from './rule-case.ts'

const link = (length: string): string => `<link rel="related" length="${length}" href="https://example.com/2"/>`
const enclosure = (length: string): string =>
  `<enclosure url="https://example.com/1.mp3" length="${length}" type="audio/mpeg"/>`
const file = (attribute: string): string => `<media:content url="https://example.com/1.mp3" ${attribute}/>`
const only = (country: string): string =>
  `<media:restriction relationship="allow" type="country">${country}</media:restriction>`
const geo = (name: string, degrees: string): string =>
  `<geo:${name} xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#">${degrees}</geo:${name}>`
const period = (word: string): string =>
  `<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">${word}</sy:updatePeriod>`
const image = (more: string, url = 'https://example.com/logo.png'): string =>
  `<image><title>Show</title><link>https://example.com/</link><url>${url}</url>${more}</image>`
const parade = (counts: string): string =>
  `<lastBuildDate>Wed, 31 Jan 2024 09:00:00 GMT</lastBuildDate><item><title>One</title><guid>https://example.com/1</guid>
<slash:hit_parade xmlns:slash="http://purl.org/rss/1.0/modules/slash/">${counts}</slash:hit_parade></item>`

function author(bad: string): RuleCase {
  return inItem(`<author>${bad}</author>`, '<author>ada@example.com (Ada)</author>')
}

function email(bad: string): RuleCase {
  const named = (address: string): string => `<author><name>Ada</name><email>${address}</email></author>`
  return inEntry(named(bad), named('ada@example.com'))
}

function hour(bad: string): RuleCase {
  const skipped = (text: string): string => `<skipHours><hour>${text}</hour></skipHours>`
  return inChannel(skipped(bad), skipped('0'))
}

export const valuesCases: RuleCases<typeof feedValuesRules> = {
  'feed-number-not-positive': inChannel('<ttl>1.5</ttl>', '<ttl>60</ttl>'),
  'feed-number-negative': inEntry(link('-1'), link('0')),
  'feed-number-not-decimal': inItem(file('bitrate="128kbps"'), file('bitrate="128"')),
  'feed-number-not-integer': inOpmlHead('<windowTop>half</windowTop>', '<windowTop>105</windowTop>'),
  'feed-attribute-not-integer': inItem(enclosure('1.5 MB'), enclosure('1572864')),
  'feed-enclosure-length-negative': inItem(enclosure('-1'), enclosure('0')),
  'feed-not-true-or-false': inItem(file('isDefault="yes"'), file('isDefault="true"')),
  'feed-language-invalid': inChannel('<language>english</language>', '<language>en</language>'),
  'feed-country-invalid': inItem(only('UK'), only('gb')),
  'feed-mail-invalid': email('Ada ada@example.com'),
  'feed-mail-host-unknown': email('ada@localhost'),
  'feed-contact-invalid': author('Ada Lovelace'),
  'feed-contact-nameless': author('ada@example.com'),
  'feed-contact-form': author('Ada &#x3C;ada@example.com>'),
  'feed-hour-invalid': hour('25'),
  'feed-hour-midnight': hour('24'),
  'feed-day-invalid': inChannel('<skipDays><day>Mon</day></skipDays>', '<skipDays><day>Monday</day></skipDays>'),
  'feed-image-width-invalid': inChannel(image('<width>1400</width>'), image('<width>144</width>')),
  'feed-image-height-invalid': inChannel(image('<height>1400</height>'), image('<height>144</height>')),
  'feed-image-format': inChannel(image('', 'https://example.com/logo.svg'), image('')),
  'feed-update-period-invalid': inChannel(period('often'), period('daily')),
  'feed-latitude-invalid': inItem(geo('lat', '91.2'), geo('lat', '51.5')),
  'feed-longitude-invalid': inItem(geo('long', '-188'), geo('long', '-0.1')),
  'feed-hit-parade-invalid': inChannel(parade('many'), parade('12,7,3'), {line: 4}),
}
