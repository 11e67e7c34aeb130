import {createRequire} from 'node:module'
import transliterate from '@sindresorhus/transliterate'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {runs} from '../../series.ts'

const late = createRequire(import.meta.url)('../../../scripts/late-transliterate.cjs') as typeof transliterate

describe('what the bundle has in place of the package that transliterates', () => {
  it('gives what the package gives, in ASCII and beyond', () => {
    const ascii = fc.string({unit: 'binary-ascii'})
    const text = fc.oneof(
      ascii,
      fc.string({unit: 'grapheme', maxLength: 12}),
      fc.constantFrom('r&d', 'a ^ b `c` ~', 'naïve –'),
    )
    const replacement = fc.tuple(fc.constantFrom('&', 'a', 'r&', 'ï', '^'), fc.constantFrom(' and ', '', 'é', '^'))
    const check = (given: string, customReplacements: [string, string][], locale: string | undefined) => {
      const options = {customReplacements, ...(locale === undefined ? {} : {locale})}
      expect(late(given, options)).toBe(transliterate(given, options))
    }
    const locale = fc.constantFrom(undefined, 'de', 'da', 'tr')
    fc.assert(fc.property(text, fc.array(replacement, {maxLength: 3}), locale, check), runs(500))
    expect(late('a ^ b')).toBe(transliterate('a ^ b'))
    expect(late('r & d')).toBe('r & d')
  })
})
