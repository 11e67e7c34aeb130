import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {joinCaptionLines, joinTexts, wrapLine} from '../../../src/transcripts/formats/caption-text.ts'

describe('wrapLine', () => {
  it.each([
    ['', 10, ['']],
    ['short', 10, ['short']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    ['antidisestablishment is long', 8, ['antidisestablishment', 'is long']],
    ['天地玄黄宇宙洪荒', 4, ['天地玄黄', '宇宙洪荒']],
    ['天地玄黄、宇宙洪荒', 4, ['天地玄', '黄、宇宙', '洪荒']],
    ['天地 玄黄', 3, ['天', '地 玄', '黄']],
    ['한국어 낱말', 4, ['한국어', '낱말']],
  ])('%s at %i', (text, width, lines) => {
    expect(wrapLine(text, width)).toEqual(lines)
  })

  it('is undone by joinLines', () => {
    const text = fc
      .array(fc.constantFrom('a', 'word', '天', '地', '、', ' ', '한국', '🎙️', '\u00a0', 'longer-word'))
      .map((pieces) => joinCaptionLines(pieces.join('')))
    fc.assert(
      fc.property(text, fc.integer({min: 1, max: 20}), (line, width) => {
        expect(joinCaptionLines(wrapLine(line, width).join('\n'))).toBe(line)
      }),
    )
  })
})

describe('joinTexts', () => {
  it.each([
    ['one', 'two', 'one two'],
    ['天', '地', '天地'],
    ['', 'two', 'two'],
    ['one', '', 'one'],
  ])('%s + %s', (before, after, joined) => {
    expect(joinTexts(before, after)).toBe(joined)
  })
})
