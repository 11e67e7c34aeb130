import {across, type MessageTable} from './message-row.ts'

const rdf = (channel: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${channel}<channel rdf:about="https://example.com/"><title>a</title><link>https://example.com/</link><description>b</description></channel></rdf:RDF>`

/** Namespaces and their prefixes. https://www.w3.org/TR/xml-names/ */
export const namespaceMessages: MessageTable = {
  MissingNamespace: {
    rules: ['feed-namespace-missing', 'feed-prefix-undeclared', 'feed-element-without-namespace'],
    bad: {
      'first tag': ['<feed>', '<feed version="1.0">'],
      file: [
        '<entry><title>a</title></entry>',
        '<RDF><channel/></RDF>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><dc:date>2024</dc:date></feed>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title x:y="z">a</title></feed>',
        '<atom:feed><atom:title>a</atom:title></atom:feed>',
        '<rss version="2.0"><channel><itunes:author>a</itunes:author></channel></rss>',
      ],
    },
    good: {'first tag': ['<feed xmlns="http://www.w3.org/2005/Atom">', '<rss version="2.0">', '<opml version="2.0">']},
  },
  NotInANamespace: {
    rules: ['feed-element-without-namespace'],
    bad: {
      item: [
        '<x:photo xmlns:x="http://example.com/x"><date>2024</date></x:photo>',
        '<x:a xmlns:x="http://example.com/x"><c/></x:a>',
      ],
      channel: ['<x:photo xmlns:x="http://example.com/x"><title>x</title></x:photo>'],
    },
    good: {
      item: [
        '<x:photo xmlns:x="http://example.com/x"><x:date>2024</x:date></x:photo>',
        '<x:photo xmlns:x="http://example.com/x"><y:date xmlns:y="http://example.com/y">2024</y:date></x:photo>',
      ],
    },
  },
  InvalidNamespace: {
    rules: ['feed-namespace-invalid', 'feed-namespace-padded'],
    bad: {
      channel: ['<dc:date xmlns:dc=" http://purl.org/dc/elements/1.1/">2024-01-31</dc:date>'],
      'first tag': across('<feed xmlns="{}">', [
        'http://example.com/atom',
        'http://www.w3.org/2005/atom',
        'http://www.w3.org/2005/Atom/',
        'https://www.w3.org/2005/Atom',
        'http://purl.org/atom/ns',
        'http://www.w3.org/2005/Atom ',
      ]).concat('<rss version="2.0" xmlns="http://example.com/rss">'),
      file: [
        rdf('xmlns="http://purl.org/rss/1.0">'),
        rdf('xmlns="http://example.com/">'),
        '<rss version="2.0"><channel xmlns="http://example.com/x"><title>a</title></channel></rss>',
        '<entry xmlns="http://example.com/atom"><title>a</title></entry>',
        '<RDF xmlns="http://example.com/rdf"/>',
      ],
    },
    good: {
      'first tag': [
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        '<rss version="2.0">',
        ...across('<rss version="2.0" xmlns="{}">', [
          'http://backend.userland.com/rss2',
          'http://blogs.law.harvard.edu/tech/rss',
          '',
        ]),
      ],
      file: [rdf('xmlns="http://purl.org/rss/1.0/">'), rdf('xmlns="http://my.netscape.com/rdf/simple/0.9/">')],
    },
  },
  UnknownNamespace: {
    rules: ['feed-namespace-unknown'],
    bad: {
      feed: ['<x:note xmlns:x="http://example.com/x"/>'],
      entry: [
        '<x:note xmlns:x="http://example.com/x"/>',
        '<link href="..."><x:note xmlns:x="http://example.com/x"/></link>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><x:note xmlns:x="http://example.com/x"/></div></content>',
        '<content type="application/xml"><note xmlns="http://example.com/x"/></content>',
        '<category term="a"><x:note xmlns:x="http://example.com/x"/></category>',
      ],
      author: ['<x:note xmlns:x="http://example.com/x"/>'],
      channel: ['<x:note xmlns:x="http://example.com/x"/>'],
      item: ['<dc:date xmlns:dc="http://purl.org/dc/elements/1.0/">2024</dc:date>'],
    },
    good: {
      channel: ['<dc:date>2024-01-31</dc:date>', '<sy:updatePeriod>daily</sy:updatePeriod>'],
      entry: [
        '<georss:point>1 2</georss:point>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></div></content>',
        '<thr:total>1</thr:total>',
      ],
    },
  },
  UnsupportedNamespace: {
    rules: ['feed-namespace-not-judged'],
    bad: {
      feed: ['<foaf:x/>', '<gd:x/>', '<g:x/>', '<openid:x/>', '<ds:Signature/>', '<xenc:EncryptedData/>', '<skos:x/>'],
      channel: [
        '<feedburner:info/>',
        '<googleplay:author>a</googleplay:author>',
        '<annotate:x/>',
        '<rawvoice:x/>',
        '<acast:x/>',
      ],
    },
    good: {
      channel: ['<dc:date>2024-01-31</dc:date>', '<itunes:author>a</itunes:author>'],
      entry: ['<rdf:type>x</rdf:type>'],
    },
  },
  ReservedPrefix: {
    rules: ['feed-prefix-reserved'],
    bad: {
      channel: [
        '<itunes:author xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd">a</itunes:author>',
        '<dc:date xmlns:dc="http://purl.org/dc/elements/1.0/">2024</dc:date>',
        '<content:encoded xmlns:content="http://example.com/content">x</content:encoded>',
        '<media:title xmlns:media="http://purl.org/dc/elements/1.1/">x</media:title>',
        '<atom:link xmlns:atom="http://www.w3.org/2005/atom"/>',
      ],
    },
    good: {
      channel: [
        '<dc:date>2024-01-31</dc:date>',
        '<podcast:locked xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md">no</podcast:locked>',
        '<x:date xmlns:x="http://purl.org/dc/elements/1.1/">2024-01-31</x:date>',
      ],
    },
  },
  NonstdPrefix: {
    rules: ['feed-prefix-unusual'],
    bad: {
      channel: [
        '<dublin:date xmlns:dublin="http://purl.org/dc/elements/1.1/">2024-01-31</dublin:date>',
        '<a10:link xmlns:a10="http://www.w3.org/2005/Atom" rel="self" href="..."/>',
        '<pod:author xmlns:pod="http://www.itunes.com/dtds/podcast-1.0.dtd">a</pod:author>',
        '<s:updatePeriod xmlns:s="http://purl.org/rss/1.0/modules/syndication/">daily</s:updatePeriod>',
      ],
      feed: ['<dublin:date xmlns:dublin="http://purl.org/dc/elements/1.1/">2024-01-31</dublin:date>'],
    },
    good: {
      channel: [
        '<dc:date>2024-01-31</dc:date>',
        '<x:note xmlns:x="http://example.com/x"/>',
        '<atom:link rel="self" href="..."/>',
      ],
      entry: ['<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content>'],
    },
  },
  AvoidNamespacePrefix: {
    rules: ['feed-prefix-avoid'],
    bad: {
      file: [
        '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>',
        '<a:entry xmlns:a="http://www.w3.org/2005/Atom"/>',
      ],
      entry: ['<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">x</h:div></content>'],
      item: ['<xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml">x</xhtml:body>'],
    },
    good: {
      entry: ['<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content>'],
      channel: ['<atom:link rel="self" href="..."/>'],
      item: ['<body xmlns="http://www.w3.org/1999/xhtml">x</body>'],
    },
  },
}
