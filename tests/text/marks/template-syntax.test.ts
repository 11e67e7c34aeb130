import {describe, expect, it} from 'vitest'
import {stripTemplateSyntax as strip} from '../../../src/text/marks/template-syntax.ts'

const stripTemplateSyntax = (markdown: string) => strip(markdown).text

describe('what another site generator would replace', () => {
  it.each([
    ['a Liquid tag', '{%- include util.html -%}\nOne.', '\nOne.'],
    ['a Liquid value', 'One {{ site.url }}two.', 'One two.'],
    ['a Liquid value in a link', '[a]({{ site.url }}/b)', '[a](/b)'],
    ['a definition of Liquid', '[episode]: {{episode.url}}', '[episode]: <>'],
    ['a definition behind an include', '{%- include util.html -%} [episode]: {{episode.url}}', '[episode]: <>'],
    ['a table of contents', '* placeholder\n{:toc}\nOne.', '\n\nOne.'],
    ['attributes of kramdown', 'One.\n{: .note}', 'One.\n'],
    ['a Vue component', '<DisplayDate :dateStr="now" />One.', 'One.'],
    ['imports of MDX', 'import Quote from \'../Quote.astro\'\nimport {A,\n  B} from "./b"\n\nOne.', '\n\n\n\nOne.'],
    ['an export of MDX', 'export const meta = {\n  title: "x"\n}\n\nOne.', '\n\n\n\nOne.'],
    ['a component of MDX', '<Chart data={[1, {a: 2}]} isWide />One.', 'One.'],
    ['a Vue component over lines', '<a-player\n  :options="{a: 1}"\n/>\nOne.', '\n\n\nOne.'],
  ])('is taken out: %s', (_, markdown, expected) => {
    expect(stripTemplateSyntax(markdown)).toBe(expected)
  })

  it.each([
    ['in a code block', '```liquid\n{% if a %}\n```'],
    ['in a code block that is never closed', '~~~\n{{ a }}'],
    ['in a code span', 'Write `{{ a }}` there.'],
    ['HTML', '<a-b>x</a-b> <Vec<T>> <img src="x"/>'],
    ['what only begins like MDX', 'import one from two\nexport control is a topic\nimport taxes, said "x"'],
    ['imports of MDX in a code block', "```js\nimport a from 'b'\n```"],
    ['prose in braces', 'A set {a, b} and {}'],
  ])('stays: %s', (_, markdown) => {
    expect(stripTemplateSyntax(markdown)).toBe(markdown)
  })
})
