import {across, type MessageTable} from './message-row.ts'

const cloud = (port: string, protocol: string) =>
  `<cloud domain="example.com" port="${port}" path="/rpc" registerProcedure="ping" protocol="${protocol}"/>`
const entry = (content: string) =>
  `<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/><summary>Talk</summary>${content}</entry>`
const types = [
  'text/html',
  'text/plain',
  'application/xhtml+xml',
  'application/atom+xml',
  'audio/mpeg',
  'image/svg+xml',
  'application/x.b-c+d',
]
const nothing = [] as const

/** Praise, which we give by finding no fault. What the other tables call good is praised as well. */
export const praiseMessages: MessageTable = {
  ValidAtomLinkRel: {
    rules: nothing,
    good: {
      entry: across('<link href="..."/><link rel="{}" href="..."/>', [
        'related',
        'via',
        'self',
        'enclosure',
        'edit',
        'license',
        'replies',
      ]),
      feed: across('<link rel="self" href="..."/><link rel="{}" href="..."/>', ['alternate', 'hub', 'next']),
    },
  },
  ValidBooleanAttribute: {
    rules: nothing,
    good: {item: across('<guid isPermaLink="{}">https://example.com/1</guid>', ['true', 'false'])},
  },
  ValidCloud: {
    rules: nothing,
    good: {
      channel: ['80', '443', '65535'].flatMap((port) =>
        ['xml-rpc', 'soap', 'http-post'].map((protocol) => cloud(port, protocol)),
      ),
    },
  },
  ValidContact: {
    rules: nothing,
    good: {
      author: across('<email>{}</email>', ['ada@example.com', 'ada+x@example.com']),
      channel: across('<{}>ada@example.com (Ada)</{}>', ['managingEditor', 'webMaster']),
    },
  },
  ValidDay: {
    rules: nothing,
    good: {
      skipDays: across('<day>{}</day>', ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
    },
  },
  ValidElement: {
    rules: nothing,
    good: {
      feed: across('<{}>Talk</{}>', ['title', 'subtitle', 'rights']),
      entry: across('<{}>Talk</{}>', ['title', 'summary', 'rights', 'content']),
    },
  },
  ValidHeight: {rules: nothing, good: {image: across('<height>{}</height>', ['1', '400'])}},
  ValidHour: {rules: nothing, good: {skipHours: across('<hour>{}</hour>', ['0', '23', '24'])}},
  ValidHtml: {
    rules: nothing,
    good: {entry: across('<{} type="html">&lt;p>Talk&lt;/p></{}>', ['title', 'summary', 'rights', 'content'])},
  },
  ValidHttpGUID: {
    rules: nothing,
    good: {
      item: across('<guid>{}</guid>', [
        'https://example.com/1',
        'http://example.com/?p=1&amp;q=2',
        'http://example.com:8080/1',
      ]),
    },
  },
  ValidInteger: {
    rules: nothing,
    good: {
      channel: ['<ttl>60</ttl>', '<sy:updateFrequency>2</sy:updateFrequency>'],
      item: ['<slash:comments>0</slash:comments>'],
      'head of OPML': ['<windowTop>61</windowTop>'],
    },
  },
  ValidIntegerAttribute: {
    rules: nothing,
    good: {item: across('<enclosure url="..." length="{}" type="audio/mpeg"/>', ['0', '123456789012'])},
  },
  ValidLanguage: {
    rules: nothing,
    good: {
      channel: across('<{}>en-us</{}>', ['language', 'dc:language']),
      entry: ['<link href="..." hreflang="de"/>', '<title xml:lang="fr">One</title>'],
    },
  },
  ValidMIMEAttribute: {
    rules: nothing,
    good: {
      entry: [...across('<link href="..." type="{}"/>', types), ...across('<content src="..." type="{}"/>', types)],
      item: across('<enclosure url="..." length="1" type="{}"/>', types),
    },
  },
  ValidNPTTime: {
    rules: nothing,
    good: {
      item: across('<media:thumbnail url="..." time="{}"/>', ['17', '17.25', '0:17', '12:05:35', '12:05:35.5', 'now']),
    },
  },
  ValidRFC2822Date: {
    rules: nothing,
    good: {
      channel: across('<pubDate>{}</pubDate>', [
        'Wed, 31 Jan 2024 09:00:00 GMT',
        '1 Feb 2024 09:00 -0800',
        '31 Jan 2024 09:00:00 Z',
      ]),
    },
  },
  ValidTAG: {
    rules: nothing,
    good: {
      feed: across('<id>{}</id>', ['tag:example.com,2024:one', 'tag:ada@example.com,2024-01-31:a/b']),
      entry: ['<id>tag:example.com,2024-01:one</id>'],
    },
  },
  ValidTitle: {
    rules: nothing,
    good: {
      entry: ['<title>One</title>', '<link href="..." title="One"/>'],
      textInput: ['<title>Find</title>'],
      channel: ['<title>My show</title>'],
    },
  },
  ValidURI: {
    rules: nothing,
    good: {
      feed: across('<{}>https://example.com/a,b?c=d#e</{}>', ['id', 'icon', 'logo']),
      entry: across('<link href="{}"/>', [
        'https://example.com/',
        'ftp://example.com/',
        'mailto:ada@example.com',
        'a/b',
      ]),
      channel: across('<link>{}</link>', ['https://example.com/', 'ftp://example.com/']),
      author: ['<uri>ftp://example.com/ada</uri>'],
    },
  },
  ValidURLAttribute: {
    rules: nothing,
    good: {
      item: across('<enclosure url="{}" length="1" type="audio/mpeg"/>', [
        'https://example.com/1.mp3',
        'http://example.com:8080/1.mp3',
      ]),
    },
  },
  ValidURN: {
    rules: nothing,
    good: {
      feed: across('<id>{}</id>', [
        'urn:isbn:0451450523',
        'urn:example:a:b',
        'urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6',
      ]),
    },
  },
  ValidUpdatePeriod: {
    rules: nothing,
    good: {
      channel: across('<sy:updatePeriod>{}</sy:updatePeriod>', ['hourly', 'daily', 'weekly', 'monthly', 'yearly']),
    },
  },
  ValidW3CDTFDate: {
    rules: nothing,
    good: {
      channel: across('<dc:date>{}</dc:date>', [
        '2024',
        '2024-01',
        '2024-01-31',
        '2024-01-31T09:00Z',
        '2024-01-31T09:00:00.5+01:00',
      ]),
      entry: across('<{}>2024-01-31T09:00:00.5Z</{}>', ['updated', 'published']),
    },
  },
  ValidWidth: {rules: nothing, good: {image: across('<width>{}</width>', ['1', '144'])}},
  /** Kinds of messages that are never given themselves: whole feeds with nothing to find. */
  InvalidValue: {
    rules: ['feed-language-invalid', 'feed-link-invalid', 'feed-not-true-or-false'],
    bad: {channel: ['<language>english</language>']},
    good: {feed: ['<generator uri="https://example.com/" version="1">Pen</generator>']},
  },
  Warning: {
    rules: ['feed-value-blank', 'feed-attribute-blank'],
    bad: {feed: ['<subtitle/>']},
    good: {feed: [entry('')]},
  },
}
