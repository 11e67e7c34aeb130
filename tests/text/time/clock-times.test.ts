import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {
  parseClockTime,
  readArrowTimes,
  readLeadingMark,
  readTimeMark,
  readTrailingMark,
} from '../../../src/text/time/clock-times.ts'

describe('a time', () => {
  test.each([
    ['1:02:03', 3723],
    ['00:04', 4],
    ['71:31', 4291],
    ['00:00:00.500', 0.5],
    ['00:00:00,500', 0.5],
    ['00:00:01:500', 1.5],
    ['00:12: 33.10', 753.1],
    ['00:12**:**33.10', 753.1],
    ['00：04', 4],
    ['00;00;02;15', 2.5],
    ['00:00:02;15', 2.5],
    ['01:00:02:15', 3602.5],
  ])('%s is read', (text, seconds) => {
    expect(parseClockTime(text)).toBe(seconds)
  })

  test.each(['', '7', '1:75:00', '5:60', '1:2:3:4', '00;00;99;04x', '12:30pm'])('%j is none', (text) => {
    expect(parseClockTime(text)).toBeUndefined()
  })
})

describe('a time or a range in a text of its own', () => {
  test.each([
    ['00:04', 4, undefined],
    ['[00:04]', 4, undefined],
    ['\\[00:04\\]', 4, undefined],
    ['(1:00:04.5)', 3604.5, undefined],
    ['{00:04}', 4, undefined],
    ['<00:04>', 4, undefined],
    ['【00:04】', 4, undefined],
    ['[@01:16]', 76, undefined],
    ['00:00.000 --> 00:04.000', 0, 4],
    ['[00:00.000 --> 00:04.000]', 0, 4],
    ['[00:00.000] --> [00:04.000]', 0, 4],
    ['00:00.000 -> 00:04.000', 0, 4],
    ['00:00.000 --&gt; 00:04.000', 0, 4],
    ['00:00.000 → 00:04.000', 0, 4],
    ['(0:04 - 0:09)', 4, 9],
    ['0:04-0:09', 4, 9],
    ['0:04 – 0:09', 4, 9],
    ['0:04 — 0:09', 4, 9],
    ['0:04 ~ 0:09', 4, 9],
    ['0:04 to 0:09', 4, 9],
    ['\\[24:52\\] to \\[26:19\\]', 1492, 1579],
    ['00;00;00;15 - 00;00;02;00', 0.5, 2],
    ['00:00:00:15 - 00:00:02:00', 0.5, 2],
  ])('%s', (text, start, end) => {
    const mark = readTimeMark(text)
    expect([mark?.startInSeconds, mark?.endInSeconds]).toEqual([start, end])
  })

  test.each(['', '[4]', 'at 00:04', '[00:04', '00:04 - 00:99', 'Genesis 3:16'])('%j is none', (text) => {
    expect(readTimeMark(text)).toBeUndefined()
  })
})

describe('a time at an end of a line', () => {
  test.each([
    ['[00:04] Hello', 4, ' Hello'],
    ['00:04 - 00:09 Hello', 4, ' Hello'],
    ['03:09 - Title', 189, ' - Title'],
    ['00;00;00;15 Hello', 0.5, ' Hello'],
  ])('leads: %s', (text, startInSeconds, rest) => {
    expect(readLeadingMark(text)).toMatchObject({startInSeconds, rest})
  })

  test.each(['12:30pm is late', '1:2:3:4', '3:16-17 says', '10 ways', 'At 00:04', '7:30ish'])(
    'does not lead: %s',
    (text) => {
      expect(readLeadingMark(text)).toBeUndefined()
    },
  )

  test.each([
    ['Nora (00:04)', 4, 'Nora '],
    ['Nora  53:54', 3234, 'Nora  '],
    ['Nora [0:04 - 0:09]', 4, 'Nora '],
    ['Nora 00:00:04 --> 00:00:09', 4, 'Nora '],
    ['Nora 00;00;00;15', 0.5, 'Nora '],
  ])('trails: %s', (text, startInSeconds, rest) => {
    expect(readTrailingMark(text)).toMatchObject({startInSeconds, rest})
  })

  test.each(['Nora (4)', 'Nora 53:54 Hello', 'a12:30', ''])('does not trail: %s', (text) => {
    expect(readTrailingMark(text)).toBeUndefined()
  })
})

describe('the times of a caption', () => {
  test.each([
    ['00:00:01,000 --> 00:00:02,000', 1, 2],
    ['00:01.5 -> 0:02.25 align:start', 1.5, 2.25],
    ['00:00:01:500 → 00:00:02:000', 1.5, 2],
    ['00:00:01:15 --> 00:00:02:00', 1.5, 2],
    ['00;00;01;15 --> 00;00;02;00', 1.5, 2],
  ])('%s', (line, startInSeconds, endInSeconds) => {
    expect(readArrowTimes(line)).toEqual({startInSeconds, endInSeconds})
  })
})

it('never throws, and gives finite numbers or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:;.,[\]() >-]{0,60}$/)), (text) => {
      for (const mark of [readTimeMark(text), readLeadingMark(text), readTrailingMark(text)])
        expect(mark === undefined || Number.isFinite(mark.startInSeconds)).toBe(true)
    }),
  )
})
