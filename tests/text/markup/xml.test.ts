import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {cdata, formatXml, type XmlElement, xml} from '../../../src/text/markup/xml.ts'
import {withoutIllegalXml} from '../../../src/text/markup/xml-characters.ts'

/** Text as hostile as it comes: every plane, control characters, lone surrogates, and the marks of XML itself. */
const hostileText = fc.oneof(
  fc.string({unit: 'binary'}),
  fc
    .array(
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '&amp;',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\r\n',
        '\t',
        '\u0000',
        '\uD800',
        '\uFFFE',
        'é',
        '🎙',
      ),
    )
    .map((parts) => parts.join('')),
)

type Read = {readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly text: string}

/** What a strict parser reads: each element with its attributes and its own text. */
function readStrictly(document: string): readonly Read[] {
  const found: {name: string; attributes: Record<string, string>; text: string}[] = []
  const open: (typeof found)[number][] = []
  const parser = new SaxesParser({fragment: false})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const element = {name, attributes: attributes as Record<string, string>, text: ''}
    found.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(`<?xml version="1.0"?>${document}`).close()
  return found
}

describe('formatXml', () => {
  it.each<readonly [string, XmlElement, string]>([
    ['an empty element', xml('a'), '<a/>'],
    ['attributes in order, undefined left out', xml('a', {b: 1, c: undefined, d: true}), '<a b="1" d="true"/>'],
    ['text with numeric references', xml('title', {}, 'Q&A <live>'), '<title>Q&#x26;A &#x3C;live&#x3E;</title>'],
    ['line breaks and tabs in attributes', xml('a', {b: 'x\n\ty'}), '<a b="x&#10;&#9;y"/>'],
    ['CDATA that holds the end of CDATA', xml('a', {}, cdata('x]]>y')), '<a><![CDATA[x]]]]><![CDATA[>y]]></a>'],
    ['nothing added inside an element with text', xml('a', {}, xml('b', {}, 'x')), '<a>\n  <b>x</b>\n</a>'],
    ['no control characters, in text or attributes', xml('a', {b: '\u0000x'}, '\u001By'), '<a b="x">y</a>'],
  ])('writes %s', (_name, element, expected) => {
    expect(formatXml(element)).toBe(expected)
  })

  it('is read back by a strict parser as what was put in, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (attribute, text, html) => {
        const document = formatXml(xml('root', {a: attribute}, xml('t', {}, text), xml('h', {}, cdata(html))))
        const [root, t, h] = readStrictly(document)
        // Literal CR is a line break to a parser (XML 1.0, 2.11) where no reference can be written: in CDATA.
        const normalised = (value: string) => value.replace(/\r\n?/g, '\n')
        expect(root?.attributes.a).toBe(withoutIllegalXml(attribute))
        expect(t?.text).toBe(withoutIllegalXml(text))
        expect(h?.text).toBe(normalised(withoutIllegalXml(html)))
      }),
      {numRuns: 500},
    )
  })
})
