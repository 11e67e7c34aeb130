import type {feedHtmlRules} from '../../src/model/problems/feed-rules-html.ts'
import {inChannel, inEntry, inItem, type RuleCase, type RuleCases} from './rule-case.ts'

function description(bad: string, good: string): RuleCase {
  const written = (html: string): string => `<description><![CDATA[${html}]]></description>`
  return inItem(written(bad), written(good))
}

const div = '<div xmlns="http://www.w3.org/1999/xhtml">Talk</div>'
const escaped = '&lt;p&gt;Talk&lt;/p&gt;'
const content = (type: string, text: string): string => `<content type="${type}">${text}</content>`

export const htmlCases: RuleCases<typeof feedHtmlRules> = {
  'feed-html-in-plain-text': inChannel('<copyright>&lt;b&gt;Ada&lt;/b&gt;</copyright>', '<copyright>Ada</copyright>'),
  'feed-text-ambiguous': inChannel('<copyright>a &lt;b</copyright>', '<copyright>a &#x3C;b</copyright>'),
  'feed-html-undeclared': inEntry(`<rights>${escaped}</rights>`, `<rights type="html">${escaped}</rights>`),
  'feed-html-malformed': description('<p>Talk</p><br', '<p>Talk</p><br>'),
  'feed-html-risky-element': description(
    '<iframe src="https://example.com/player"></iframe>',
    '<a href="https://example.com/player">Listen</a>',
  ),
  'feed-html-risky-attribute': description('<p onclick="play()">Talk</p>', '<p>Talk</p>'),
  'feed-html-script-url': description(
    '<a href="javascript:play()">Play</a>',
    '<a href="https://example.com/1">Play</a>',
  ),
  'feed-html-dangerous-style': description(
    '<p style="position: fixed">Talk</p>',
    '<p style="text-align: center">Talk</p>',
  ),
  'feed-html-relative-url': description('<img src="/cover.png">', '<img src="https://example.com/cover.png">'),
  'feed-html-fragment': inEntry(content('text/html', escaped), content('html', escaped)),
  'feed-html-not-escaped': inEntry(
    content('application/xml', '<p/>').replace('>', ' mode="escaped">'),
    content('html', escaped),
    // The attribute is that of Atom 0.3, too.
    {also: ['feed-attribute-unexpected']},
  ),
  'feed-xhtml-escaped': inEntry(content('xhtml', div.replace('Talk', escaped)), content('xhtml', div)),
  'feed-xhtml-div-missing': inEntry(content('xhtml', 'Talk'), content('xhtml', div)),
}
