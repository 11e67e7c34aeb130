import {across, type MessageTable, twice} from './message-row.ts'

const url = 'https://example.com/2'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const date = 'Wed, 31 Jan 2024 09:00:00 GMT'
const feedTexts = ['title', 'subtitle', 'rights', 'generator']
const theirs = (content: string) =>
  `<source><title>Theirs</title><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated>${content}</source>`
const people = ['author', 'contributor'].flatMap((person) =>
  ['<name>Ada</name>', '<uri>https://example.com/ada</uri>', '<email>ada@example.com</email>'].map((part) => {
    const name = part.startsWith('<name') ? '' : '<name>Ada</name>'
    return `<${person}>${name}${part}${part}</${person}>`
  }),
)
const cloud = '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol="soap"/>'
const image = `<image><url>${url}.png</url><title>My show</title><link>https://example.com/</link></image>`
const input = `<textInput><title>Find</title><description>Search</description><name>q</name><link>${url}</link></textInput>`

/** What may stand once. */
export const twiceMessages: MessageTable = {
  DuplicateElement: {
    rules: ['feed-element-twice'],
    bad: {
      feed: twice([
        ...across('<{}>Talk</{}>', feedTexts),
        ...across(`<{}>${url}</{}>`, ['id', 'icon', 'logo']),
        '<updated>2024-01-31T09:00:00Z</updated>',
      ]),
      entry: [
        ...twice([
          ...across('<{}>Talk</{}>', ['title', 'summary', 'content', 'rights']),
          ...across('<{}>2024-01-31T09:00:00Z</{}>', ['updated', 'published', 'app:edited']),
          `<id>${url}</id>`,
          theirs(''),
          '<thr:total>3</thr:total>',
        ]),
        ...twice([
          ...across('<{}>Talk</{}>', ['subtitle', 'rights', 'generator']),
          ...across(`<{}>${url}</{}>`, ['icon', 'logo']),
        ]).map(theirs),
        ...across('<{}>x</{}>', ['title']).map(theirs),
        ...people,
      ],
      channel: twice([
        ...across('<{}>Talk</{}>', ['title', 'description', 'copyright', 'generator', 'rating']),
        ...across(`<{}>${url}</{}>`, ['link', 'docs', 'blogChannel:blogRoll', 'itunes:new-feed-url']),
        ...across(`<{}>${date}</{}>`, ['pubDate', 'lastBuildDate']),
        ...across('<{}>ada@example.com (Ada)</{}>', ['managingEditor', 'webMaster']),
        ...across('<{}>en</{}>', ['language', 'dc:language']),
        ...across('<{}>2024-01-31</{}>', ['dc:date', 'sy:updateBase']),
        ...across('<{}>Talk</{}>', [
          'itunes:author',
          'itunes:subtitle',
          'itunes:summary',
          'itunes:title',
          'itunes:keywords',
        ]),
        ...across('<{}>Yes</{}>', ['itunes:block', 'itunes:complete']),
        '<ttl>60</ttl>',
        cloud,
        image,
        input,
        '<skipHours><hour>1</hour></skipHours>',
        '<skipDays><day>Monday</day></skipDays>',
        '<sy:updatePeriod>daily</sy:updatePeriod>',
        '<sy:updateFrequency>2</sy:updateFrequency>',
        '<itunes:image href="https://example.com/c.jpg"/>',
        '<itunes:type>serial</itunes:type>',
        '<itunes:explicit>false</itunes:explicit>',
        '<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>',
        '<fh:complete/>',
        '<geo:lat>1</geo:lat>',
        ...across(`<{} xmlns:rdf="${rdf}" rdf:resource="https://example.com/"/>`, [
          'admin:generatorAgent',
          'admin:errorReportsTo',
        ]),
      ]),
      item: twice([
        ...across('<{}>Talk</{}>', ['title', 'description', 'content:encoded', 'slash:section', 'slash:department']),
        ...across(`<{}>${url}</{}>`, ['link', 'comments', 'guid', 'wfw:comment', 'wfw:commentRss', 'trackback:ping']),
        ...across('<{}>3</{}>', [
          'slash:comments',
          'itunes:episode',
          'itunes:season',
          'itunes:duration',
          'itunes:order',
          'thr:total',
          'geo:long',
        ]),
        ...across('<media:{}>Talk</media:{}>', ['title', 'description', 'keywords', 'copyright']),
        `<media:player url="${url}"/>`,
        '<media:adult>true</media:adult>',
        `<pubDate>${date}</pubDate>`,
        '<author>ada@example.com (Ada)</author>',
        `<source url="${url}">Theirs</source>`,
        '<itunes:episodeType>full</itunes:episodeType>',
        '<itunes:image href="https://example.com/c.jpg"/>',
        '<ev:startdate>2024-01-31</ev:startdate>',
      ]),
      image: twice([
        ...across('<{}>My show</{}>', ['title', 'description']),
        '<width>88</width>',
        '<height>31</height>',
        '<link>https://example.com/</link>',
        `<url>${url}.png</url>`,
      ]),
      textInput: twice([...across('<{}>Find</{}>', ['title', 'description', 'name']), `<link>${url}</link>`]),
      'head of OPML': twice([
        ...across(`<{}>${date}</{}>`, ['dateCreated', 'dateModified']),
        ...across('<{}>Ada</{}>', ['title', 'ownerName']),
      ]),
    },
    good: {
      feed: across('<{}><name>Ada</name></{}>\n<{}><name>Bo</name></{}>', ['author', 'contributor']),
      entry: [
        '<category term="a"/><category term="b"/>',
        theirs(
          '<category term="a"/><category term="b"/><author><name>A</name></author><author><name>B</name></author>',
        ),
        '<link href="..."/><link rel="related" href="..."/><link rel="related" href="..."/>',
        `<thr:in-reply-to ref="${url}"/><thr:in-reply-to ref="${url}2"/>`,
      ],
      channel: [
        '<category>A</category><category>B</category>',
        '<itunes:category text="Arts"/><itunes:category text="News"/>',
        '<dc:subject>a</dc:subject><dc:subject>b</dc:subject>',
      ],
      item: [
        '<category>A</category><category>B</category>',
        '<dc:date>2024-01-31</dc:date><dc:date>2024-02-01</dc:date>',
        '<dc:creator>A</dc:creator><dc:creator>B</dc:creator>',
        '<media:credit role="author">A</media:credit><media:credit role="editor">B</media:credit>',
        `<media:thumbnail url="${url}"/><media:thumbnail url="${url}2"/>`,
        `<trackback:about>${url}</trackback:about><trackback:about>${url}2</trackback:about>`,
        `<creativeCommons:license>${url}</creativeCommons:license><creativeCommons:license>${url}2</creativeCommons:license>`,
      ],
    },
  },
}
