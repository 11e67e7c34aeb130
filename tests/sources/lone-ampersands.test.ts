import {describe, expect, it} from 'vitest'
import {withoutLoneAmpersands} from '../../src/sources/lone-ampersands.ts'

/** The mended text and its faults, where the text comes in pieces of this length. */
function mended(text: string, length: number): {readonly text: string; readonly faults: number} {
  let faults = 0
  const pieces = Array.from({length: Math.ceil(text.length / length)}, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  )
  const all = withoutLoneAmpersands(pieces, () => {
    faults += 1
  })
  return {text: [...all].join(''), faults}
}

describe('ampersands that stand alone', () => {
  it.each([
    ['<a>Q & A</a>', '<a>Q &amp; A</a>', 1],
    ['<a>R&D, &amp; &#38; &#x26; &nbsp; &&</a>', '<a>R&amp;D, &amp; &#38; &#x26; &nbsp; &amp;&amp;</a>', 3],
    ['<a><![CDATA[Q & A]]>&</a>', '<a><![CDATA[Q & A]]>&amp;</a>', 1],
    ['<a><!-- & --><!--> & -->&<!-->', '<a><!-- & --><!--> & -->&amp;<!-->', 1],
    ['<a><![CDATA[<!-- & ]]> & <!--<![CDATA[-->&]]>', '<a><![CDATA[<!-- & ]]> &amp; <!--<![CDATA[-->&amp;]]>', 2],
    ['<a><![CDATA[ never closed & ', '<a><![CDATA[ never closed & ', 0],
    [`&${'x'.repeat(70)};&`, `&amp;${'x'.repeat(70)};&amp;`, 2],
  ])('are mended in %s, wherever it is cut', (text, wanted, faults) => {
    for (let length = 1; length <= text.length; length += 1) {
      expect([length, mended(text, length)]).toEqual([length, {text: wanted, faults}])
    }
  })
})
