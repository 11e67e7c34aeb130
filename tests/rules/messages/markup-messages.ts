import {across, grid, type MessageTable} from './message-row.ts'

const samples =
  '<div xmlns="http://www.w3.org/1999/xhtml">Write <code>&lt;b>bold&lt;/b></code> or <pre><![CDATA[<p>]]></pre></div>'
const typed = (type: string, elements: readonly string[], contents: readonly string[]) =>
  grid(`<{} type="${type}">[]</{}>`, elements, contents)
const texts = ['title', 'summary', 'content', 'rights']

/** HTML and XHTML in texts of Atom. */
export const markupMessages: MessageTable = {
  NotInline: {
    rules: ['feed-xhtml-escaped'],
    bad: {
      entry: [
        ...typed(
          'xhtml',
          texts,
          across('<div xmlns="http://www.w3.org/1999/xhtml">{}</div>', [
            '&lt;p>Talk&lt;/p>',
            '&#60;p>Talk&#60;/p>',
            '&#x3c;b&#x3e;x',
            '<![CDATA[<p>Talk</p>]]>',
            'a <i>b</i> &lt;br/>',
          ]),
        ),
        ...typed('xhtml', ['title', 'content'], ['&lt;p>Talk&lt;/p>', '<![CDATA[<p>Talk</p>]]>']),
      ],
      feed: ['<title type="xhtml">&lt;b>Talk&lt;/b></title>'],
    },
    good: {
      entry: [
        ...typed('xhtml', texts, [
          samples,
          '<div xmlns="http://www.w3.org/1999/xhtml"><p>Talk &amp; more</p></div>',
          '<div xmlns="http://www.w3.org/1999/xhtml">a &lt;x> b</div>',
          '<div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2</div>',
          '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:code>&lt;p></x:code></x:div>',
        ]),
        ...typed('html', texts, ['&lt;p>Talk&lt;/p>', '<![CDATA[<p>Talk</p>]]>', '&lt;code>&amp;lt;p>&lt;/code>']),
        '<content type="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>&lt;p></p></body></html></content>',
        '<content type="application/xml"><note xmlns="http://example.com/x">&lt;p></note></content>',
      ],
    },
  },
  NotEscaped: {
    rules: ['feed-html-not-escaped'],
    bad: {
      entry: grid(
        '<{} mode="escaped" type="[]"><p>x</p></{}>',
        ['title', 'summary', 'content', 'rights'],
        ['text/html', 'html'],
      ),
    },
    good: {entry: typed('html', texts, ['&lt;p>x&lt;/p>', '<![CDATA[<p>x</p>]]>'])},
  },
  MissingXhtmlDiv: {
    rules: ['feed-xhtml-div-missing'],
    bad: {
      entry: typed('xhtml', texts, [
        'Talk',
        '',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
        '<div>x</div>',
        '<div xmlns="http://www.w3.org/1999/xhtml">x</div> and more',
        '<div xmlns="http://www.w3.org/1999/xhtml">x</div><div xmlns="http://www.w3.org/1999/xhtml">y</div>',
        '<div xmlns="http://www.w3.org/TR/xhtml1">x</div>',
      ]),
      feed: typed('xhtml', ['title', 'subtitle', 'rights'], ['Talk', '<b xmlns="http://www.w3.org/1999/xhtml">x</b>']),
    },
    good: {
      entry: typed('xhtml', texts, [
        '<div xmlns="http://www.w3.org/1999/xhtml">x</div>',
        '\n <div xmlns="http://www.w3.org/1999/xhtml"/> \n',
      ]),
    },
  },
  HtmlFragment: {
    rules: ['feed-html-fragment'],
    bad: {
      entry: [
        '<content type="text/html">&lt;p>x&lt;/p></content>',
        '<content type="text/html">x</content>',
        '<content type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content>',
      ],
    },
    good: {
      entry: [
        ...across('<content type="text/html">{}</content>', [
          '&lt;html>&lt;head>&lt;title>x&lt;/title>&lt;/head>&lt;body>x&lt;/body>&lt;/html>',
          '&lt;!DOCTYPE html>&lt;title>x&lt;/title>',
          '<![CDATA[<HTML><body>x</body></HTML>]]>',
        ]),
        '<content type="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body/></html></content>',
        '<content type="html">&lt;p>x&lt;/p></content>',
        '<content type="text/html" src="..."/>',
      ],
    },
  },
  NotHtml: {
    rules: ['feed-html-malformed'],
    bad: {
      entry: [
        ...typed('html', texts, [
          '&lt;a',
          '&lt;bogus>x&lt;/bogus>',
          '&lt;a href="x',
          '&lt;!-- x',
          'isn&amp;#x92;t',
          '&amp;nothing;',
        ]),
        '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><bogus>x</bogus></div></summary>',
      ],
      item: [
        ...grid('<{}>[]</{}>', ['description', 'content:encoded'], ['&lt;a', '&lt;bogus>x', 'isn&amp;#146;t']),
        ...across('<media:{} type="html">&lt;a</media:{}>', ['title', 'description', 'text']),
      ],
    },
    good: {
      entry: [
        ...typed('html', texts, [
          '&lt;p>x',
          '&lt;h3>x&lt;/h3>',
          '&lt;br>',
          '&lt;IMG SRC="https://example.com/x.png">',
          'a &amp;amp; b',
          '1 &amp;lt; 2',
          '&lt;ul>&lt;li>x&lt;/ul>',
          '&amp;hellip;',
          '&lt;!-- x -->',
          'plain',
          '&lt;video src="https://example.com/v.mp4">&lt;/video>',
        ]),
        ...typed('xhtml', texts, [samples]),
      ],
      item: grid(
        '<{}>[]</{}>',
        ['description', 'content:encoded'],
        ['&lt;p>x&lt;/p>', 'plain', 'a &lt; b', '<![CDATA[<table><tr><td>x</td></tr></table>]]>', 'AT&amp;T'],
      ),
    },
  },
}
