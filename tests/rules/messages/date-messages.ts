import {across, grid, type MessageTable, words} from './message-row.ts'

const mailDates = [
  'Wed, 31 Jan 2024 09:00:00 GMT',
  '31 Jan 2024 09:00:00 GMT',
  'Thu, 1 Feb 2024 09:00:00 GMT',
  'Thu, 01 Feb 2024 09:00 GMT',
  'Thu, 29 Feb 2024 23:59:60 +0000',
  ...words(`UT GMT Z EST EDT CST CDT MST MDT PST PDT +0100 -0330 -0000 A M Y`).map(
    (zone) => `31 Jan 2024 09:00:00 ${zone}`,
  ),
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
    (month) => `10 ${month} 2024 09:00:00 GMT`,
  ),
  ...['Mon, 01', 'Tue, 02', 'Wed, 03', 'Thu, 04', 'Fri, 05', 'Sat, 06', 'Sun, 07'].map(
    (day) => `${day} Jan 2024 09:00:00 GMT`,
  ),
]
const oddMailDates = [
  'Wed, 31 Jan 24 09:00:00 GMT',
  'wed, 31 jan 2024 09:00:00 gmt',
  'Wed,31 Jan 2024 09:00:00 GMT',
  'Wed,  31 Jan 2024 09:00:00 GMT',
  'Wed, 31 January 2024 09:00:00 GMT',
  'Wednesday, 31 Jan 2024 09:00:00 GMT',
  'Wed, 31 Jan 2024 09:00:00 (noon) GMT',
  'Wed (mid (of) week), 31 Jan 2024 09:00 +0000',
  'Wed, 31 Jan 2024 9:00:00 GMT',
  'Wed, 31 Jan 2024 09:00:00 AM GMT',
  'Wed, 31 Jan 2024 9:05 pm EST',
  'Wed, 31 Jan 2024 09:00:00 +0545',
  'Monday, 31 Jan 2024 09:00:00 GMT',
]
const noMailDates = [
  '2024-01-31',
  '2024-01-31T09:00:00Z',
  '31/01/2024',
  '01/31/24',
  'Jan 31, 2024',
  'yesterday',
  '1706691600',
  'Wed, 31 Jan 2024',
  'Wed, 31 Jan 2024 09:00:00',
  'Wed, 31 Jan 2024 09:00:00 UTC',
  'Wed, 31 Jan 2024 09:00:00 CET',
  'Wed, 31 Jan 2024 09:00:00 +01:00',
  'Wed, 32 Jan 2024 09:00:00 GMT',
  'Fri, 30 Feb 2024 09:00:00 GMT',
  'Wed, 31 Jan 2024 24:00:00 GMT',
  'Wed, 31 Jan 2024 09:60:00 GMT',
  'Wed, 31 Jan 2024 09:00:61 GMT',
  'Wed, 31 Foo 2024 09:00:00 GMT',
  'Xyz, 31 Jan 2024 09:00:00 GMT',
  'Wed, 00 Jan 2024 09:00:00 GMT',
  'Wed, 31 Jan 09:00:00 GMT',
  'Mi, 31 Jan 2024 09:00:00 GMT',
  '31-Jan-2024 09:00:00 GMT',
  'Wed, 31 Jan 2024 13:00:00 PM GMT',
  'Wed, 31 Jan 2024 09:00:00 J',
]
const netDates = [
  '2024-01-31T09:00:00Z',
  '2024-01-31T09:00:00.5Z',
  '2024-01-31T09:00:00.123456+01:00',
  '2024-01-31T09:00:00-08:30',
  '2024-02-29T00:00:00Z',
  '2024-12-31T23:59:60Z',
  '2024-01-31T09:00:00+00:00',
]
const noNetDates = [
  '2024',
  '2024-01',
  '2024-01-31',
  '2024-01-31T09:00Z',
  '2024-01-31T09:00:00',
  '2024-01-31 09:00:00Z',
  '2024-01-31t09:00:00z',
  '20240131T090000Z',
  '2024-01-31T090000Z',
  '2024-01-31T09:00:00+0100',
  '2024-01-31T09:00:00+01',
  '2024-1-31T09:00:00Z',
  '2024-13-01T09:00:00Z',
  '2024-00-10T09:00:00Z',
  '2023-02-29T09:00:00Z',
  '2024-04-31T09:00:00Z',
  '2024-01-32T09:00:00Z',
  '2024-01-00T09:00:00Z',
  '2024-01-31T24:00:00Z',
  '2024-01-31T09:60:00Z',
  '2024-01-31T09:00:61Z',
  '24-01-31T09:00:00Z',
  '-01-31T09:00:00Z',
  '2024-01-31 T 09:00:00Z',
  '2024-01-31T09:00:00 Z',
  '2024 - 01 - 31T09:00:00Z',
  '2024-01-31T 09:00:00Z',
  '2024-01-31T09 :00:00Z',
  '2024-01-31T09:00:00,5Z',
  '2024-01-31T09:00:00.Z',
  'Wed, 31 Jan 2024 09:00:00 GMT',
  '2024/01/31T09:00:00Z',
  '2024-01-31T09:00:00CET',
  '2024-W05-3T09:00:00Z',
  '2024-031T09:00:00Z',
  '',
]
const w3cDates = [
  '2024',
  '2024-01',
  '2024-01-31',
  '2024-01-31T09:00Z',
  '2024-01-31T09:00:00Z',
  '2024-01-31T09:00:00.25Z',
  '2024-01-31T09:00+01:00',
]
const noW3cDates = [
  '',
  '31 Jan 2024',
  '2024-1-31',
  '2024-01-32',
  '2024-13',
  '2024-02-30',
  '2024-01-31T09Z',
  '2024-01-31T09:00:00',
  '2024-01-31 09:00Z',
  '2024-01-31T25:00Z',
  '20240131',
  'Wed, 31 Jan 2024 09:00:00 GMT',
  '2024-01-31T09:00z',
  '24-01-31',
]

/** Dates and times. */
export const dateMessages: MessageTable = {
  InvalidRFC2822Date: {
    rules: ['feed-date-not-rfc822'],
    bad: {
      channel: grid('<{}>[]</{}>', ['pubDate', 'lastBuildDate'], noMailDates),
      item: across('<pubDate>{}</pubDate>', noMailDates),
      'head of OPML': grid('<{}>[]</{}>', ['dateCreated', 'dateModified'], noMailDates),
      'body of OPML': across('<outline text="a" created="{}"/>', noMailDates),
    },
    good: {
      channel: grid('<{}>[]</{}>', ['pubDate', 'lastBuildDate'], [...mailDates, ...oddMailDates]),
      item: across('<pubDate>{}</pubDate>', [...mailDates, ...oddMailDates, '\n Wed, 31 Jan 2024 09:00:00 GMT ']),
      'head of OPML': across('<dateCreated>{}</dateCreated>', mailDates),
      'body of OPML': across('<outline text="a" created="{}"/>', mailDates),
    },
  },
  ProblematicalRFC822Date: {
    rules: ['feed-date-problematic'],
    bad: {
      channel: grid('<{}>[]</{}>', ['pubDate', 'lastBuildDate'], oddMailDates),
      item: across('<pubDate>{}</pubDate>', oddMailDates),
    },
    good: {channel: across('<pubDate>{}</pubDate>', mailDates), item: across('<pubDate>{}</pubDate>', mailDates)},
  },
  ImplausibleDate: {
    rules: ['feed-date-implausible'],
    bad: {
      channel: across('<pubDate>{}</pubDate>', [
        'Thu, 01 Jan 1970 00:00:00 GMT',
        '04 Jul 1776 09:00:00 GMT',
        '31 Jan 2525 09:00:00 GMT',
      ]),
      item: across('<pubDate>{}</pubDate>', ['31 Dec 1969 09:00:00 GMT', '31 Jan 3024 09:00:00 GMT']),
      feed: across('<updated>{}</updated>', ['1970-01-01T00:00:00Z', '0024-01-31T09:00:00Z', '2204-01-31T09:00:00Z']),
      entry: grid('<{}>[]</{}>', ['updated', 'published'], ['1899-12-30T00:00:00Z', '9999-12-31T00:00:00Z']),
    },
    good: {
      item: across('<pubDate>{}</pubDate>', ['31 Jan 1997 09:00:00 GMT', '31 Jan 2024 09:00:00 GMT']),
      entry: across('<updated>{}</updated>', ['1999-01-31T09:00:00Z', '2024-01-31T09:00:00Z']),
    },
  },
  InvalidRFC3339Date: {
    rules: ['feed-date-not-rfc3339', 'feed-space-unexpected'],
    bad: {
      feed: across('<updated>{}</updated>', noNetDates),
      entry: grid('<{}>[]</{}>', ['updated', 'published', 'app:edited'], noNetDates),
      item: across('<atom:updated>{}</atom:updated>', noNetDates),
    },
    good: {
      feed: across('<updated>{}</updated>', netDates),
      entry: grid('<{}>[]</{}>', ['updated', 'published', 'app:edited'], netDates),
    },
  },
  InvalidW3CDTFDate: {
    rules: ['feed-date-not-w3cdtf'],
    bad: {
      channel: grid('<{}>[]</{}>', ['dc:date', 'sy:updateBase', 'dcterms:modified', 'dcterms:issued'], noW3cDates),
      item: grid('<{}>[]</{}>', ['dc:date', 'dcterms:created'], noW3cDates),
      entry: across('<dc:date>{}</dc:date>', noW3cDates),
    },
    good: {
      channel: grid('<{}>[]</{}>', ['dc:date', 'sy:updateBase', 'dcterms:modified'], w3cDates),
      item: [
        ...across('<dc:date>{}</dc:date>', w3cDates),
        ...grid('<ev:{}>[]</ev:{}>', ['startdate', 'enddate'], [...w3cDates, '2024-01-31T09:00']),
      ],
      feed: across('<dc:date>{}</dc:date>', w3cDates),
    },
  },
  InvalidNPTTime: {
    rules: ['feed-time-not-npt'],
    bad: {
      item: [
        ...grid(
          '<media:thumbnail url="..." time="{}"/>',
          ['', '+17sec', '17s', '1:2:3:4', '1:60', '1:99:00', '-3', '12:34.5.6', 'soon', '00:00:75'],
          [''],
        ),
        ...grid('<media:text {}="[]">x</media:text>', ['start', 'end'], ['1m', '1:75', 'x']),
      ],
    },
    good: {
      item: [
        ...across('<media:thumbnail url="..." time="{}"/>', [
          '17',
          '17.5',
          '0:17',
          '12:05:35',
          '12:05:35.123',
          'now',
          '100:00:00',
        ]),
        ...grid('<media:text {}="[]">x</media:text>', ['start', 'end'], ['3', '00:00:03.000', '00:01']),
      ],
    },
  },
}
