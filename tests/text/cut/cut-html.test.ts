import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {byteLength} from '../../../src/text/cut/byte-length.ts'
import {cutHtml} from '../../../src/text/cut/cut-html.ts'
import {escapeHtml} from '../../../src/text/markup/html.ts'
import {runs} from '../../series.ts'

/** Whether every element that is opened is closed, in order. */
function isClosed(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'br') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

describe('cutting HTML', () => {
  it.each([
    ['what fits stays', '<p>One. Two.</p>', 16, '<p>One. Two.</p>'],
    ['the end of a sentence', '<p>One is here. Two is not.</p>', 27, '<p>One is here.</p>'],
    ['the end of a paragraph', '<p>One here</p>\n<p>Two is not here</p>', 24, '<p>One here</p>'],
    ['an item of a list', '<ul>\n<li>One</li>\n<li>Two</li>\n</ul>', 34, '<ul>\n<li>One</li></ul>'],
    ['a sentence within a link', '<p><a href="x">One is. Two is not</a></p>', 34, '<p><a href="x">One is.</a></p>'],
    ['a word, where no sentence ends', '<p>one two three four five six</p>', 30, '<p>one two three four…</p>'],
    ['bytes, not characters', '<p>So schön. So groß. So übel.</p>', 31, '<p>So schön. So groß.</p>'],
    ['no reference in two', '<p>a &amp; b &amp; c &amp; d.</p>', 24, '<p>a &amp; b…</p>'],
  ])('goes to %s', (_what, html, maxBytes, cut) => {
    expect(cutHtml(html, maxBytes)).toBe(cut)
  })

  it('cuts a text of megabytes, which is more than the stack of a regular expression holds', () => {
    const cut = cutHtml(`<p>${'&quot;'.repeat(3_000_000)}</p>`, 4000)
    expect(cut).toMatch(/^<p>(?:&quot;)+…?<\/p>$/)
    expect(byteLength(cut)).toBeLessThanOrEqual(4000)
  })

  it('keeps within its bytes, closes everything, and is a beginning of what it was', () => {
    const text = fc
      .string({unit: 'binary', maxLength: 60})
      .map((each) => escapeHtml(each.replace(/[\uD800-\uDFFF]/g, 'x')))
    const {html} = fc.letrec<{html: string; inline: string}>((tie) => ({
      inline: fc.oneof(
        text,
        fc.constant('A sentence ends. '),
        text.map((each) => `<a href="https://a.example/?a=1&amp;b=2">${each}</a>`),
      ),
      html: fc.oneof(
        {maxDepth: 3},
        fc.array(tie('inline')).map((parts) => `<p>${parts.join('<br>')}</p>\n`),
        fc
          .array(tie('html'), {maxLength: 4})
          .map((parts) => `<ul>\n${parts.map((each) => `<li>${each}</li>`).join('\n')}</ul>`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(html, {maxLength: 8}), fc.integer({min: 0, max: 600}), (parts, maxBytes) => {
        const whole = parts.join('\n')
        const cut = cutHtml(whole, maxBytes)
        expect(byteLength(cut)).toBeLessThanOrEqual(maxBytes)
        expect(isClosed(cut)).toBe(true)
        expect(whole.startsWith(cut.replace(/…?(?:<\/[a-z]+>)*$/, ''))).toBe(true)
      }),
      runs(150),
    )
  })
})
