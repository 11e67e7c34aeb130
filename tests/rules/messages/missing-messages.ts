import {across, type MessageTable, words} from './message-row.ts'

const url = 'https://example.com/2'
const theirs = (content: string) =>
  `<source><title>Theirs</title><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated>${content}</source>`
const cloud = '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol="soap"/>'
const image = `<image><url>${url}.png</url><title>My show</title><link>https://example.com/</link></image>`
const input = `<textInput><title>Find</title><description>Search</description><name>q</name><link>${url}</link></textInput>`

/** What must not be missing. */
export const missingMessages: MessageTable = {
  MissingElement: {
    rules: ['feed-element-missing', 'feed-itunes-owner-incomplete'],
    bad: {
      feed: [
        ...across('<!-- no {} -->', ['title', 'id', 'updated']),
        '<author><uri>https://example.com/</uri></author>',
        '<contributor><email>ada@example.com</email></contributor>',
        '<!-- no author -->\n<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="..."/><summary>x</summary></entry>',
      ],
      entry: [...across('<!-- no {} -->', ['title', 'id', 'updated']), '<author/>'],
      channel: [
        '<skipHours/>',
        '<itunes:owner/>',
        '<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>',
        '<skipDays></skipDays>',
        '<image><title>My show</title><link>https://example.com/</link></image>',
      ],
      textInput: ['<!-- no name -->'],
      file: [
        '<rss version="2.0"></rss>',
        '<opml version="2.0"><body><outline text="a"/></body></opml>',
        '<opml version="2.0"><head/></opml>',
        '<opml version="2.0"><head/><body/></opml>',
      ],
    },
    good: {
      feed: [
        '<!-- no author -->',
        '<!-- no author -->\n<entry><author><name>Ada</name></author><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="..."/><summary>x</summary></entry>',
        '<!-- no author -->\n<entry><source><id>https://example.net/</id><title>T</title><updated>2024-01-30T09:00:00Z</updated><author><name>Bo</name></author></source><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="..."/><summary>x</summary></entry>',
        '<author><name>Ada</name></author>',
      ],
      entry: ['<contributor><name>Bo</name></contributor>', theirs('')],
      channel: [
        image,
        input,
        '<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>',
        '<skipHours><hour>0</hour></skipHours>',
      ],
      file: [
        '<entry xmlns="http://www.w3.org/2005/Atom"><author><name>Ada</name></author><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><content>x</content></entry>',
        '<opml version="2.0"><head/><body><outline text="a"/></body></opml>',
      ],
    },
  },
  MissingAttribute: {
    rules: ['feed-attribute-missing', 'feed-href-missing'],
    bad: {
      feed: ['<category/>', '<category scheme="..." label="A"/>'],
      entry: ['<category label="A"/>', '<thr:in-reply-to href="..."/>', '<link/>'],
      channel: [
        ...['domain', 'port', 'path', 'registerProcedure', 'protocol'].map((name) =>
          cloud.replace(new RegExp(` ${name}="[^"]*"`), ''),
        ),
        '<itunes:category/>',
        '<itunes:category text="Arts"><itunes:category/></itunes:category>',
        '<itunes:image/>',
        '<admin:generatorAgent/>',
        '<cc:license/>',
      ],
      item: [
        '<enclosure url="..." length="1"/>',
        '<enclosure url="..." type="audio/mpeg"/>',
        '<enclosure length="1" type="audio/mpeg"/>',
        '<source>Theirs</source>',
        '<itunes:image/>',
        '<media:thumbnail/>',
        '<media:player/>',
        '<media:restriction>all</media:restriction>',
        '<media:content type="audio/mpeg"/>',
      ],
      'first tag': ['<rss>', '<opml>'],
      'body of OPML': ['<outline type="link" url="..."/>', '<outline text="a"><outline/></outline>'],
    },
    good: {
      feed: ['<category term="a"/>'],
      channel: [cloud],
      item: [
        '<enclosure url="..." length="1" type="audio/mpeg"/>',
        '<source url="...">Theirs</source>',
        '<media:content><media:player url="..."/></media:content>',
        '<guid>https://example.com/1</guid>',
      ],
      'body of OPML': ['<outline text="a"/>'],
    },
  },
  NotBlank: {
    rules: ['feed-value-blank'],
    bad: {
      feed: [
        ...across('<{}></{}>', ['title', 'subtitle', 'rights', 'generator', 'logo', 'icon']),
        '<title> </title>',
        '<title><![CDATA[]]></title>',
        '<contributor><name/></contributor>',
      ],
      entry: [
        ...across('<{}/>', ['title', 'summary', 'content', 'rights']),
        '<content type="html"> </content>',
        '<author><name></name></author>',
        theirs('<rights/>'),
      ],
      channel: [
        ...across(
          '<{}></{}>',
          words(`title description copyright generator category link docs pubDate managingEditor ttl`),
        ),
        '<itunes:author/>',
        '<sy:updateFrequency/>',
      ],
      item: across(
        '<{}/>',
        words(
          `title description category author comments guid slash:section media:credit dc:creator dc:subject dc:rights`,
        ),
      ),
      image: ['<title/>', '<description/>', '<link/>', '<url/>'],
      textInput: ['<title/>', '<name/>', '<description/>'],
    },
    good: {
      feed: [
        '<title>Talk</title>',
        '<subtitle type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></subtitle>',
      ],
      entry: [
        '<content type="audio/mpeg" src="..."/>',
        '<content type="application/xml"><a xmlns="http://example.com/x"/></content>',
      ],
      channel: ['<itunes:summary/>'],
      item: ['<itunes:keywords/>'],
    },
  },
}
