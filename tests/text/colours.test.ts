import fc from 'fast-check'
import {expect, it} from 'vitest'
import {contrast, formatColour, leastTextContrast, parseColour, type Rgb, readableOn} from '../../src/text/colours.ts'

it('reads colours in hexadecimal digits, and nothing else', () => {
  expect(parseColour('#0a7d5a')).toEqual([10, 125, 90])
  expect(parseColour('FA0')).toEqual([255, 170, 0])
  for (const text of ['', 'red', '#12', '#1234', 'rgb(0,0,0)', '#0a7d5a;']) expect(parseColour(text)).toBeUndefined()
})

it('measures contrast as WCAG does', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
})

it('brings any colour to where it can be read on paper and on a card', () => {
  const part = fc.integer({min: 0, max: 255})
  fc.assert(
    fc.property(fc.tuple(part, part, part), (colour: Rgb) => {
      for (const backgrounds of [
        [
          [252, 250, 246],
          [244, 239, 230],
        ],
        [
          [23, 22, 20],
          [33, 31, 28],
        ],
      ] as const) {
        const readable = readableOn(colour, backgrounds)
        for (const each of backgrounds) expect(contrast(readable, each)).toBeGreaterThanOrEqual(leastTextContrast)
        expect(parseColour(formatColour(readable))).toEqual(readable)
      }
    }),
    {numRuns: 60},
  )
})
