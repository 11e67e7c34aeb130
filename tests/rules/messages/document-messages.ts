import {across, type MessageTable, words} from './message-row.ts'

const bytes = (text: string, encoding: BufferEncoding = 'latin1', mark: readonly number[] = []) =>
  new Uint8Array([...mark, ...Buffer.from(text, encoding)])
const feed = (declaration: string, title = 'a') =>
  `<?xml version="1.0"${declaration}?><rss version="2.0"><channel><title>${title}</title><link>https://example.com/</link><description>b</description></channel></rss>`
const inEncoding = (encoding: string, title?: string) => feed(` encoding="${encoding}"`, title)
const utf8Mark = [0xef, 0xbb, 0xbf]
const littleMark = [0xff, 0xfe]
const swapped = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
const netscape =
  'PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"'
const old = (doctype: string, version: string) =>
  `<!DOCTYPE ${doctype}><rss version="${version}"><channel><title>a</title><link>https://example.com/</link><description>b</description><language>en</language></channel></rss>`

/** The document: bytes, XML, namespaces. */
export const documentMessages: MessageTable = {
  SAXError: {
    rules: [
      'feed-not-well-formed',
      'feed-entity-undefined',
      'feed-prefix-undeclared',
      'feed-namespace-missing',
      'feed-encoding-contradicted',
    ],
    bad: {
      'a file in Latin-1': across('<?xml version="1.0" encoding="{}"?>', ['UTF-16', 'utf-16le', 'ucs-2', 'utf-32']),
      bytes: [
        bytes(inEncoding('iso-8859-1'), 'utf8', utf8Mark),
        bytes(inEncoding('windows-1252'), 'utf8', utf8Mark),
        bytes(inEncoding('utf-8'), 'utf16le', littleMark),
        swapped(inEncoding('iso-8859-1')),
      ],
      channel: [
        '<category>a & b</category>',
        '<category>a',
        '<category>a</b>',
        '<category a=b>x</category>',
        '<category a="1" a="2">x</category>',
        '<category>]]></category>',
        '<category>caf&eacute;</category>',
        '<category>&#0;</category>',
        '<category>a\u0001</category>',
        '<category a="<"/>',
        '<1/>',
        '<!-- a -- b -->',
        '<z9:b/>',
        '<x:y:z xmlns:x="http://example.com/x"/>',
      ],
      file: [
        '',
        'text',
        '<rss version="2.0"><channel>',
        '<rss version="2.0"/><rss version="2.0"/>',
        '\n<?xml version="1.0"?><rss version="2.0"/>',
        '<rss version=2.0></rss>',
      ],
    },
    good: {
      channel: [
        '<category>a &amp; b</category>',
        '<category>&#233; &#xe9; &lt; &gt; &quot; &apos;</category>',
        '<category><![CDATA[a & b]]></category>',
        "<category domain='a'>x</category>",
        '<category\n domain = "a"\n>x</category\n>',
        '<!-- a - b -->',
      ],
      bytes: [bytes(feed(''), 'utf8', utf8Mark)],
    },
  },
  InvalidDoctype: {
    rules: ['feed-doctype-other'],
    bad: {
      file: [
        old(`rss ${netscape}`, '2.0'),
        old(`rss ${netscape}`, '0.92'),
        old('rss SYSTEM "https://www.rssboard.org/rss-0.91.dtd"', '2.0'),
        old('html', '2.0'),
        old(`rss ${netscape.replaceAll('0.91', '0.92')}`, '0.91'),
        old(`rss ${netscape.replace('rss-0.91', 'rss-0.92')}`, '0.91'),
        old('feed', '2.0'),
        `<!DOCTYPE rss ${netscape}><feed xmlns="http://www.w3.org/2005/Atom"/>`,
      ],
    },
    good: {
      file: [
        old(`rss ${netscape}`, '0.91'),
        old('rss', '2.0'),
        old('rss [<!ENTITY a "b">]', '2.0'),
        old(
          'rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "https://www.rssboard.org/rss-0.91.dtd"',
          '0.91',
        ),
      ],
    },
  },
  ContainsSystemEntity: {
    rules: ['feed-entity-external'],
    bad: {
      'before the first tag': [
        '<!DOCTYPE opml [<!ENTITY a SYSTEM "a.txt">]>',
        '<!DOCTYPE opml [<!ENTITY a PUBLIC "x" "https://example.com/a">]>',
        '<!DOCTYPE opml [<!ENTITY % p SYSTEM "p.ent">]>',
        '<!DOCTYPE opml [\n<!ENTITY b "c">\n<!ENTITY  a  SYSTEM  "a.txt" >\n]>',
      ],
    },
    good: {'before the first tag': ['<!DOCTYPE opml>', '<!DOCTYPE opml [<!ENTITY a "SYSTEM">]>', '<!-- SYSTEM -->']},
  },
  UnicodeError: {
    rules: ['feed-bytes-undecodable'],
    bad: {
      'a file in Latin-1': across('<?xml version="1.0"{}?>', ['', ' encoding="utf-8"', ' encoding="us-ascii"']),
      bytes: [
        bytes(inEncoding('utf-8', '\xc3'), 'latin1'),
        bytes(inEncoding('utf-8', '\xed\xa0\x80'), 'latin1'),
        bytes(inEncoding('utf-16le'), 'utf16le', []).subarray(0, -1),
      ],
    },
    good: {
      'a file in Latin-1': across(
        '<?xml version="1.0" encoding="{}"?>',
        words(`iso-8859-1 ISO-8859-15 windows-1252 windows-1250 iso-8859-2 windows-1251 koi8-r latin1`),
      ),
      bytes: [
        bytes(inEncoding('utf-8', 'Caf\xe9'), 'utf8', utf8Mark),
        bytes(inEncoding('UTF-16', 'Caf\xe9'), 'utf16le', littleMark),
        swapped(inEncoding('utf-16', 'Caf\xe9')),
        swapped(feed('')),
        bytes(inEncoding('utf-16le'), 'utf16le'),
        bytes(feed('', 'Caf\xe9'), 'utf8'),
        bytes(inEncoding('us-ascii')),
      ],
    },
  },
}
