import {describe, expect, test} from 'vitest'
import {summaryOf} from '../../../src/render/notes/summary.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'

function lex(markdown: string) {
  return lexMarkdown(markdown).blocks
}

describe('the summary', () => {
  const cases: readonly (readonly [what: string, markdown: string, summary: string])[] = [
    [
      'no Markdown is left',
      '# T\n\nWith **Ann** and [Bo](https://b.example) on `x` &amp; y.',
      'With Ann and Bo on x & y.',
    ],
    ['a hard-wrapped paragraph is one line', 'one\ntwo  \nthree\n\nfour', 'one two three'],
    ['a picture is no paragraph', '![A door](a.png)\n\nText.', 'Text.'],
    ['HTML paragraphs count', '<div><script>x()</script><p>In <b>HTML</b>.</p></div>', 'In HTML.'],
    ['a list is no sentence', '- a\n- b', ''],
    ['chapters are no sentence', '- [@00:00] - Hello\n\n0:10 Looms\n\nAll about looms.', 'All about looms.'],
    ['nothing', '', ''],
    [
      'whole sentences',
      'We talk to Dr. Ada about looms. Then we all go for a walk in the rain.',
      'We talk to Dr. Ada about looms.',
    ],
    [
      'a sentence too long is cut at a word',
      'Everything that we know about the loom and its long history',
      'Everything that we know about the loom…',
    ],
    [
      'no greeting alone',
      'Hi! Today all about everything that we know of looms',
      'Hi! Today all about everything that we…',
    ],
    [
      'a language without blanks',
      '今日は織機の歴史について話します。それから雨の中を散歩します。織機の歴史は長いです。',
      '今日は織機の歴史について話します。それから雨の中を散歩します。',
    ],
  ]
  test.each(cases)('%s', (_what, markdown, summary) => {
    expect(summaryOf(lex(markdown), {maxCharacters: 40})).toBe(summary)
  })

  test('no emoji is cut in two', () => {
    expect(summaryOf(lex('🎧'.repeat(40)), {maxCharacters: 40})).toBe(`${'🎧'.repeat(19)}…`)
  })
})
