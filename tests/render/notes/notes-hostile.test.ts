import fc from 'fast-check'
import type {Element, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {Lexer} from 'marked'
import {describe, expect, test} from 'vitest'
import {absoluteUrl} from '../../../src/model/absolute-url.ts'
import type {Problem} from '../../../src/model/problem.ts'
import {renderNotes} from '../../../src/render/notes/notes.ts'
import {notesContext} from '../../../src/render/notes/notes-context.ts'
import {allowLists, type NotesPolicy} from '../../../src/render/notes/notes-policy.ts'
import {sanitise} from '../../../src/render/notes/sanitise.ts'
import {summaryOf} from '../../../src/render/notes/summary.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'
import {runs} from '../../series.ts'

const base = absoluteUrl('https://example.org/show/episodes/one/') ?? expect.fail()
const place = {base, file: 'one.md'} as const
const policies: readonly NotesPolicy[] = ['feed', 'page']
const attributes = new Set(
  'href title src alt width height loading decoding start reversed align colSpan rowSpan scope dateTime open dir lang'.split(
    ' ',
  ),
)

function lex(markdown: string) {
  return lexMarkdown(markdown).blocks
}

function* elementsOf(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsOf(child)
}

/** What an HTML5 parser finds in `html` that must not be there. */
function intruders(html: string, policy: NotesPolicy): readonly string[] {
  const found: string[] = []
  for (const {tagName, properties} of elementsOf(fromHtml(html, {fragment: true}))) {
    if (!allowLists[policy].elements.has(tagName) && tagName !== 'tbody') found.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      // Headings have ids that links lead to. With their prefix they can take no id of the page itself.
      const isOwnId = name === 'id' && /^h\d$/.test(tagName) && /^notes-[\p{L}\p{N}_-]+$/u.test(String(value))
      if (!attributes.has(name) && !isOwnId) found.push(`${tagName}@${name}`)
      const isLink = name === 'href' || name === 'src'
      if (isLink && !/^(?:https?:\/\/[^\s"'<>]+|mailto:[^\s"'<>]*|#[^\s"'<>]*)$/.test(String(value)))
        found.push(`${name}=${value}`)
    }
  }
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u.test(html)) found.push('a character that XML forbids')
  return found
}

const names = (
  'a b i em code font nobr p div span table tbody tr td th caption ul ol li dl dd h1 h3 h6 pre blockquote script style iframe svg ' +
  'math mtext mglyph annotation-xml foreignObject desc title textarea template noscript select option button form input img video ' +
  'audio object embed marquee plaintext xmp details summary figure body html head frameset base meta link x-y'
).split(' ')
const schemes = [
  'javascript:alert(1)',
  'JaVa\tScRiPt:alert(1)',
  '\u0001javascript:alert(1)',
  'java&#10;script:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript&#x3A;alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,AAAA',
  '//evil.example/x',
  'https://user:pass@example.org/',
  'https://example.org/"onmouseover="alert(1)',
  '#t=90',
  '#"><script>',
  'www.example.org',
  'mailto:a@b.example?subject="><script>',
  'x.png',
  '/a b',
  'http://[',
]
const attribute = fc.oneof(
  fc
    .constantFrom(...schemes)
    .chain((url) =>
      fc.constantFrom(
        `href="${url}"`,
        `href='${url}'`,
        `href=${url}`,
        `src="${url}"`,
        `srcset="${url} 2x"`,
        `xlink:href="${url}"`,
      ),
    ),
  fc.constantFrom(
    'onclick="x()"',
    'style="position:fixed"',
    'class=x',
    'id=player',
    'name="t',
    "title='<b>",
    'title="--><i>"',
    '/',
    '"',
    "'",
    '=',
  ),
)
const soup = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.array(attribute, {maxLength: 2}))
      .map(([name, list]) => `<${[name, ...list].join(' ')}>`),
  },
  {weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`)},
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<!-- <!--',
      '--!>',
      '<![CDATA[',
      ']]>',
      '<!doctype',
      '<?php',
      '<',
      '</',
      '<a href="',
      "<b title='",
      '&lt;script&gt;',
      '&#0;',
      '&#x1B;',
      '&#xD800;',
      '\0',
      '\u001b',
      '\ud800',
      '\uffff',
      '\r',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\n\n',
      '\n',
      ' ',
      '    ',
      '* ',
      '> ',
      '1. ',
      '# ',
      '| a | b |\n|--|--|\n| ',
      '`',
      '```\n',
      '**',
      '~~',
      '[',
      '](',
      ')',
      '![',
      '\\',
      '<https://a.b>',
      'text',
      '“x” & y',
    ),
  },
  {weight: 1, arbitrary: fc.constantFrom(...schemes).map((url) => `[l](${url}) ![i](<${url}> "t")`)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
)
const hostile = fc.array(soup, {maxLength: 25}).map((pieces) => pieces.join(''))

describe('whatever the notes hold', () => {
  test.each(policies)('%s notes made of it are allow-listed HTML', (policy) => {
    const property = fc.property(hostile, (source) => {
      expect(intruders(renderNotes(lex(source), {...place, policy}).html, policy)).toEqual([])
    })
    fc.assert(property, runs(1500))
  })

  test.each(policies)('cleaning %s HTML a second time changes nothing', (policy) => {
    const property = fc.property(hostile, (source) => {
      const context = notesContext({...place, policy}, {line: 1}, new Map())
      const once = sanitise(source, context)
      expect(intruders(once, policy)).toEqual([])
      expect(sanitise(once, context)).toBe(once)
    })
    fc.assert(property, runs(1500))
  })

  test('tokens of a plain lexer do as well as our own', () => {
    const property = fc.property(hostile, (source) => {
      const blocks = new Lexer().lex(source).map((token) => ({token, line: 1}))
      expect(intruders(renderNotes(blocks, {...place, policy: 'page'}).html, 'page')).toEqual([])
    })
    fc.assert(property, runs(300))
  })

  test('a summary is one short line', () => {
    const property = fc.property(hostile, (source) => {
      const summary = summaryOf(lex(source), {maxCharacters: 60})
      expect(summary.length).toBeLessThanOrEqual(60)
      expect(summary).not.toMatch(/[\n\0]/)
    })
    fc.assert(property, runs(500))
  })
})

describe('input made to be slow', () => {
  const cases: readonly (readonly [name: string, html: string])[] = [
    ['a megabyte of <', '<'.repeat(1_000_000)],
    ['a megabyte of unfinished tags', '<a '.repeat(330_000)],
    ['elements a hundred thousand deep', '<div>'.repeat(100_000)],
    ['end tags of nothing', '</b>'.repeat(250_000)],
    [
      'one tag with a hundred thousand attributes',
      `<a ${Array.from({length: 100_000}, (_, at) => `a${at}`).join(' ')}>`,
    ],
    [
      'misnested formatting',
      `<p>${Array.from({length: 20_000}, (_, at) => `<b title=${at}>`).join('')}</p>${'<p>x</p>'.repeat(20_000)}`,
    ],
  ]
  test.each(cases)('%s is read', (_name, html) => {
    const found = new Map<string, Problem>()
    expect(intruders(sanitise(html, notesContext({...place, policy: 'page'}, {line: 1}, found)), 'page')).toEqual([])
    expect([...found.values()].map((each) => each.code)).toEqual(['html-too-complex'])
  })

  test('ten thousand ordinary paragraphs are no problem', () => {
    const found = new Map<string, Problem>()
    const html = '<p>One <b>line</b></p>'.repeat(10_000)
    expect(sanitise(html, notesContext({...place, policy: 'feed'}, {line: 1}, found))).toBe(html)
    expect(found.size).toBe(0)
  })
})
