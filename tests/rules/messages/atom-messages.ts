import {across, grid, type MessageTable} from './message-row.ts'

const entryLine =
  '<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary></entry>'
const otherEntry = entryLine.replaceAll('/1', '/2').replace('T09', 'T10')
const source = (content: string) =>
  `<source><title>Theirs</title><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated>${content}</source>`
const texts = ['title', 'subtitle', 'rights']
const entryTexts = ['title', 'summary', 'rights']

/** Atom 1.0. https://www.rfc-editor.org/rfc/rfc4287 */
export const atomMessages: MessageTable = {
  AttrNotBlank: {
    rules: ['feed-attribute-blank'],
    bad: {
      channel: [
        '<cloud domain="" port="80" path="" registerProcedure="ping" protocol="soap"/>',
        '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol=""/>',
      ],
      feed: [
        ...grid('<{} type="[]">Talk</{}>', texts, ['', ' ']),
        ...across('<category term="a" {}=""/>', ['label']),
        '<category term=""/>',
        '<generator version="">Pen</generator>',
        '<link rel="" href="..."/>\n<link rel="self" href="..."/>',
      ],
      entry: [
        ...grid('<{} type="[]">Talk</{}>', [...entryTexts, 'content'], ['', ' ']),
        '<link href="..."/><link rel="" href="..."/>',
        '<link title="" href="..."/>',
        '<category term=" "/>',
        source('<rights type="">Mine</rights>'),
      ],
    },
    good: {
      feed: [
        ...grid('<{} type="[]">Talk</{}>', texts, ['text', 'html']),
        '<category term="a" label="A" scheme="..."/>',
      ],
      entry: ['<link rel="alternate" title="One" href="..."/>', '<content type="text">Talk</content>'],
    },
  },
  DuplicateEntries: {
    rules: ['feed-entries-duplicate'],
    bad: {feed: [`${entryLine}\n${entryLine}`, `${entryLine}\n${otherEntry}\n${entryLine}`]},
    good: {feed: [entryLine, `${entryLine}\n${otherEntry}`]},
  },
  DuplicateIds: {
    rules: ['feed-id-of-feed-again'],
    bad: {
      feed: [
        `<id>https://example.com/1</id>\n${entryLine}`,
        `<id>https://example.com/2</id>\n${entryLine}\n${otherEntry}`,
      ],
    },
    good: {feed: [`<id>https://example.com/</id>\n${entryLine}`, `<id>https://example.com/1#feed</id>\n${entryLine}`]},
  },
  DuplicateUpdated: {
    rules: ['feed-updated-twice'],
    bad: {
      feed: [`${entryLine}\n${otherEntry.replace('T10', 'T09')}`, `${otherEntry.replace('T10', 'T09')}\n${entryLine}`],
    },
    good: {feed: [entryLine, `${entryLine}\n${otherEntry}`, `<updated>2024-01-31T09:00:00Z</updated>\n${entryLine}`]},
  },
  MisplacedMetadata: {
    rules: ['feed-metadata-misplaced'],
    bad: {
      feed: [
        ...across(`${entryLine}\n<{}>https://example.com/</{}>`, ['id', 'logo', 'icon']),
        ...across(`${entryLine}\n<{}>Talk</{}>`, ['title', 'subtitle', 'rights', 'generator']),
        `${entryLine}\n<link rel="self" href="..."/>`,
        `${entryLine}\n<category term="a"/>`,
        `${entryLine}\n<author><name>Ada</name></author>`,
        `${entryLine}\n<updated>2024-01-31T09:00:00Z</updated>`,
      ],
    },
    good: {
      feed: [
        `<subtitle>Talk</subtitle>\n${entryLine}`,
        `${entryLine}\n<dc:date>2024-01-31</dc:date>`,
        `${entryLine}\n${otherEntry}`,
      ],
    },
  },
  MisplacedXHTMLContent: {
    rules: ['feed-xhtml-misplaced'],
    bad: {
      entry: [
        ...across('<{} xmlns="http://www.w3.org/1999/xhtml">Talk</{}>', ['div', 'p', 'body']),
        ...across('<{}><div xmlns="http://www.w3.org/1999/xhtml">Talk</div></{}>', ['summary', 'content', 'rights']),
        '<content type="html"><p xmlns="http://www.w3.org/1999/xhtml">Talk</p></content>',
      ],
      feed: ['<div xmlns="http://www.w3.org/1999/xhtml">Talk</div>'],
    },
    good: {
      entry: [
        ...across('<{} type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Talk</div></{}>', [
          ...entryTexts,
          'content',
        ]),
        '<content type="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><p>Talk</p></body></html></content>',
        '<content type="html">&lt;p>Talk&lt;/p></content>',
      ],
    },
  },
  MissingContentOrAlternate: {
    rules: ['feed-entry-leads-nowhere'],
    bad: {
      entry: [
        '<!-- no link -->',
        '<link rel="related" href="..."/>',
        '<link rel="self" href="..."/>',
        '<!-- no link -->\n<summary>Talk</summary>',
      ],
    },
    good: {
      entry: [
        '<link href="..."/>',
        '<link rel="alternate" href="..."/>',
        '<!-- no link -->\n<content>Talk</content>',
        '<!-- no link -->\n<content type="audio/mpeg" src="..."/>',
      ],
    },
  },
  MissingSourceElement: {
    rules: ['feed-source-incomplete'],
    bad: {
      entry: [
        '<source><title>Theirs</title><id>https://example.net/</id></source>',
        '<source><title>Theirs</title><updated>2024-01-30T09:00:00Z</updated></source>',
        '<source><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated></source>',
        '<source/>',
      ],
    },
    good: {
      entry: [source(''), source('<author><name>Bo</name></author><category term="a"/><link rel="self" href="..."/>')],
    },
  },
  MissingSummary: {
    rules: ['feed-summary-missing'],
    bad: {
      entry: [
        ...across('<!-- no summary -->\n<content type="{}">aGVsbG8=</content>', [
          'image/png',
          'audio/mpeg',
          'application/pdf',
        ]),
        ...across('<!-- no summary -->\n<content type="{}" src="..."/>', ['audio/mpeg', 'text/html']),
        '<!-- no summary -->\n<content src="..."/>',
      ],
    },
    good: {
      entry: [
        ...across('<!-- no summary -->\n<content type="{}">Talk</content>', ['text', 'html', 'text/plain', 'text/csv']),
        ...across('<!-- no summary -->\n<content type="{}"><a xmlns="http://www.w3.org/2000/svg"/></content>', [
          'image/svg+xml',
          'application/xml',
          'text/xml',
          'application/atom+xml',
        ]),
        '<summary>Talk</summary>\n<content type="audio/mpeg" src="..."/>',
      ],
    },
  },
  MissingTextualContent: {
    rules: ['feed-entry-without-text'],
    bad: {entry: ['<!-- no summary -->', '<!-- no summary -->\n<link rel="enclosure" href="..."/><link href="..."/>']},
    good: {entry: ['<summary>Talk</summary>', '<!-- no summary -->\n<content>Talk</content>']},
  },
  MissingTypeAttr: {
    rules: ['feed-content-type-missing'],
    bad: {
      entry: [
        '<content src="..."/>',
        '<content src="https://example.com/1.mp3" xml:lang="en"/>',
        '<content xml:base="https://example.com/" src="1.mp3"/>',
        '<content src="..."></content>',
      ],
    },
    good: {
      entry: [
        '<content type="audio/mpeg" src="..."/>',
        '<content src="..." type="text/html"/>',
        '<content>Talk</content>',
      ],
    },
  },
  ContainsEmail: {
    rules: ['feed-name-has-mail'],
    bad: {author: across('<name>{}</name>', ['ada@example.com', 'Ada (ada@example.com)', 'Ada &lt;ada@example.com>'])},
    good: {author: across('<name>{}</name>', ['Ada', '@ada', 'Ada @ home', 'a@b'])},
  },
  UndeterminableVocabulary: {
    rules: ['feed-vocabulary-unknown'],
    bad: {
      entry: ['<rating xmlns="">5</rating>', '<note xmlns=""/>'],
      feed: ['<note xmlns="">x</note>'],
      author: ['<note xmlns="">x</note>'],
    },
    good: {
      entry: [
        '<dc:date>2024-01-31</dc:date>',
        '<x:note xmlns:x="http://example.com/x">x</x:note>',
        '<x:box xmlns:x="http://example.com/x"><x:in/></x:box>',
      ],
    },
  },
}
