import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {formatDuration, formatTimestamp, formatWholeTimestamp, parseDuration} from '../../../src/text/time/durations.ts'

describe('parseDuration', () => {
  test.each([
    ['1:02:03', 3723],
    ['01:02:03.500', 3723.5],
    ['01:02:03,500', 3723.5],
    ['02:03', 123],
    ['2:03.1', 123.1],
    ['71:31', 4291],
    ['0:00', 0],
    ['00:00:0.000', 0],
    ['100:00:00', 360000],
    ['3723', 3723],
    ['3723.25', 3723.25],
    ['0.1', 0.1],
    ['“00:33:05"', 1985],
    ["'12:00'", 720],
    ['  4:05  ', 245],
    ['npt:12:05:35.3', 43535.3],
    ['npt=120', 120],
    ['1h 2m 3s', 3723],
    ['1h2m', 3720],
    ['90 min', 5400],
    ['45 seconds', 45],
    ['PT1H2M3S', 3723],
    ['PT2M3.5S', 123.5],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  test.each([
    '',
    ' ',
    '"',
    'pt',
    ':',
    '1:',
    ':30',
    '-1',
    '1:75:00',
    '1:02:99',
    '5:60',
    '1e3',
    '0x10',
    'twelve',
    '1:2:3:4',
    '12:30pm',
    '2026-11-22',
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it('answers at once on a very long text', () => {
    expect(parseDuration('1'.repeat(1_000_000))).toBeUndefined()
  })

  it('never throws, and gives a finite number of seconds or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:.,hmsPT ]{0,20}$/)), (text) => {
        const seconds = parseDuration(text)
        expect(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0)).toBe(true)
      }),
    )
  })
})

describe('formats', () => {
  test.each([
    [0, '0:00', '00:00:00', '00:00:00.000'],
    [7.9, '0:07', '00:00:07', '00:00:07.900'],
    [123, '2:03', '00:02:03', '00:02:03.000'],
    [3599.9996, '59:59', '00:59:59', '01:00:00.000'],
    [3723.5, '1:02:03', '01:02:03', '01:02:03.500'],
    [360000, '100:00:00', '100:00:00', '100:00:00.000'],
    [-1, '0:00', '00:00:00', '00:00:00.000'],
  ])('%d s', (seconds, duration, whole, timestamp) => {
    expect(formatDuration(seconds)).toBe(duration)
    expect(formatWholeTimestamp(seconds)).toBe(whole)
    expect(formatTimestamp(seconds)).toBe(timestamp)
  })

  it('comes back to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 1_000_000_000}), (milliseconds) => {
        expect(parseDuration(formatTimestamp(milliseconds / 1000))).toBe(milliseconds / 1000)
      }),
    )
  })
})
