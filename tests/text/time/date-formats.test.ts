import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatInZone, formatRfc822, formatRfc3339} from '../../../src/text/time/date-formats.ts'

const wholeSeconds = fc
  .date({min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true})
  .map((date) => {
    date.setUTCMilliseconds(0)
    return date
  })

describe('dates of feeds', () => {
  it.each([
    ['2002-10-02T13:00:00Z', 'Wed, 02 Oct 2002 13:00:00 GMT', '2002-10-02T13:00:00Z'],
    // An hour of the afternoon: one generator wrote twelve-hour clocks and moved every such episode by half a day.
    ['2026-01-05T23:04:05Z', 'Mon, 05 Jan 2026 23:04:05 GMT', '2026-01-05T23:04:05Z'],
    ['2026-03-29T01:30:00+01:00', 'Sun, 29 Mar 2026 00:30:00 GMT', '2026-03-29T00:30:00Z'],
  ])('of %s', (date, rfc822, rfc3339) => {
    expect(formatRfc822(new Date(date))).toBe(rfc822)
    expect(formatRfc3339(new Date(date))).toBe(rfc3339)
  })

  it('are read back as the same instant, in the form the specifications ask for', () => {
    fc.assert(
      fc.property(wholeSeconds, (date) => {
        expect(new Date(formatRfc822(date))).toEqual(date)
        expect(new Date(formatRfc3339(date))).toEqual(date)
        expect(formatRfc822(date)).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/)
        expect(formatRfc3339(date)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
      }),
    )
  })
})

describe('a time as clocks of a zone show it', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29 01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29 03:00'],
    ['2026-11-01T06:00:00Z', 'America/New_York', '2026-11-01 01:00'],
    ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '2026-01-01 05:45'],
  ])('%s in %s is %s', (at, zone, shown) => {
    expect(formatInZone(new Date(at), zone)).toBe(shown)
  })
})
