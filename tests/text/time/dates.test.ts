import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isTimeZone, parseDate} from '../../../src/text/time/dates.ts'

function read(text: string, zone = 'UTC'): string {
  const parsed = parseDate(text, zone)
  return 'at' in parsed ? parsed.at.toISOString() : `wrong: ${parsed.wrong}`
}

describe('parseDate reads what podcasters write', () => {
  it.each([
    ['2024-01-31T24:00:00Z', '2024-02-01T00:00:00.000Z'],
    ['Wed, 31 Jan 2024 24:00:00 +0100', '2024-01-31T23:00:00.000Z'],
    ['2024-01-31', '2024-01-31T00:00:00.000Z'],
    ['2024-1-5', '2024-01-05T00:00:00.000Z'],
    ['2024/01/31', '2024-01-31T00:00:00.000Z'],
    ['2024-01-31T09:00:00Z', '2024-01-31T09:00:00.000Z'],
    ['2024-01-31T09:00:00+00:00', '2024-01-31T09:00:00.000Z'],
    ['2024-01-31T09:00:00-05:00', '2024-01-31T14:00:00.000Z'],
    ['2024-01-31 9:05', '2024-01-31T09:05:00.000Z'],
    ['2024-01-31 09:00:00 +0100', '2024-01-31T08:00:00.000Z'],
    ['2024-01-31T09:00:00.250Z', '2024-01-31T09:00:00.250Z'],
    ['2024-01-31T09:00:00.123456789+02:00', '2024-01-31T07:00:00.123Z'],
    ['2024-01-31 9:05 pm', '2024-01-31T21:05:00.000Z'],
    ['2024-01-31 12:00 AM', '2024-01-31T00:00:00.000Z'],
    ['Wed, 31 Jan 2024 09:00:00 +0000', '2024-01-31T09:00:00.000Z'],
    ['Wed, 31 Jan 2024 09:00:00 GMT', '2024-01-31T09:00:00.000Z'],
    ['Wed, 31 Jan 2024 09:00:00 +0000 (UTC)', '2024-01-31T09:00:00.000Z'],
    ['31 Jan 24 09:00 EST', '2024-01-31T14:00:00.000Z'],
    ['31 Jan 98 09:00 EST', '1998-01-31T14:00:00.000Z'],
    ['Wednesday, January 31, 2024', '2024-01-31T00:00:00.000Z'],
    ['May 1st, 2025', '2025-05-01T00:00:00.000Z'],
    ['\n  May 1st, 2025\n', '2025-05-01T00:00:00.000Z'],
    ['March 22nd 2016', '2016-03-22T00:00:00.000Z'],
    ['April 13, 2022.', '2022-04-13T00:00:00.000Z'],
    ['Sept. 3, 2022 10:15', '2022-09-03T10:15:00.000Z'],
    ['13. April 2022', '2022-04-13T00:00:00.000Z'],
    ['31. Januar 2026', '2026-01-31T00:00:00.000Z'],
    ['1. Ma\u0308rz 2026', '2026-03-01T00:00:00.000Z'],
    ['5 novembre 2026', '2026-11-05T00:00:00.000Z'],
    ['1er août 2026 9:30', '2026-08-01T09:30:00.000Z'],
    ['5 de Novembro de 2026', '2026-11-05T00:00:00.000Z'],
    ['5 de noviembre, 2026', '2026-11-05T00:00:00.000Z'],
    ['4 ottobre 2026', '2026-10-04T00:00:00.000Z'],
    ['12 mei 2026', '2026-05-12T00:00:00.000Z'],
    ['12. Jänner 2026', '2026-01-12T00:00:00.000Z'],
    ['31.01.2024', '2024-01-31T00:00:00.000Z'],
    ['20140204', '2014-02-04T00:00:00.000Z'],
    ['20140204093000', '2014-02-04T09:30:00.000Z'],
    ['1499749200000', '2017-07-11T05:00:00.000Z'],
    ['1499749200', '2017-07-11T05:00:00.000Z'],
    ['999999999', '2001-09-09T01:46:39.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['24th of November 2026', '2026-11-24T00:00:00.000Z'],
    // ctime, and `date` of Unix
    ['Tue Nov 24 09:00:00 2026', '2026-11-24T09:00:00.000Z'],
    ['Tue Nov  3 09:00:00 CET 2026', '2026-11-03T08:00:00.000Z'],
    // JavaScript, Go, mail of Microsoft
    ['Tue Nov 24 2026 09:00:00 GMT+0100 (Central European Standard Time)', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24 09:00:00 +0100 CET', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24 09:00:00 +0000 UTC', '2026-11-24T09:00:00.000Z'],
    ['Tue, 24 Nov 2026 09:00:00 UTC+01:00', '2026-11-24T08:00:00.000Z'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['2024-02-30', /does not exist: 30 Feb 2024/],
    ['2023-02-29', /does not exist/],
    ['2024-13-01', /month 13/],
    ['2024-01-31T25:00', /time of day/],
    ['2024-01-31 13:00 pm', /time of day/],
    ['0099-01-01', /year 99/],
    ['01/02/2024', /which number is the day/],
    ['1/2/24', /which number is the day/],
    ['2024-01-31 09:00 IST', /unknown time zone "ist"/],
    ['2024-01-31T09:00+25:00', /unknown time zone/],
    ['31 Foo 2024', /unknown month "foo"/],
    ['31 Januarius 2024', /unknown month "januarius"/],
    ['31 styczeń 2024', /is not a date/],
    ['tomorrow', /is not a date/],
    ['2024', /is not a date/],
    ['2024-01-3109:00', /is not a date/],
    ['', /is not a date/],
    ['1'.repeat(100_000), /too long/],
  ])('%.30j is refused', (text, reason) => {
    expect(read(text)).toMatch(/^wrong/)
    expect(read(text)).toMatch(reason)
  })
})

describe('parseDate doubts', () => {
  it.each([
    ['Tue, 23 Nov 2026', 'names a Tuesday, but 23 Nov 2026 is a Monday; it is read as 23 Nov 2026'],
    ['Wednesday, November 24th, 2026 10:00', 'names a Wednesday, but 24 Nov 2026 is a Tuesday'],
    ['Thur 24 Nov 2026 23:30 -0500', 'names a Thursday, but 24 Nov 2026 is a Tuesday'],
    ['Sat Nov 21 09:00:00 UTC 2027', 'names a Saturday, but 21 Nov 2027 is a Sunday'],
    ['Mon, 2026-11-24', 'names a Monday'],
    ['Sunday 23.11.2026', 'names a Sunday'],
  ])('%j', (text, doubt) => {
    expect(parseDate(text, 'Pacific/Auckland')).toMatchObject({doubt: expect.stringContaining(doubt)})
  })

  it.each([
    'Mon, 23 Nov 2026',
    'Tues. 24 Nov 2026',
    'Wednes 25 Nov 2026',
    'thurs, 26 nov 2026',
    '2026-11-27',
    'Sat 28 Nov 2026 23:59 +1400',
  ])('but not %j', (text) => {
    expect(parseDate(text, 'America/Los_Angeles')).toEqual({at: expect.any(Date)})
  })
})

describe('parseDate in a time zone', () => {
  it.each([
    ['Europe/Berlin', '2024-01-31 09:00', '2024-01-31T08:00:00.000Z'],
    ['Europe/Berlin', '2024-07-31 09:00', '2024-07-31T07:00:00.000Z'],
    ['America/New_York', '2024-01-31', '2024-01-31T05:00:00.000Z'],
    ['Asia/Kolkata', '2024-01-31', '2024-01-30T18:30:00.000Z'],
    ['Pacific/Auckland', '2024-01-31', '2024-01-30T11:00:00.000Z'],
    // The clocks go forward at 2:00: 2:30 never was, and is half an hour after they moved.
    ['Europe/Berlin', '2024-03-31 02:30', '2024-03-31T01:30:00.000Z'],
    // The clocks go back at 3:00: 2:30 was twice, and the first is meant.
    ['Europe/Berlin', '2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    // A zone that is written counts, whatever the show's is.
    ['Europe/Berlin', '2024-01-31T09:00Z', '2024-01-31T09:00:00.000Z'],
  ])('%s %s', (zone, text, expected) => {
    expect(read(text, zone)).toBe(expected)
  })

  it('reads back every instant that it is shown in ISO form', () => {
    fc.assert(
      fc.property(fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}), (date) => {
        expect(read(date.toISOString(), 'Asia/Tokyo')).toBe(date.toISOString())
      }),
    )
  })

  it('never throws and never gives an invalid date', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 40}), (text) => {
        const parsed = parseDate(text, 'Europe/Berlin')
        if ('at' in parsed) expect(Number.isNaN(parsed.at.getTime())).toBe(false)
      }),
    )
  })
})

describe('isTimeZone', () => {
  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['+01:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected)
  })
})
