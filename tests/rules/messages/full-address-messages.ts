import {grid, type MessageTable, words} from './message-row.ts'

const tags = [
  'tag:example.com,2024:one',
  'tag:example.com,2024-01:one',
  'tag:example.com,2024-01-31:one',
  'tag:ada@example.com,2024:one',
  'tag:ada.b_c@example.com,2024:one',
  'tag:my-example.com,2024:a/b?c',
  'tag:2.example.com,2024:x',
  'tag:example.com,2000:',
  'tag:example.com,2000:#a',
  "tag:example.com,2024:a-b.c_d~e:@!$&amp;'()*+,;=",
  'tag:example.com,2024:%C3%A9',
  'tag:localhost,2024:x',
  'tag:EXAMPLE.com,2024:X',
  'tag:192.168.0.1,2024:x',
]
const urns = [
  'urn:isbn:0451450523',
  'urn:example:a:b:c',
  'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
  'urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A',
  'urn:ietf:rfc:2648',
  'urn:x-a:1',
  "urn:example:a()+,-.:=@;$_!*'",
  'urn:example:%C3%A9',
  'URN:example:a',
  'urn:ab:1',
]
const web = [
  'https://example.com/a',
  'http://example.com',
  'https://example.com:8080/a?b=c#d',
  'https://example.com/a,b;c',
  'https://ada@example.com/',
  'https://[2001:db8::1]/',
  'https://example.com/%C3%A9',
  'ftp://example.com/a',
  'mailto:ada@example.com',
  'news:comp.lang',
  'https://xn--exmple-cua.com/',
  "https://example.com/a'b(c)!*~",
  'HTTPS://example.com/',
]
const fill = (template: string, values: readonly string[]) =>
  values.map((value) => template.replaceAll('[]', () => value.replaceAll('"', '&quot;')))
const fullInRss = [
  'link',
  'docs',
  'blogChannel:blogRoll',
  'blogChannel:mySubscriptions',
  'blogChannel:blink',
  'creativeCommons:license',
  'itunes:new-feed-url',
]
const fullInItem = [
  'link',
  'comments',
  'wfw:comment',
  'wfw:commentRss',
  'trackback:ping',
  'trackback:about',
  'creativeCommons:license',
]
const notFull = words(
  `/a a.html ../a example.com www.example.com/a //example.com/a #a http: http:///a https:/example.com`,
)

/** Addresses that must be whole, where a feed has no place to begin from. */
export const fullAddressMessages: MessageTable = {
  InvalidFullLink: {
    rules: ['feed-url-not-full'],
    bad: {
      feed: [
        ...fill('<id>[]</id>', ['', 'one', '/one', 'example.com/one', 'http:///one']),
        ...grid('<{}>[]</{}>', ['creativeCommons:license'], notFull),
        ...fill('<category term="a" scheme="[]"/>', ['a', '/a']),
      ],
      entry: [
        ...fill('<id>[]</id>', ['one', '../one']),
        ...fill('<creativeCommons:license>[]</creativeCommons:license>', notFull),
        ...fill('<thr:in-reply-to ref="[]"/>', ['one']),
      ],
      channel: [
        ...grid('<{}>[]</{}>', fullInRss, notFull),
        ...fill(
          '<admin:generatorAgent xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="[]"/>',
          notFull,
        ),
      ],
      item: [
        ...grid('<{}>[]</{}>', fullInItem, notFull),
        ...fill('<source url="[]">x</source>', notFull),
        ...fill('<media:content url="[]"/>', notFull),
        ...fill('<media:player url="[]"/>', notFull),
        ...fill('<media:thumbnail url="[]"/>', notFull),
        ...fill('<media:category scheme="[]">x</media:category>', notFull),
        ...fill('<media:restriction relationship="deny" type="uri">[]</media:restriction>', ['a']),
      ],
      image: grid('<{}>[]</{}>', ['link', 'url'], notFull),
      textInput: fill('<link>[]</link>', notFull),
      'head of OPML': grid('<{}>[]</{}>', ['docs', 'ownerId'], notFull),
      'body of OPML': grid('<outline text="a" {}="[]"/>', ['xmlUrl', 'htmlUrl', 'url'], notFull),
    },
    good: {
      feed: fill('<id>[]</id>', [...web, ...tags, ...urns]),
      entry: fill('<id>[]</id>', [...web, ...tags, ...urns]),
      channel: grid('<{}>[]</{}>', fullInRss, web),
      item: [...grid('<{}>[]</{}>', fullInItem, web), ...fill('<media:content url="[]"/>', web)],
      'body of OPML': grid('<outline text="a" {}="[]"/>', ['xmlUrl', 'htmlUrl', 'url'], web),
    },
  },
  InvalidURLAttribute: {
    rules: ['feed-url-attribute-invalid'],
    bad: {
      item: [
        ...fill('<enclosure url="[]" length="1" type="audio/mpeg"/>', [
          '',
          '1.mp3',
          '/1.mp3',
          'ftp://example.com/1.mp3',
          'mailto:ada@example.com',
          'https://example.com/a b.mp3',
          ' https://example.com/1.mp3',
          'https://exämple.com/1.mp3',
          'https://example.com/é.mp3',
          'http://',
          'example.com/1.mp3',
        ]),
        ...fill('<itunes:image href="[]"/>', ['c.jpg', '']),
      ],
    },
    good: {
      item: [
        ...fill('<enclosure url="[]" length="1" type="audio/mpeg"/>', [
          'https://example.com/1.mp3',
          'http://example.com:8080/1.mp3?x=1#t',
          'https://example.com/%C3%A9.mp3',
          'https://a_b.example.com/1.mp3',
        ]),
        '<itunes:image href="https://example.com/c.jpg"/>',
      ],
    },
  },
  UriNotIri: {
    rules: ['feed-uri-not-ascii'],
    bad: {
      channel: grid('<{}>[]</{}>', fullInRss, ['https://exämple.com/', 'https://example.com/é']),
      item: grid('<{}>[]</{}>', fullInItem, ['https://example.com/日本']),
    },
    good: {
      channel: [...grid('<{}>[]</{}>', fullInRss, web), '<atom:link rel="self" href="https://exämple.com/é"/>'],
      entry: ['<link href="https://exämple.com/é"/>'],
    },
  },
}
