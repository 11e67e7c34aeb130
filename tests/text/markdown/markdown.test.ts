import fc from 'fast-check'
import {Lexer, Parser, type Token} from 'marked'
import {describe, expect, it} from 'vitest'
import {blockText, inlineText, links} from '../../../src/text/markdown/block-text.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'
import {runs} from '../../series.ts'

function texts(markdown: string): readonly string[] {
  return lexMarkdown(markdown).blocks.map(({token}) => blockText(token))
}

describe('the blocks of a text', () => {
  const text =
    '# Title\n\nOne\ntwo.\n\n\n- a\n- b\n\n> said\n\n```\ncode\n```\n\n<div>\nraw\n</div>\n\n| a |\n|---|\n| b |\n\n***\n\n[x]: https://example.com/\n\nLast.'

  it('know the line they start on', () => {
    const lines = text.split('\n')
    const starts = lexMarkdown(text).blocks.map(({line}) => lines[line - 1])
    expect(starts).toEqual(['# Title', 'One', '- a', '> said', '```', '<div>', '| a |', '***', 'Last.'])
  })

  it('count from the line the text starts on in its file', () => {
    expect(lexMarkdown('\n\nOne.', {firstLine: 5}).blocks[0]?.line).toBe(7)
  })

  it('are whole: their sources and the space between give the text', () => {
    expect(
      new Lexer()
        .blockTokens(text, [])
        .map(({raw}) => raw)
        .join(''),
    ).toBe(text)
  })

  it.each([
    ['a line of one blank', 'One.\n \nTwo.'],
    ['a line of a tab', 'One.\n\t\nTwo.'],
    ['a line of a no-break space', 'One.\n\u00a0\nTwo.'],
    ['Windows line ends', 'One.\r\n\r\nTwo.'],
    ['old Macintosh line ends', 'One.\r\rTwo.'],
  ])('are parted by %s', (_, markdown) => {
    expect(texts(markdown)).toEqual(['One.', 'Two.'])
  })

  it('render like those of an eager parse', () => {
    const markdown =
      '**One** [two](https://example.com/)  \nthree\n\n- [ ] a *b*\n- c\n\n| *a* |\n|---|\n| [b](#) |\n\n> `q`\n\nplain & simple\n\nhttps://example.com/ and `x`'
    const {blocks} = lexMarkdown(markdown)
    const eager = new Lexer().lex(markdown).filter(({type}) => type !== 'space')
    expect(Parser.parse(blocks.map(({token}) => token))).toBe(Parser.parse(eager))
  })
})

describe('inline parsing of the marked-up part alone', () => {
  const word = fc.constantFrom(
    'sea',
    '*a*',
    '**b',
    'c**',
    '_d_',
    '`e',
    'f`',
    '[g](https://h.example/(i))',
    '[j]',
    '(k)',
    '<b>',
    '</b>',
    '<https://l.example/>',
    'https://m.example/n.',
    'www.o.example',
    'p@q.example',
    '&amp;',
    '~~r~~',
    '\\*',
    '\\',
    's_t_u',
    '“_v._”',
    '![w](x)',
    '  ',
    '\n',
    '  \n',
    ':',
    '**x y**',
    '*x’y, z*',
    '`a.b(c && d)<E, f>`',
    '[ä ö](https://h.example/a?b=1&c=2)',
    '(',
    ')',
    '.',
    '&',
  )
  it('gives what parsing the whole paragraph gives', () => {
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 14}), fc.constantFrom(' ', ''), (words, gap) => {
        const text = `x ${words.join(gap)} y`
        expect(Parser.parseInline([...lexMarkdown('').inline(text)])).toBe(Parser.parseInline(Lexer.lexInline(text)))
      }),
      runs(500),
    )
  })
})

describe('plain text', () => {
  it.each([
    ['no markup', 'Just words.', 'Just words.'],
    ['emphasis and code', '**One** _two_ `three *four*`', 'One two three *four*'],
    ['links', '[one](https://example.com/a_(b)) <https://example.com/>', 'one https://example.com/'],
    ['a bracket after a link', '[Leo](https://example.com/) [van Dam]', 'Leo [van Dam]'],
    [
      'a bracket in a link',
      '[Data and its (dis)contents: a survey](https://example.com/)',
      'Data and its (dis)contents: a survey',
    ],
    ['an underscore in a link', '[@_nora](https://example.com/_nora)', '@_nora'],
    ['emphasis within curly quotes', '“_Dark. “Never.” Late._”', '“Dark. “Never.” Late.”'],
    ['references', 'R &amp; D &#8217; &nosuch;', 'R & D ’ &nosuch;'],
    ['inline HTML', 'One <b>two</b><br>three', 'One twothree'],
    ['a hard break and a soft one', 'One  \ntwo\nthree', 'One two three'],
    ['escapes', '\\[laughs\\] 1\\. 2', '[laughs] 1. 2'],
    ['snake_case_words', 'a snake_case_word', 'a snake_case_word'],
    ['a list', '- one\n- *two*\n  - three', 'one two three'],
    ['a table', '| a | b |\n|---|---|\n| *c* | d |', 'a b c d'],
    ['code', '```\nlet a\n```', 'let a'],
  ])('of %s', (_, markdown, expected) => {
    expect(texts(markdown).join(' ')).toBe(expected)
  })

  it('of a piece resolves the references of its document', () => {
    const {inline} = lexMarkdown('[notes]: https://example.com/')
    const tokens = inline('see the [show][notes]')
    expect(inlineText(tokens)).toBe('see the show')
    expect(tokens.at(-1)).toMatchObject({type: 'link', href: 'https://example.com/'})
  })
})

describe('links', () => {
  it('are found in every kind of block', () => {
    const markdown =
      '# [a](#1)\n\n[b *c*](#2)\n\n- [d](#3)\n  - [e](#4)\n\n> [f](#5)\n\n| [g](#6) |\n|---|\n| [h](#7) |'
    const found = lexMarkdown(markdown).blocks.flatMap(({token}) =>
      links(token).map(({text, href}) => `${text} ${href}`),
    )
    expect(found).toEqual(['a #1', 'b c #2', 'd #3', 'e #4', 'f #5', 'g #6', 'h #7'])
  })
})

describe('a hostile text', () => {
  it('that no stack is deep enough for is shown as it is', () => {
    const text = '>'.repeat(30_000)
    expect(
      lexMarkdown(text)
        .blocks.map(({token}) => token.raw)
        .join(''),
    ).toBe(text)
  })

  /** Each took minutes for a million characters; the timeout of a test is what they would run into. */
  it.each([
    '_a',
    '*_a',
    '_*a',
    'a*',
    '_a__b',
    'https://a/(',
    'https://a(',
    'a.',
    '[a](',
    '` ',
    '[^a]',
    '0:00 a\n',
    '![](',
    '<!--',
    '> ',
    '- ',
    '> - ',
    '|\n|-|\n',
    '> a\nb\n',
    'a\n-\n',
    '- a\n  - b\n    - c\n',
    `${'> '.repeat(50)}a\n`,
  ])('of %j, again and again, is read', {timeout: 60_000}, (part) => {
    const text = `a ${part.repeat(Math.ceil(300_000 / part.length))}\n`
    const written = lexMarkdown(text).blocks.map(({token}) => blockText(token))
    expect(written.join('').length).toBeGreaterThan(0)
  })

  it('of a wide table with empty rows is text', () => {
    const text = `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|\n'.repeat(500)}`
    expect(lexMarkdown(text).blocks.map(({token}) => token.type)).not.toContain('table')
    const wide = `|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}\n${`|${'b|'.repeat(50)}\n`.repeat(500)}`
    expect(lexMarkdown(wide).blocks.map(({token}) => token.type)).toEqual(['table'])
  })

  it('of which each line is deeper than the one before ends in text', () => {
    const text = Array.from({length: 100}, (_, depth) => `${'> '.repeat(depth)}a\n\n`).join('')
    const deepest = lexMarkdown(text).blocks.at(-1)?.token
    expect(deepest === undefined ? '' : blockText(deepest)).toContain('> > >')
  })
})

describe('a paragraph of very many marks', () => {
  it('is read in pieces that end where no mark is open', () => {
    const lines = Array.from({length: 400}, (_, index) => `**Kim ${index}:** said [this](https://a.example/${index}).`)
    const [block] = lexMarkdown(`${lines.join('\n')}\n`).blocks
    const tokens = block !== undefined && 'tokens' in block.token ? (block.token.tokens ?? []) : []
    expect(tokens.filter(({type}) => type === 'strong')).toHaveLength(400)
    expect(tokens.filter(({type}) => type === 'link')).toHaveLength(400)
    expect(tokens.map(({raw}) => raw).join('')).toBe(lines.join('\n'))
  })

  it('has no blanks where the language has none', () => {
    const text = Array.from({length: 90}, (_, index) => `参见[甲${index}](https://a.example/${index})、**乙**`).join(
      '。',
    )
    const [block] = lexMarkdown(`${text}\n`).blocks
    const tokens = block !== undefined && 'tokens' in block.token ? (block.token.tokens ?? []) : []
    expect(tokens.filter(({type}) => type === 'link')).toHaveLength(90)
    expect(tokens.map(({raw}) => raw).join('')).toBe(text)
  })

  it('keeps emphasis that is longer than a line', () => {
    const line = `*one\ntwo* ${'`a` **b** '.repeat(3)}`
    const [block] = lexMarkdown(`${line.repeat(60).trim()}\n`).blocks
    const tokens = block !== undefined && 'tokens' in block.token ? (block.token.tokens ?? []) : []
    expect(tokens.filter(({type}) => type === 'em')).toHaveLength(60)
    expect(tokens.filter(({type}) => type === 'strong')).toHaveLength(180)
  })
})

describe('what makes the parse quick', () => {
  const lines = [
    'A sentence with *marks* in it.',
    '**Nora:** Yes.',
    '*one* and two',
    '_three_ and four',
    '“Quoted”, she said.',
    '(aside)',
    'Ärger | Über',
    '--- | ---',
    '---',
    '***',
    '* item',
    '  continued',
    '1. first',
    '> quote',
    '# Heading',
    '### Closed ##',
    '##  two  blanks  ',
    '#none',
    '###',
    '#\ttab',
    '#### with a \\#',
    '# line\u2028separator',
    '<div>',
    '</div>',
    '<!-- open',
    '-->',
    '```',
    '[ref]: https://example.org/',
    '    code',
    '',
    '',
    '',
  ]
  it('finds the blocks that marked finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), {maxLength: 14}), (chosen) => {
        const text = chosen.join('\n')
        const theirs = new Lexer({gfm: true}).blockTokens(text, [])
        const expected = theirs.filter(({type}) => type !== 'space' && type !== 'def')
        const shape = (token: Token) => [
          'text' in token ? token.text : '',
          token.type,
          token.raw,
          token.type === 'heading' ? token.depth : 0,
        ]
        expect(lexMarkdown(text).blocks.map(({token}) => shape(token))).toEqual(expected.map(shape))
      }),
      runs(2000),
    )
  })
})
