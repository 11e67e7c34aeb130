import {expect, it} from 'vitest'
import {rangeOf} from '../../src/preview/byte-range.ts'

it.each([
  [undefined, 'whole'],
  ['bytes=0-99', {first: 0, last: 99}],
  ['bytes=10-', {first: 10, last: 99}],
  ['bytes=90-1000', {first: 90, last: 99}],
  ['bytes=-5', {first: 95, last: 99}],
  ['bytes=-500', {first: 0, last: 99}],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['bytes=-', 'whole'],
  ['items=0-1', 'whole'],
])('%s of 100 bytes', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range)
})

it('has no part of nothing', () => {
  expect(rangeOf('bytes=0-0', 0)).toBe('unsatisfiable')
})
