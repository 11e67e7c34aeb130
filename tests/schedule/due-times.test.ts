import {describe, expect, it} from 'vitest'
import {type DueTimes, dueAsCalendar, dueAsCron, dueAsText} from '../../src/index.ts'

function due(...waiting: readonly string[]): DueTimes {
  return {
    title: 'Night Trains, and Ships',
    siteUrl: 'https://example.org/trains/',
    timeZone: 'Europe/Berlin',
    waiting: waiting.map((each) => new Date(each)),
  }
}

describe('a line of cron', () => {
  it.each([
    ['2026-12-24T17:00:00Z', '0 17 24 12 *\n'],
    ['2026-03-29T01:30:00Z', '30 1 29 3 *\n'],
    // A scheduler that fires within the minute must not be early.
    ['2026-12-31T23:59:01Z', '0 0 1 1 *\n'],
    ['2026-02-28T23:59:59.500Z', '0 0 1 3 *\n'],
  ])('for %s is %j', (at, line) => {
    expect(dueAsCron(due(at))).toBe(line)
  })

  it('is for the next episode only, and none where none waits', () => {
    expect(dueAsCron(due('2026-12-24T17:00:00Z', '2027-01-01T00:00:00Z'))).toBe('0 17 24 12 *\n')
    expect(dueAsCron(due())).toBe('')
  })
})

describe('words', () => {
  it('give the time in the zone of the show', () => {
    expect(dueAsText(due('2026-07-01T07:00:00Z', '2026-12-24T17:00:00Z'))).toBe(
      'The next episode is due 2026-07-01T07:00:00Z (2026-07-01 09:00 Europe/Berlin)\n  then 2026-12-24 18:00 Europe/Berlin\n',
    )
    expect(dueAsText(due())).toBe('No episode is waiting for its time\n')
  })
})

describe('a calendar', () => {
  const text = dueAsCalendar(due('2026-07-01T07:00:00Z', '2026-07-01T07:00:00Z', '2026-12-24T17:00:00Z'))

  it('has an event for each time, and a name of its own for each', () => {
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(3)
    expect([...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual([
      '20260701T070000Z-1@example.org',
      '20260701T070000Z-2@example.org',
      '20261224T170000Z-1@example.org',
    ])
    expect(text).toContain('DTSTART:20261224T170000Z\r\n')
  })

  it('escapes what is a mark in it', () => {
    expect(text).toContain('SUMMARY:Night Trains\\, and Ships: an episode is due\r\n')
  })

  it('has no line of more than 75 bytes, and cuts no character', () => {
    const long = dueAsCalendar({...due('2026-07-01T07:00:00Z'), title: 'Ü🚂'.repeat(60)})
    expect(Math.max(...long.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75)
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Ü🚂'.repeat(60)}: an episode is due`)
  })

  it('is one without events where none waits', () => {
    expect(dueAsCalendar(due())).toBe(
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Castwright//next//EN\r\nEND:VCALENDAR\r\n',
    )
  })
})
