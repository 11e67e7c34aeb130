import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {wordsIn} from '../../src/browser/search/asked-words.ts'
import {bucketOf} from '../../src/browser/search/search-terms.ts'
import {eachTerm} from '../../src/search/terms.ts'

function termsOf(text: string): readonly string[] {
  const terms = new Set<string>()
  eachTerm(text, (written, from, to) => {
    terms.add(written.slice(from, to))
  })
  return [...terms]
}

describe('the words of a text', () => {
  it.each([
    ['Don’t wake the Night-Train, No. 1974!', 'don t wake the night train no 1974'],
    ['Zürich, Öl und Straße', 'zurich ol und strasse'],
    ['Ærø, Łódź, naïve café', 'aero lodz naive cafe'],
    ['Ёлка и йод', 'елка и иод'],
    ['القطارُ والمحطّة', 'قطار محطه'],
    ['שָׁלוֹם', 'שלום'],
    ['夜行列車と駅', '夜行 行列 列車 車と と駅 駅'],
    ['기차역 안내', '기차 차역 역 안내 내'],
    ['ガタン', 'ガタ タン ン'],
    ['AI について', 'ai につ つい いて て'],
  ])('of "%s" are without case, accents and points', (text, words) => {
    expect(termsOf(text).join(' ')).toBe(words)
  })

  it('are found by what somebody types of them', () => {
    const alphabet = fc.constantFrom(
      ...'aZ ß é\u0301 ü 9 _ - ’ 駅 が ガ 한 ก ء آ ى ة ال و ש ָ Ё й İ ı ﬁ Ⅷ ½ 👋'.split(' '),
      ' ',
    )
    const texts = fc.oneof(
      fc.string({unit: 'grapheme'}),
      fc.array(alphabet).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const terms = termsOf(text)
        for (const word of wordsIn(text)) {
          // A sign that is still to be followed by others is looked for by its beginning.
          expect(terms.some((term) => term.startsWith(word) && bucketOf(term) === bucketOf(word))).toBe(true)
        }
      }),
      {numRuns: 300},
    )
  })
})
