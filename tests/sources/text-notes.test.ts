import {describe, expect, it} from 'vitest'
import {textHtml, typedNotesHtml} from '../../src/sources/text-notes.ts'

describe('notes that were typed into a form', () => {
  it.each([
    ['lines and paragraphs', 'One\ntwo\n\n \nThree', '<p>One<br>two</p>\n<p>Three</p>'],
    ['line ends of Windows', 'One\r\ntwo\r\n\r\nThree', '<p>One<br>two</p>\n<p>Three</p>'],
    [
      'addresses',
      'Map:\nhttps://trains.example/a_b?c=1&amp;d=2. (https://x.example)',
      '<p>Map:<br><a href="https://trains.example/a_b?c=1&amp;d=2">https://trains.example/a_b?c=1&amp;d=2</a>. (<a href="https://x.example">https://x.example</a>)</p>',
    ],
    [
      'an address with brackets',
      'At\nhttps://x.example/A_(b)',
      '<p>At<br><a href="https://x.example/A_(b)">https://x.example/A_(b)</a></p>',
    ],
    ['lines that a program indented', 'One\n      two\n      three', '<p>One two three</p>'],
    [
      'lines that a program broke',
      `${'word '.repeat(14)}\n${'more '.repeat(13)}\nend`,
      `<p>${'word '.repeat(14)}${'more '.repeat(13)}end</p>`,
    ],
  ])('keep %s', (_what, text, html) => {
    expect(typedNotesHtml(text)).toBe(html)
  })

  it.each(['One line, R&amp;B', '<p>One</p>\n<p>two</p>', 'One<br/>\ntwo', ''])('are HTML already in %j', (html) => {
    expect(typedNotesHtml(html)).toBe(html)
  })

  it('are escaped where the source says that they are text', () => {
    expect(textHtml('A <b> & "https://x.example/?a&b"')).toBe(
      '<p>A &lt;b&gt; &amp; &quot;<a href="https://x.example/?a&amp;b">https://x.example/?a&amp;b</a>&quot;</p>',
    )
    expect(textHtml('')).toBe('')
  })

  it('take no time where somebody means ill', () => {
    const text = `\n${`https://${'.'.repeat(1990)}a`.repeat(2000)}`
    expect(typedNotesHtml(text).length).toBeGreaterThan(text.length)
  })
})
