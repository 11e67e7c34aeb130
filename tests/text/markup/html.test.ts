import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {decodeCharacterReferences} from '../../../src/text/markup/character-references.ts'
import {html, trustedHtml} from '../../../src/text/markup/html.ts'
import {withoutIllegalXml} from '../../../src/text/markup/xml-characters.ts'

function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return true
}

describe('the template', () => {
  test('escapes text, in elements and attributes', () => {
    expect(html`<a title="${'"&'}">${"<b> it's"}</a>`.html).toBe('<a title="&quot;&amp;">&lt;b&gt; it\'s</a>')
  })

  test('takes HTML, lists, numbers and nothing', () => {
    const items = ['a', '<'].map((each) => html`<li>${each}</li>`)
    expect(html`${items}${0}${undefined}${false}${trustedHtml('<hr>')}`.html).toBe('<li>a</li><li>&lt;</li>0<hr>')
  })
})

describe('character references', () => {
  const cases: readonly (readonly [written: string, read: string])[] = [
    ['&amp;lt;', '&lt;'],
    ['&eacute;&#233;&#xE9;', 'ééé'],
    ['&nosuch; & &', '&nosuch; & &'],
    ['&#128;', '€'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['&#xD800;&#0;', '\ufffd\ufffd'],
  ]
  test.each(cases)('%s', (written, read) => {
    expect(decodeCharacterReferences(written)).toBe(read)
  })
})

describe('characters that XML forbids', () => {
  test('are taken out, the others stay', () => {
    expect(withoutIllegalXml('a\0b\u001bc\ud800d\udc00e\uffff\ufffe\tf\n🎧\ud83c\ud83c\udfa7\u0085')).toBe(
      'abcde\tf\n🎧🎧\u0085',
    )
  })

  test('whatever the text, an XML parser reads the rest', () => {
    const anyUnits = fc.array(fc.integer({min: 0, max: 0xffff})).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(anyUnits, (text) =>
        isWellFormed(`<a><![CDATA[${withoutIllegalXml(text).replaceAll(']]>', '')}]]></a>`),
      ),
    )
  })
})
