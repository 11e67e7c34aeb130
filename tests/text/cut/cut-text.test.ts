import {describe, expect, it} from 'vitest'
import {cutToBytes, cutToCharacters} from '../../../src/text/cut/cut-text.ts'

describe('a text that is too long', () => {
  it.each([
    ['lamp', 4, 'lamp'],
    ['lamps', 4, 'lam…'],
    ['the lamp', 5, 'the…'],
    ['🕯🕯🕯', 3, '🕯🕯🕯'],
    ['🕯🕯🕯🕯', 3, '🕯🕯…'],
  ])('%j in %i characters is %j', (text, most, expected) => {
    expect(cutToCharacters(text, most)).toBe(expected)
  })

  it.each([
    ['lamp', 4, 'lamp'],
    ['lamps', 4, 'l…'],
    ['öööö', 8, 'öööö'],
    ['öööö', 7, 'öö…'],
    ['öööö', 6, 'ö…'],
    ['🕯🕯🕯', 11, '🕯🕯…'],
    ['🕯🕯🕯', 10, '🕯…'],
    ['a lamp', 5, 'a…'],
    ['lamp', 3, '…'],
  ])('%j in %i bytes is %j', (text, most, expected) => {
    const cut = cutToBytes(text, most)
    expect(cut).toBe(expected)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most)
    expect(cut).not.toContain('\uFFFD')
  })
})
