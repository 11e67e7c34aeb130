import {across, type MessageTable} from './message-row.ts'

const item = (content: string) => `<item>${content}</item>`
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hours = Array.from({length: 24}, (_, hour) => String(hour))
const one = item('<title>One</title><guid>https://example.com/1</guid>')
const uncount = '<slash:comments>12</slash:comments>'

/** Items of RSS. https://www.rssboard.org/rss-profile#element-channel-item */
export const itemMessages: MessageTable = {
  DuplicateEnclosure: {
    rules: ['feed-enclosure-second'],
    bad: {
      item: [
        '<enclosure url="..." length="1" type="audio/mpeg"/><enclosure url="https://example.com/3" length="1" type="video/mp4"/>',
        '<enclosure url="..." length="1" type="audio/mpeg"/><enclosure url="..." length="1" type="audio/mpeg"/>',
        '<enclosure url="..." length="1" type="audio/mpeg"/><title>One</title><enclosure url="https://example.com/3" length="1" type="audio/mpeg"/>',
        '<enclosure url="..." length="1" type="audio/mpeg"/>'.repeat(3),
      ],
    },
    good: {
      item: [
        '<enclosure url="..." length="1" type="audio/mpeg"/>',
        '<enclosure url="..." length="1" type="audio/mpeg"/><media:content url="https://example.com/3" type="video/mp4"/>',
      ],
      entry: [
        '<link href="..."/><link rel="enclosure" href="..."/><link rel="enclosure" href="https://example.com/3"/>',
      ],
    },
  },
  DuplicateValue: {
    rules: ['feed-value-twice', 'feed-guid-twice'],
    bad: {
      skipHours: [...hours, '24']
        .map((hour) => `<hour>${hour}</hour><hour>${hour}</hour>`)
        .concat(
          '<hour>0</hour><hour>24</hour>',
          '<hour>7</hour><hour>07</hour>',
          '<hour>1</hour><hour>2</hour><hour>1</hour>',
        ),
      skipDays: across('<day>{}</day><day>{}</day>', days).concat(
        '<day>Monday</day><day>Tuesday</day><day> Monday </day>',
      ),
      channel: [
        `${one}\n${one}`,
        `${one}\n${item('<title>Two</title><guid> https://example.com/1 </guid>')}`,
        ...across(item('<title>{}</title><guid isPermaLink="false">same</guid>'), ['One']).flatMap((each) => [
          `${each}\n${each}`,
        ]),
        `${item('<title>One</title><guid isPermaLink="false">a</guid>')}\n${item('<title>Two</title><guid isPermaLink="false">b</guid>')}\n${item('<title>Three</title><guid isPermaLink="false">a</guid>')}`,
      ],
    },
    good: {
      skipHours: ['<hour>1</hour><hour>2</hour>', hours.map((hour) => `<hour>${hour}</hour>`).join('')],
      skipDays: [days.map((day) => `<day>${day}</day>`).join('')],
      channel: [
        `${one}\n${item('<title>One</title><guid>https://example.com/2</guid>')}`,
        `${item('<title>One</title>')}\n${item('<title>One</title>')}`,
        `${item('<title>One</title><guid isPermaLink="false">a</guid>')}\n${item('<title>One</title><guid isPermaLink="false">A</guid>')}`,
      ],
    },
  },
  InvalidBooleanAttribute: {
    rules: ['feed-guid-flag-invalid'],
    bad: {
      item: across('<guid isPermaLink="{}">https://example.com/1</guid>', ['', 'True', 'FALSE', 'yes', 'no', '1', '0']),
    },
    good: {
      item: [
        ...across('<guid isPermaLink="{}">https://example.com/1</guid>', ['true', 'false']),
        '<guid>https://example.com/1</guid>',
      ],
    },
  },
  InvalidHttpGUID: {
    rules: ['feed-guid-not-address'],
    bad: {
      item: [
        ...across('<guid>{}</guid>', [
          'one',
          'mailto:ada@example.com',
          'ftp://example.com/1',
          'example.com/1',
          '/1',
          'www.example.com',
          'http://',
          '17',
          'one two',
          'c41042ae-5460-11e8-b38c-5f5faf9dd0c5',
          '//example.com/1',
        ]),
        ...across('<guid isPermaLink="true">{}</guid>', ['', 'one']),
      ],
    },
    good: {
      item: [
        ...across('<guid>{}</guid>', ['https://example.com/1', 'http://example.com/?p=1', 'HTTP://example.com/1']),
        ...across('<guid isPermaLink="false">{}</guid>', [
          'one',
          'tag:example.com,2024:one',
          'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
          'example.com/1',
        ]),
      ],
    },
  },
  InvalidPermalink: {
    rules: ['feed-guid-not-permalink'],
    bad: {
      item: [
        ...across('<guid>{}</guid>', [
          'tag:example.com,2024:one',
          'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
          'urn:isbn:0451450523',
        ]),
        '<guid isPermaLink="true">tag:example.com,2024:one</guid>',
      ],
    },
    good: {
      item: [
        ...across('<guid>{}</guid>', ['https://example.com/1', 'http://example.com/tag:x']),
        ...across('<guid isPermaLink="false">{}</guid>', [
          'tag:example.com,2024:one',
          'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
          'one',
        ]),
      ],
    },
  },
  NotSufficientlyUnique: {
    rules: ['feed-guid-too-common'],
    bad: {item: across('<guid isPermaLink="false">{}</guid>', ['1', '17', '12345678'])},
    good: {
      item: [
        ...across('<guid isPermaLink="false">{}</guid>', ['123456789', 'one', '17@example.com', 'a1']),
        '<guid>https://example.com/17</guid>',
      ],
    },
  },
  MissingGuid: {
    rules: ['feed-guid-missing'],
    bad: {
      item: [
        '<!-- no guid -->',
        '<!-- no guid -->\n<link>https://example.com/1</link>',
        '<!-- no guid -->\n<enclosure url="..." length="1" type="audio/mpeg"/>',
        '<!-- no guid -->\n<dc:identifier>1</dc:identifier>',
        '<!-- no guid -->\n<description>x</description>',
      ],
    },
    good: {
      item: [
        '<guid>https://example.com/1</guid>',
        '<guid isPermaLink="false">1</guid>',
        '<guid><![CDATA[https://example.com/1]]></guid>',
      ],
    },
  },
  ItemMustContainTitleOrDescription: {
    rules: ['feed-item-empty'],
    bad: {
      item: [
        '<!-- no title, description -->',
        '<!-- no title -->\n<link>https://example.com/1</link>',
        '<!-- no title -->\n<enclosure url="..." length="1" type="audio/mpeg"/>',
      ],
    },
    good: {
      item: [
        '<title>One</title>',
        '<!-- no title -->\n<description>Talk</description>',
        '<title/>',
        '<!-- no title -->\n<content:encoded>Talk</content:encoded>',
      ],
    },
  },
  MisplacedItem: {
    rules: ['feed-item-misplaced'],
    bad: {
      channel: [
        ...across(`${one}\n<{}>x</{}>`, ['copyright', 'generator', 'title', 'description']),
        `${one}\n<ttl>60</ttl>`,
        `${one}\n<atom:link rel="self" href="..."/>`,
      ],
    },
    good: {
      channel: [`<ttl>60</ttl>\n${one}`, `${one}\n${item('<title>Two</title><guid>https://example.com/2</guid>')}`],
    },
  },
  NeedDescriptionBeforeContent: {
    rules: ['feed-content-before-description'],
    bad: {
      item: [
        '<content:encoded>x</content:encoded>',
        '<content:encoded>x</content:encoded><description>y</description>',
        '<content:encoded><![CDATA[<p>x</p>]]></content:encoded><link>https://example.com/1</link><description>y</description>',
        '<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">x</c:encoded><description>y</description>',
      ],
    },
    good: {
      item: [
        '<description>y</description><content:encoded>x</content:encoded>',
        '<description>y</description>',
        '<title>One</title>',
      ],
    },
  },
  DuplicateDescriptionSemantics: {
    rules: ['feed-description-twice'],
    bad: {
      item: [
        ...across('<description>x</description><{} xmlns="http://www.w3.org/1999/xhtml">y</{}>', ['body', 'div']),
        '<description>x</description><atom:content>y</atom:content>',
      ],
    },
    good: {
      item: [
        '<description>x</description>',
        '<description>x</description><content:encoded>y</content:encoded>',
        '<description>x</description><dc:subject>y</dc:subject>',
        '<description>x</description><itunes:summary>y</itunes:summary>',
        '<description>x</description><media:description>y</media:description>',
      ],
    },
  },
  DuplicateItemSemantics: {
    rules: ['feed-item-said-twice'],
    bad: {
      item: [
        ...[
          ['title', 'dc:title'],
          ['category', 'dc:subject'],
          ['description', 'dc:description'],
        ].map(([core, ext]) => `<${core}>x</${core}><${ext}>x</${ext}>`),
        '<author>ada@example.com (Ada)</author><dc:creator>Ada</dc:creator>',
        '<dc:creator>Ada</dc:creator><author>ada@example.com (Ada)</author>',
        ...across('<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><{}>2024-01-31</{}>', ['dc:date', 'dcterms:issued']),
        '<source url="...">x</source><dc:source>x</dc:source>',
        '<creativeCommons:license>https://example.com/</creativeCommons:license><cc:license xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="https://example.com/"/>',
      ],
    },
    good: {
      item: [
        '<dc:creator>Ada</dc:creator>',
        '<author>ada@example.com (Ada)</author>',
        '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><dcterms:modified>2024-01-31</dcterms:modified>',
        '<description>x</description><dc:subject>y</dc:subject>',
      ],
    },
  },
  SlashDate: {
    rules: ['feed-comment-count-undated'],
    bad: {item: [uncount], channel: [item(`<title>One</title>${uncount}`)]},
    good: {
      channel: [
        ...across(`<{}>Wed, 31 Jan 2024 09:00:00 GMT</{}>${item(`<title>One</title>${uncount}`)}`, [
          'pubDate',
          'lastBuildDate',
        ]),
        `<dc:date>2024-01-31</dc:date>${item(`<title>One</title>${uncount}`)}`,
        one,
      ],
    },
  },
}
