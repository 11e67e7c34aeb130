import {grid, type MessageTable, words} from './message-row.ts'

const badCharacters = [
  'https://example.com/a b',
  'https://example.com/a"b',
  'https://example.com/&lt;a>',
  'https://example.com/a\\b',
  'https://example.com/a^b',
  'https://example.com/a`b',
  'https://example.com/{a}',
  'https://example.com/a|b',
  'https://example.com/%zz',
  'https://example.com/%4',
  'https://example.com/%',
  'https://example.com/[a]',
  'https://example.com/#a#b',
  'https://exa mple.com/',
  'not an address',
  'a&#10;b',
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
const relative = ['/a', 'a', '../a', '?a', '#a', '//example.com/a', '']
const linkHref = '<link href="[]"/>'
const contentSrc = '<content type="text/html" src="[]"/>'
const generatorUri = '<generator uri="[]">x</generator>'
const scheme = '<category term="a" scheme="[]"/>'
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
const canonical = words(`https://example.com/a https://example.com/? https://example.com/# https://example.com/%C3%A9
  http://example.com/~ada tag:example.com,2024:A urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6
  http://example.com/a%2Fb https://example.com/a/b https://example.com:8443/ https://example.com/é
  http://example.com/A mailto:Ada@Example.com https://example.com/%7B1%7D`)
const notCanonical = [
  'HTTP://example.com/',
  'Https://example.com/',
  'http://Example.com/',
  'http://example.COM/',
  'http://example.com',
  'http://example.com:80/',
  'https://example.com:443/',
  'http://example.com:/',
  'http://example.com/%7Eada',
  'http://example.com/%61',
  'http://example.com/%c3%a9',
  'http://example.com/a/../b',
  'http://example.com/./a',
  'http://example.com/a/.',
  'http://example.com/e%CC%81',
  'http://example.com/e\u0301',
  'ftp://example.com:21/a',
  'http://@example.com/',
  'file://localhost/a',
  'http://example.com/?q=%61',
]

/** Addresses and names that are written as addresses. RFC 3986, RFC 3987, RFC 4151, RFC 8141. */
export const addressMessages: MessageTable = {
  InvalidUriChar: {
    rules: ['feed-uri-character'],
    bad: {
      feed: [
        ...grid('<{}>[]</{}>', ['id', 'icon', 'logo'], badCharacters),
        ...fill(generatorUri, badCharacters),
        ...fill(generatorUri, [' https://example.com/', 'https://example.com/ ']),
        ...fill('<link rel="self" href="..." xml:base="[]"/>', badCharacters),
      ],
      entry: [
        ...grid('<{}>[]</{}>', ['id'], badCharacters),
        ...[linkHref, contentSrc, scheme].flatMap((each) =>
          fill(each, [...badCharacters, ' https://example.com/', 'https://example.com/ ', '\thttps://example.com/']),
        ),
      ],
      author: fill('<uri>[]</uri>', badCharacters),
      channel: grid('<{}>[]</{}>', fullInRss, badCharacters),
      item: [
        ...grid('<{}>[]</{}>', fullInItem, badCharacters),
        ...fill('<media:content url="[]"/>', [...badCharacters, ' https://example.com/']),
        ...fill('<media:copyright url="[]">x</media:copyright>', badCharacters),
        ...fill('<source url="[]">x</source>', badCharacters),
      ],
    },
    good: {
      feed: [...grid('<{}>[]</{}>', ['icon', 'logo'], web), ...fill('<id>[]</id>', web)],
      entry: [
        ...fill('<link href="[]"/>', [...web, ...relative, 'https://exämple.com/ü', 'https://[2001:db8::1]:80/a']),
        ...fill('<content type="text/html" src="[]"/>', web),
      ],
      author: fill('<uri>[]</uri>', [...web, ...relative]),
    },
  },
  InvalidIRI: {
    rules: ['feed-uri-character', 'feed-link-invalid', 'feed-url-not-full'],
    good: {
      entry: fill('<link href="[]"/>', ['é', '/é', '//exämple.com/é', 'https://exämple.com/', 'а/б']),
      feed: ['<icon>é.png</icon>', '<id>https://exämple.com/é</id>'],
    },
  },
  InvalidLink: {
    rules: [
      'feed-link-invalid',
      'feed-uri-character',
      'feed-url-not-full',
      'feed-uri-not-ascii',
      'feed-url-attribute-invalid',
    ],
    bad: {
      feed: grid('<{}>[]</{}>', ['icon', 'logo', 'id'], ['http://', 'http:///a', 'http:a', ...badCharacters]),
      entry: [
        ...fill('<link href="..."/><link rel="related" href="[]"/>', ['http://', 'https:///a', 'http:a']),
        ...fill('<content type="text/html" src="[]"/>', ['http://']),
      ],
      author: fill('<uri>[]</uri>', ['http://', 'http:a']),
      channel: grid('<{}>[]</{}>', fullInRss, notFull),
      image: grid('<{}>[]</{}>', ['link', 'url'], notFull),
      textInput: fill('<link>[]</link>', notFull),
      'channel of a podcast': fill('<itunes:image href="[]"/>', [
        '',
        'cover.jpg',
        '/cover.jpg',
        'ftp://example.com/c.jpg',
        ' https://example.com/c.jpg',
      ]),
    },
    good: {
      entry: fill('<link href="..."/><link rel="related" href="[]"/>', [...web, ...relative]),
      channel: grid('<{}>[]</{}>', fullInRss, web),
      item: ['<guid>https://example.com/1</guid>', '<itunes:image href="https://example.com/c.jpg"/>'],
    },
  },
  SchemeNotIANARegistered: {
    rules: ['feed-scheme-unregistered'],
    bad: {
      feed: fill('<id>[]</id>', ['htp://example.com/', 'bogus:a', 'httpss://example.com/']),
      channel: fill('<link>[]</link>', ['htp://example.com/', 'podcast://example.com/']),
      entry: fill('<link href="[]"/>', ['bogus:a']),
    },
    good: {
      feed: fill('<id>[]</id>', web),
      channel: fill('<link>[]</link>', web),
      entry: fill('<link href="[]"/>', [
        ...web,
        'tel:+1',
        'magnet:?x',
        'feed:https://example.com/',
        'sip:a@b',
        'data:,x',
        'geo:1,2',
        'ipfs://a',
        ...relative,
      ]),
    },
  },
  NonCanonicalURI: {
    rules: ['feed-id-not-canonical'],
    bad: {
      feed: fill('<id>[]</id>', notCanonical),
      entry: [
        ...fill('<id>[]</id>', notCanonical),
        ...fill(
          '<source><id>[]</id><title>T</title><updated>2024-01-30T09:00:00Z</updated></source>',
          notCanonical.slice(0, 3),
        ),
      ],
      item: fill('<atom:id>[]</atom:id>', notCanonical.slice(0, 3)),
    },
    good: {
      feed: fill('<id>[]</id>', canonical),
      entry: [...fill('<id>[]</id>', canonical), ...fill('<link href="[]"/>', notCanonical)],
      item: fill('<guid isPermaLink="false">[]</guid>', notCanonical),
    },
  },
}
