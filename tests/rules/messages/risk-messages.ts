import {across, grid, type MessageTable, words} from './message-row.ts'

const texts = ['title', 'summary', 'content', 'rights']
const risky =
  words(`script embed object iframe frame frameset applet meta style base link layer bgsound xml html body head title
  blink marquee`)
const handlers = ['onclick', 'onload', 'onsubmit', 'onmouseover', 'onerror', 'onfocus', 'onblur']
const harmless = [
  'color:red',
  'color:#336699',
  'background-color: white',
  'border: 0',
  'border: 1px solid black',
  'border-bottom: dotted',
  'border-left: medium none',
  'border-collapse: collapse',
  'clear: left',
  'cursor: pointer',
  'display: block',
  'float: right',
  'font-family: Arial, sans-serif',
  "font-family: 'Times New Roman'",
  'font-size: 80%',
  'font-style: italic',
  'font-weight: bold',
  'height: 10px',
  'letter-spacing: 1px',
  'line-height: 1.4',
  'margin: 0 0 10px 5px',
  'margin-left: 2em',
  'overflow: hidden',
  'padding: 4px',
  'padding-top: 1ex',
  'text-align: justify',
  'text-decoration: none',
  'text-indent: 2em',
  'vertical-align: middle',
  'white-space: pre',
  'width: 50%',
  'width: 300px; float: left',
]
const dangerous = [
  'position: fixed',
  'position:absolute; top:0',
  'margin: 99999em',
  'background: url(https://example.com/x.png)',
  'behavior: url(x.htc)',
  'width: expression(alert(1))',
  '-moz-binding: url(x)',
  'mso-list: l0',
  'tab-stops: 1in',
  'z-index: 9',
  'left: 0',
  'color\\3a red',
  'top:/*x*/0',
]

/** What apps remove from HTML, because it could do harm. */
export const riskMessages: MessageTable = {
  SecurityRisk: {
    rules: ['feed-html-risky-element', 'feed-html-risky-attribute', 'feed-html-dangerous-style'],
    bad: {
      item: [
        ...grid('<{}>&lt;[]>x&lt;/[]></{}>', ['description', 'content:encoded'], risky),
        ...grid(
          '<{}>&lt;[] src="https://example.com/x"/></{}>',
          ['description'],
          ['EMBED', 'IFRAME', 'OBJECT', 'Script'],
        ),
        ...across('<body xmlns="http://www.w3.org/1999/xhtml"><{}/></body>', risky),
      ],
      entry: [
        ...grid('<{} type="html">&lt;[]>x</{}>', texts, risky),
        ...across('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><{}/></div></content>', risky),
        '<content type="image/html">PHNjcmlwdD54PC9zY3JpcHQ+</content>',
      ],
    },
    good: {
      item: [
        ...grid(
          '<{}>&lt;[]>x&lt;/[]></{}>',
          ['description', 'content:encoded'],
          ['p', 'a', 'b', 'div', 'table', 'blockquote', 'ul', 'h1', 'pre', 'audio', 'figure'],
        ),
        '<description>the script says</description>',
        '<description>&amp;lt;script></description>',
      ],
      entry: [
        '<content type="text/html">&lt;html>&lt;head>&lt;title>x&lt;/title>&lt;/head>&lt;body>x&lt;/body>&lt;/html></content>',
        ...across('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><{}/></div></content>', [
          'p',
          'img',
          'br',
          'table',
          'em',
          'section',
        ]),
      ],
    },
  },
  SecurityRiskAttr: {
    rules: ['feed-html-risky-attribute', 'feed-html-dangerous-style'],
    bad: {
      item: grid('<{}>&lt;p []="x()">y</{}>', ['description', 'content:encoded'], [...handlers, 'ONCLICK']),
      entry: [
        ...grid('<{} type="html">&lt;p []="x()">y</{}>', texts, handlers),
        ...across(
          '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p {}="x()"/></div></content>',
          handlers,
        ),
      ],
    },
    good: {item: across('<description>&lt;p {}="x">y</description>', ['class', 'id', 'title', 'lang', 'dir', 'one'])},
  },
  DangerousStyleAttr: {
    rules: ['feed-html-dangerous-style'],
    bad: {
      item: grid('<{}>&lt;p style="[]">y</{}>', ['description', 'content:encoded'], dangerous),
      entry: [
        ...grid('<{} type="html">&lt;p style="[]">y</{}>', ['content', 'summary'], dangerous),
        ...across(
          '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="{}"/></div></content>',
          dangerous,
        ),
      ],
    },
    good: {
      item: grid('<{}>&lt;p style="[]">y</{}>', ['description', 'content:encoded'], harmless),
      entry: [
        ...across('<content type="html">&lt;p style="{};">y</content>', harmless),
        ...across(
          '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="{}"/></div></content>',
          harmless,
        ),
      ],
    },
  },
  ContainsRelRef: {
    rules: ['feed-html-relative-url'],
    bad: {
      item: [
        ...grid(
          '<{}>&lt;img src="[]"></{}>',
          ['description', 'content:encoded'],
          ['a.png', '/a.png', '../a.png', '//example.com/a.png', '?x'],
        ),
        '<description>&lt;a href="one">x&lt;/a></description>',
        '<body xmlns="http://www.w3.org/1999/xhtml"><a href="one">x</a></body>',
      ],
    },
    good: {
      item: [
        ...grid(
          '<{}>&lt;a href="[]">x&lt;/a></{}>',
          ['description', 'content:encoded'],
          ['https://example.com/a', 'mailto:ada@example.com', '#note', 'ftp://example.com/'],
        ),
        '<description xml:base="https://example.com/">&lt;img src="a.png"></description>',
        '<description>see a.png</description>',
      ],
      entry: ['<content type="html">&lt;img src="a.png"></content>'],
    },
  },
}
