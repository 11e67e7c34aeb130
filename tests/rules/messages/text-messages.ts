import {across, grid, type MessageTable, words} from './message-row.ts'

const markup = [
  '&lt;b>Talk&lt;/b>',
  '&#60;b&#62;Talk&#60;/b&#62;',
  '<![CDATA[<b>Talk</b>]]>',
  'Talk &amp;amp; more',
  'Caf&amp;eacute;',
  '&amp;#169; 2024',
  '&amp;#xA9; 2024',
  'Lo&amp;#239;c',
  '<![CDATA[Talk &amp; more]]>',
  '&lt;br/>',
  '&lt;a href="x">y&lt;/a>',
]
/** In Atom every way to write a character means the same. */
const anyMarkup = [...markup, '&#x3C;b&#x3E;Talk&#x3C;/b&#x3E;']
/** The RSS Profile asks for hexadecimal references, which survive readers that decode twice. */
const profileExamples = [
  'AT&#x26;T',
  'Bill &#x26; Ted',
  'The &#x26;amp; entity',
  'I &#x3C;3 you',
  'A &#x3C; B',
  'A&#x3C;B',
  'Nice &#x3C;gorilla&#x3E;',
  '&#x3C;b>',
  'R&#x26;D',
]
const plain = [
  'Talk',
  '<![CDATA[Talk]]>',
  'Talk &amp; more',
  'AT&amp;T',
  'M&amp;S',
  '1 &lt; 2',
  '5 &gt; 4',
  'Ünïcödé',
  '"quoted"',
  "it's",
]
const samples =
  '<div xmlns="http://www.w3.org/1999/xhtml">Write <code>&lt;b>bold&lt;/b></code> or <pre><![CDATA[<p>]]></pre></div>'
const typed = (type: string, elements: readonly string[], contents: readonly string[]) =>
  grid(`<{} type="${type}">[]</{}>`, elements, contents)
const texts = ['title', 'summary', 'content', 'rights']

/** Texts: plain, HTML and XHTML, and what stands in them. */
export const textMessages: MessageTable = {
  ContainsHTML: {
    rules: ['feed-html-in-plain-text', 'feed-text-ambiguous'],
    bad: {
      channel: grid(
        '<{}>[]</{}>',
        words(`title description copyright generator category itunes:author itunes:title itunes:subtitle itunes:summary
  itunes:keywords`),
        markup,
      ),
      item: [
        ...grid('<{}>[]</{}>', ['dc:creator', 'dc:subject', 'dc:publisher', 'dc:rights'], markup),
        ...grid(
          '<{}>[]</{}>',
          words(`title category itunes:author itunes:title itunes:subtitle itunes:summary media:keywords media:category
  media:credit media:copyright`),
          markup,
        ),
        '<source url="...">&lt;b>Theirs&lt;/b></source>',
        '<media:category label="&lt;b>x&lt;/b>">x</media:category>',
      ],
      image: grid('<{}>[]</{}>', ['title', 'description'], markup),
      textInput: grid('<{}>[]</{}>', ['title', 'description'], markup),
      author: grid('<name>[]</name>', [''], anyMarkup),
      entry: [
        ...grid('<contributor><name>[]</name></contributor>', [''], anyMarkup),
        '<category term="a" label="&lt;b>A&lt;/b>"/>',
        '<category term="a" label="R&amp;ouml;ck"/>',
        '<link href="..." title="&lt;i>One&lt;/i>"/>',
      ],
      feed: grid('<generator>[]</generator>', [''], markup),
      'channel of a podcast': [
        '<itunes:owner><itunes:name>&lt;b>Ada&lt;/b></itunes:name><itunes:email>ada@example.com</itunes:email></itunes:owner>',
      ],
    },
    good: {
      channel: grid('<{}>[]</{}>', ['title', 'description', 'copyright', 'category'], [...profileExamples, ...plain]),
      item: grid(
        '<{}>[]</{}>',
        ['title', 'category', 'itunes:subtitle', 'media:credit'],
        [...profileExamples, ...plain],
      ),
      author: grid('<name>[]</name>', [''], [...plain, 'Nice &lt;gorilla>', 'alpha&amp;omega']),
      entry: ['<category term="a" label="A &amp; B"/>', '<link href="..." title="A &lt; B"/>'],
    },
  },
  CharacterData: {
    rules: ['feed-text-ambiguous', 'feed-html-in-plain-text'],
    bad: {
      item: across('<title>{}</title>', [
        'a &lt;b',
        'x &lt;/',
        '&lt;!',
        '&lt;?x',
        '&amp;&lt;a',
        'a &#60;b',
        '<![CDATA[a <b]]>',
      ]),
    },
    good: {item: grid('<title>[]</title>', [''], [...profileExamples, ...plain, '&lt;3', '&lt; b', '&lt;', '&#38;'])},
  },
  ContainsUndeclaredHTML: {
    rules: ['feed-html-undeclared'],
    bad: {
      feed: [
        ...grid('<{}>[]</{}>', ['title', 'subtitle', 'rights'], anyMarkup),
        ...typed('text', ['title', 'subtitle', 'rights'], anyMarkup),
      ],
      entry: [
        ...grid('<{}>[]</{}>', texts, anyMarkup),
        ...typed('text', texts, anyMarkup),
        '<content type="text/plain">&lt;b>Talk&lt;/b></content>',
      ],
      item: [
        ...grid('<media:{}>[]</media:{}>', ['title', 'description', 'text'], anyMarkup),
        '<media:title type="plain">&lt;b>Talk&lt;/b></media:title>',
        '<atom:summary>&lt;b>Talk&lt;/b></atom:summary>',
      ],
    },
    good: {
      feed: grid('<{}>[]</{}>', ['title', 'subtitle', 'rights'], [...plain, 'Nice &lt;gorilla>', 'alpha&amp;omega']),
      entry: [
        ...grid('<{}>[]</{}>', texts, [...plain, 'a &lt;x>']),
        ...typed(
          'html',
          texts,
          markup.filter((each) => !each.includes('href')),
        ),
        ...typed('xhtml', texts, [samples]),
      ],
      item: ['<media:title type="html">&lt;b>Talk&lt;/b></media:title>', '<media:text>1 &lt; 2</media:text>'],
    },
  },
  BadCharacters: {
    rules: ['feed-characters-misdecoded'],
    bad: {
      channel: across('<title>{}</title>', ['CafÃ©', 'it&#146;s', 'it&#x92;s', 'â€œTalkâ€', '&#xFFFD;', 'a\u0093b']),
      item: grid(
        '<{}>[]</{}>',
        ['title', 'description', 'content:encoded', 'category'],
        ['CafÃ©', 'it&#146;s', 'naÃ¯ve'],
      ),
      entry: [...grid('<{}>[]</{}>', texts, ['CafÃ©', 'it&#146;s']), '<link href="..." title="CafÃ©"/>'],
      author: ['<name>JosÃ©</name>'],
    },
    good: {
      channel: across('<title>{}</title>', ['Café', '“Talk”', 'it’s', 'it&#8217;s', '½ £ §', '日本語', 'Ñandú']),
      bytes: [
        new Uint8Array(
          Buffer.from(
            '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>it\x92s</title><link>https://example.com/</link><description>x</description></channel></rss>',
            'latin1',
          ),
        ),
      ],
    },
  },
}
