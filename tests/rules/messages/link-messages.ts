import {across, type MessageTable, words} from './message-row.ts'

const source = (content: string) =>
  `<source><title>Theirs</title><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated>${content}</source>`

/** Links of Atom. https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7 */
export const linkMessages: MessageTable = {
  AtomLinkNotEmpty: {
    rules: ['feed-link-not-empty'],
    bad: {
      entry: across('<link rel="{}" href="...">home</link>', ['alternate', 'related', 'via', 'enclosure']),
      feed: ['<link href="...">home</link>\n<link rel="self" href="..."/>', '<link rel="self" href="...">me</link>'],
      channel: ['<atom:link rel="self" href="...">me</atom:link>'],
    },
    good: {
      entry: ['<link href="..."/>', '<link href="...">\n</link>', '<link href="..."></link>'],
      channel: ['<atom:link rel="self" href="..."> </atom:link>'],
    },
  },
  DuplicateAtomLink: {
    rules: ['feed-link-twice'],
    bad: {
      entry: [
        '<link href="https://example.com/1"/><link href="https://example.com/2"/>',
        '<link href="..."/><link rel="alternate" href="https://example.com/3"/>',
        ...across('<link type="{}" href="..."/><link type="{}" href="https://example.com/3"/>', [
          'text/html',
          'text/plain',
        ]),
        '<link type="text/html" href="..."/><link type="TEXT/HTML" href="https://example.com/3"/>',
        '<link hreflang="de" href="..."/><link hreflang="de" href="https://example.com/3"/>',
        '<link rel="http://www.iana.org/assignments/relation/alternate" href="..."/><link href="https://example.com/3"/>',
        source('<link href="..."/><link href="https://example.com/3"/>'),
      ],
      feed: ['<link rel="self" href="..."/><link href="..."/><link href="https://example.com/3"/>'],
    },
    good: {
      entry: [
        '<link type="text/html" href="..."/><link type="text/plain" href="https://example.com/3"/>',
        '<link hreflang="de" href="..."/><link hreflang="en" href="https://example.com/3"/>',
        '<link type="text/html" hreflang="de" href="..."/><link type="text/html" href="https://example.com/3"/>',
        ...across(
          '<link href="..."/><link rel="{}" href="https://example.com/3"/><link rel="{}" href="https://example.com/4"/>',
          ['related', 'via', 'enclosure', 'replies', 'edit', 'license'],
        ),
        '<link href="..."/><link rel="ALTERNATE" href="https://example.com/3"/>',
        source('<link href="..."/><link hreflang="fr" href="https://example.com/3"/>'),
      ],
      feed: [
        '<link rel="self" href="..."/><link href="..."/>',
        '<link rel="self" href="..."/><link rel="next" href="https://example.com/3"/><link rel="last" href="https://example.com/9"/>',
      ],
    },
  },
  MissingHref: {
    rules: ['feed-href-missing'],
    bad: {
      entry: across('<link href="..."/><link {}/>', ['', 'rel="via"', 'type="text/html"', 'url="..."', 'HREF="..."']),
      feed: ['<link rel="self"/>'],
      channel: ['<atom:link rel="self"/>'],
    },
    good: {entry: ['<link href="..."/>', '<link href=""/>'], channel: ['<atom:link rel="self" href="..."/>']},
  },
  MissingSelf: {
    rules: ['feed-self-missing'],
    bad: {
      feed: [
        '<!-- no link -->',
        '<link href="..."/>',
        '<link rel="SELF" href="..."/>',
        '<link rel="alternate" href="..."/>',
        '<link rel="via" href="..."/>',
        '<link rel="selfie" href="..."/>',
      ],
    },
    good: {
      feed: ['<link rel="self" href="..."/>', '<link rel="http://www.iana.org/assignments/relation/self" href="..."/>'],
    },
  },
  RelativeSelf: {
    rules: ['feed-self-relative'],
    bad: {
      feed: across('<link rel="self" href="{}"/>', [
        '',
        'atom.xml',
        '/atom.xml',
        '../atom.xml',
        '//example.com/atom.xml',
      ]),
    },
    good: {
      feed: [
        '<link rel="self" href="https://example.com/atom.xml"/>',
        '<link rel="self" xml:base="https://example.com/" href="atom.xml"/>',
      ],
    },
  },
  SameDocumentReference: {
    rules: ['feed-same-document-reference'],
    bad: {
      entry: [
        ...across('<link xml:base="https://example.com/" href="{}"/>', ['', '.', '/', './']),
        '<link xml:base="https://example.com/a/b" href="b"/>',
      ],
    },
    good: {
      entry: [
        '<link xml:base="https://example.com/" href="one"/>',
        '<link xml:base="https://example.com/" href="#one"/>',
        '<link xml:base="https://example.com/" href="https://example.com/"/>',
        '<link href=""/>',
      ],
      feed: [
        '<link rel="self" xml:base="https://example.com/atom.xml" href=""/>',
        '<link rel="self" href="..."/><link xml:base="https://example.com/2" href=""/>',
      ],
    },
  },
  SelfDoesntMatchLocation: {
    rules: ['feed-self-elsewhere', 'feed-self-other-name'],
    bad: {
      'feed.xml on a server': across('<atom:link rel="self" href="{}"/>', [
        'https://example.com/old.xml',
        'http://example.com/feed.xml',
        'https://www.example.com/feed.xml',
        'other.xml',
      ]),
      'feed.xml on disk': ['<atom:link rel="self" href="https://example.com/old.xml"/>'],
    },
    good: {
      'feed.xml on a server': across('<atom:link rel="self" href="{}"/>', [
        'https://example.com/feed.xml',
        'https://EXAMPLE.com:443/feed.xml',
        'feed.xml',
        '',
      ]),
      'feed.xml on disk': across('<atom:link rel="self" href="{}"/>', [
        'https://example.com/feed.xml',
        'https://example.com/a/feed.xml?x=1',
      ]),
    },
  },
  SelfNotAtom: {
    rules: ['feed-self-type'],
    bad: {
      feed: across('<link rel="self" type="{}" href="..."/>', [
        'text/html',
        'application/xml',
        'application/json',
        'text/plain',
      ]),
    },
    good: {
      feed: across('<link rel="self" type="{}" href="..."/>', [
        'application/atom+xml',
        'application/atom+xml;type=feed',
        'APPLICATION/ATOM+XML',
      ]),
      channel: across('<atom:link rel="self" type="{}" href="..."/>', ['application/rss+xml', 'application/atom+xml']),
    },
  },
  UnregisteredAtomLinkRel: {
    rules: ['feed-link-relation-unregistered'],
    bad: {
      entry: across('<link href="..."/><link rel="{}" href="https://example.com/3"/>', [
        'homepage',
        'service.post',
        'ALTERNATE',
        'prev',
        'next page',
        '/rels/self',
      ]),
    },
    good: {
      entry: across(
        '<link href="..."/><link rel="{}" href="https://example.com/3"/>',
        words(`related self enclosure via edit edit-media license payment replies hub me webmention author
  https://example.com/rels/mine urn:example:mine http://www.iana.org/assignments/relation/via`),
      ),
      feed: across('<link rel="self" href="..."/><link rel="{}" href="..."/>', [
        'next',
        'first',
        'last',
        'previous',
        'prev-archive',
        'current',
        'search',
      ]),
    },
  },
}
