import {describe, expect, test} from 'vitest'
import {absoluteUrl} from '../../../src/model/absolute-url.ts'
import {renderNotes} from '../../../src/render/notes/notes.ts'
import type {NotesPolicy} from '../../../src/render/notes/notes-policy.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'

const base = absoluteUrl('https://example.org/show/episodes/one/') ?? expect.fail()

function render(markdown: string, policy: NotesPolicy) {
  const {html, problems} = renderNotes(lexMarkdown(markdown).blocks, {base, policy, file: 'one.md'})
  return {html, codes: problems.map((each) => each.code)}
}

describe('Markdown', () => {
  const cases: readonly (readonly [what: string, markdown: string, feed: string, page: string])[] = [
    ['references are read once', 'Q&amp;A &eacute; \\&lt;', '<p>Q&amp;A é &amp;lt;</p>', '<p>Q&amp;A é &amp;lt;</p>'],
    ['a lone ampersand', 'Tom & Co < 3', '<p>Tom &amp; Co &lt; 3</p>', '<p>Tom &amp; Co &lt; 3</p>'],
    [
      'headings move below those of their place',
      '# A\n\n##### B',
      '<h2>A</h2>\n<h4>B</h4>',
      '<h3 id="notes-a">A</h3>\n<h5 id="notes-b">B</h5>',
    ],
    ['struck out text', '~~a~~', '<p>a</p>', '<p><del>a</del></p>'],
    [
      'tight list with tasks',
      '- [x] a\n- b',
      '<ul>\n<li>☑ a</li>\n<li>b</li>\n</ul>',
      '<ul>\n<li>☑ a</li>\n<li>b</li>\n</ul>',
    ],
    ['list that starts at 3', '3. a', '<ol start="3">\n<li>a</li>\n</ol>', '<ol start="3">\n<li>a</li>\n</ol>'],
    [
      'code',
      '```js\na < "b"\n```',
      '<pre><code>a &lt; &quot;b&quot;</code></pre>',
      '<pre><code>a &lt; &quot;b&quot;</code></pre>',
    ],
    ['rule', 'a\n\n---', '<p>a</p>', '<p>a</p>\n<hr>'],
    [
      'picture',
      '![A *red* door](door.jpg)',
      '<p>A red door</p>',
      '<p><img src="https://example.org/show/episodes/one/door.jpg" alt="A red door" loading="lazy" decoding="async"></p>',
    ],
    [
      'picture without a text',
      '![](door.jpg)\n\nb',
      '<p>b</p>',
      '<p><img src="https://example.org/show/episodes/one/door.jpg" alt="" loading="lazy" decoding="async"></p>\n<p>b</p>',
    ],
    [
      'table',
      '| a | b |\n|--|--:|\n| 1 | 2 |',
      '<p>a | b</p>\n<p>1 | 2</p>',
      '<table>\n<thead>\n<tr><th>a</th><th align="right">b</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td align="right">2</td></tr>\n</tbody>\n</table>',
    ],
  ]
  test.each(cases)('%s', (_what, markdown, feed, page) => {
    expect(render(markdown, 'feed').html).toBe(feed)
    expect(render(markdown, 'page').html).toBe(page)
  })
})

describe('links', () => {
  const kept: readonly (readonly [written: string, published: string])[] = [
    ['https://a.example/?b=1&c=2', 'https://a.example/?b=1&amp;c=2'],
    ['/blog/x.png', 'https://example.org/blog/x.png'],
    ['../two/', 'https://example.org/show/episodes/two/'],
    ['//a.example/x', 'https://a.example/x'],
    ['www.elastic.co', 'https://www.elastic.co/'],
    ['mailto:show@example.org', 'mailto:show@example.org'],
    ['#t=90', 'https://example.org/show/episodes/one/#t=90'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
  ]
  test.each(kept)('%s leads to %s', (written, published) => {
    expect(render(`[a](${written})`, 'feed')).toEqual({html: `<p><a href="${published}">a</a></p>`, codes: []})
  })

  const dropped = [
    'javascript:x()',
    'JAVASCRIPT:x()',
    'java&#115;cript:x()',
    '&#1;javascript:x()',
    'vbscript:x',
    'data:text/html,x',
    'ftp://a.example',
  ]
  test.each(dropped)('%s is left out and its text kept', (written) => {
    expect(render(`[a](${written})`, 'page')).toEqual({html: '<p>a</p>', codes: ['link-unsafe']})
  })

  test('an address that is none is left out', () => {
    expect(render('[a](http://[)', 'feed')).toEqual({html: '<p>a</p>', codes: ['link-unreadable']})
  })

  test('a bare host is completed to https', () => {
    expect(render('www.example.org', 'feed').html).toBe('<p><a href="https://www.example.org/">www.example.org</a></p>')
  })

  test('a place on the same page stays one on the page', () => {
    expect(render('[03:09](#t=03:09)', 'page').html).toBe('<p><a href="#t=03:09">03:09</a></p>')
  })
})

describe('HTML that the author wrote', () => {
  const link = 'href="https://example.org/q?a=1&amp;b=2"'
  const picture = '<img src="https://example.org/a.png" alt="" loading="lazy" decoding="async">'
  const cases: readonly (readonly [what: string, source: string, page: string])[] = [
    ['a picture in a link', '<a href="/q?a=1&b=2"><img src="/a.png"></a>', `<p><a ${link}>${picture}</a></p>`],
    [
      'an element around Markdown',
      '<details>\n\n*a*\n\n</details>\n\n*b*',
      '<details><p><em>a</em></p>\n</details><p><em>b</em></p>',
    ],
    ['a stray end tag', '*a*</a> b', '<p><em>a</em> b</p>'],
    ['a tag that is never closed', '<b>a\n\nb', '<p><b>a</b></p>\n<p>b</p>'],
    ['a whole document', '<html><head><style>p{}</style></head><body><p>a</p></body></html>', '<p>a</p>'],
    ['boxes without a meaning', '<div class="x"><div>a</div><div>b</div></div>', '<p>a</p><p>b</p>'],
    ['attributes that are not ours', '<p onclick="x()" style="color:red" class="y" id="z">a</p>', '<p>a</p>'],
    ['an empty line at the start of a preformatted text', '<pre>\n\na</pre>', '<pre>a</pre>'],
    ['a comment', 'a <!-- <b> --> b', '<p>a  b</p>'],
  ]
  test.each(cases)('%s', (_what, source, page) => {
    const {html} = render(source, 'page')
    expect(html).toBe(page)
  })

  test('rows of a table are lines in a feed', () => {
    const html = '<table><tr><td>1<td>2</tr><tr><td><p>3</p></td><td>4</table>'
    expect(render(html, 'feed').html).toBe('<p>1 | 2</p><p>3 | 4</p>')
  })

  test('an embed becomes a link', () => {
    const embed = '<iframe style="a"src="https://maps.example/1" title="The map"></iframe>'
    expect(render(embed, 'page')).toEqual({
      html: '<p><a href="https://maps.example/1">The map</a></p>',
      codes: ['embed-linked'],
    })
  })

  test('a script goes with what is in it, and the author is told once', () => {
    const scripts = '<script>a()</script>\n\nx <script>b()</script> y'
    expect(render(scripts, 'feed')).toEqual({html: '<p>x  y</p>', codes: ['html-removed']})
  })
})
