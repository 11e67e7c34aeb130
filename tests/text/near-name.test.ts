import {describe, expect, it} from 'vitest'
import {isOneSlip, nearName} from '../../src/text/near-name.ts'

describe('nearName', () => {
  it.each([
    ['explict', ['episode', 'explicit'], 'explicit'],
    ['trialer', ['full', 'trailer', 'bonus'], 'trailer'],
    ['Tecnology', ['Technology', 'True Crime'], 'Technology'],
    ['fulll', ['full'], 'full'],
    ['full', ['full', 'fully'], undefined],
    ['weekly', ['full', 'trailer', 'bonus'], undefined],
    ['', ['full'], undefined],
    ['x'.repeat(100_000), ['x'], undefined],
    ['explict', [], undefined],
  ])('%.20s among %j is near %s', (word, names, near) => {
    expect(nearName(word, names)).toBe(near)
  })
})

describe('isOneSlip', () => {
  it.each([
    ['titel', 'title', true],
    ['tite', 'title', true],
    ['titlee', 'title', true],
    ['tidle', 'title', true],
    ['dat', 'date', true],
    ['daet', 'date', true],
    ['data', 'date', false],
    ['site', 'size', false],
    ['title', 'title', false],
    ['ep', 'e', false],
    ['tltie', 'title', false],
    ['host', 'guest', false],
  ])('%s for %s: %s', (word, name, expected) => {
    expect(isOneSlip(word, name)).toBe(expected)
  })
})
