import {describe, expect, it} from 'vitest'
import {clockOf, secondsOfFragment} from '../../../src/browser/page/times.ts'

describe('the time in an address', () => {
  it.each([
    ['#t=90', 90],
    ['#t=90.5', 90.5],
    ['#t=90,120', 90],
    ['#t=npt:90', 90],
    ['#t=1:02:03', 3723],
    ['#t=1h2m', 3720],
    ['#t=10m30s', 630],
    ['#t=1H2M3S', 3723],
    ['#t=0', 0],
    ['#t=', undefined],
    ['#t=soon', undefined],
    ['#turn-12', undefined],
    ['#x=90', undefined],
    ['', undefined],
  ])('%s is %s', (hash, seconds) => {
    expect(secondsOfFragment(hash)).toBe(seconds)
  })
})

it.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [754, '12:34'],
  [3723, '1:02:03'],
  [-1, '0:00'],
])('%d seconds stand as %s', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock)
})
