import {describe, expect, it} from 'vitest'
import {htmlText, scanHtml} from '../../../src/text/markup/html-tokens.ts'

function attributesOf(html: string): Record<string, string> {
  const token = scanHtml(html)[0]
  return token?.kind === 'open' ? Object.fromEntries(token.attributes) : {}
}

describe('the attributes of a tag', () => {
  it.each([
    ['in quotes', '<a href="x" title=\'y z\'>', {href: 'x', title: 'y z'}],
    ['without quotes', '<a href=x/y target=_blank>', {href: 'x/y', target: '_blank'}],
    [
      'with nothing between them',
      '<iframe style="a: 16 / 9;"src="https://example.com/">',
      {style: 'a: 16 / 9;', src: 'https://example.com/'},
    ],
    ['with bare ampersands', '<a href="?a=1&b=2&amp;c=3">', {href: '?a=1&b=2&c=3'}],
    ['over lines', '<img style=\n"margin:auto"\n src="x">', {style: 'margin:auto', src: 'x'}],
    ['twice: the first counts', '<a href="x" HREF="y">', {href: 'x'}],
    ['without value', '<video controls src="x"/>', {controls: '', src: 'x'}],
    ['with a quote that is not closed', '<a href="x', {href: '', x: ''}],
  ])('%s', (_, html, expected) => {
    expect(attributesOf(html)).toEqual(expected)
  })
})

describe('the text of HTML', () => {
  it.each([
    ['<p>One <b>two</b></p>\n<p>three</p>', 'One two three'],
    ['<!-- <b>no</b> -->yes<!DOCTYPE html>', 'yes'],
    ['R &amp; D', 'R & D'],
    ['a < b and 1<2', 'a < b and 1<2'],
    ['<img alt="x"></a>', ''],
    ['<', '<'],
    ['<!-- never closed', ''],
  ])('%s', (html, expected) => {
    expect(htmlText(html)).toBe(expected)
  })
})
