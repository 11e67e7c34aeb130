import {across, type MessageTable, words} from './message-row.ts'

const url = 'https://example.com/2'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const theirs = (content: string) =>
  `<source><title>Theirs</title><id>https://example.net/</id><updated>2024-01-30T09:00:00Z</updated>${content}</source>`
const cloud = '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol="soap"/>'

/** Which elements stand where, and how often. */
export const structureMessages: MessageTable = {
  UndefinedElement: {
    rules: ['feed-element-undefined', 'feed-root-unknown', 'feed-blink'],
    bad: {
      feed: [
        ...across(
          '<{}>x</{}>',
          words(`pubDate description item Title info tagline modified issued copyright content summary`),
        ),
        '<sy:often>x</sy:often>',
        `<trackback:ping>${url}</trackback:ping>`,
        ...across('<author><name>Ada</name><{}>x</{}></author>', ['url', 'foo', 'title', 'Email']),
        '<logo>https://example.com/<b/>x</logo>',
      ],
      entry: [
        ...across('<{}>x</{}>', words(`subtitle logo icon generator pubDate issued created modified guid`)),
        ...across('<{}>a <b>c</b></{}>', ['title', 'summary', 'content', 'rights']),
        ...across('<{} type="html">a <b>c</b></{}>', ['title', 'summary', 'content']),
        '<content>a <x:b xmlns:x="http://example.com/x">c</x:b></content>',
        '<content type="audio/mpeg" src="..."><b/></content>',
        '<content type="text/plain">a <b/></content>',
        '<link href="..."><title>One</title></link>',
        '<category term="a"><name>x</name></category>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <dc:date>2024</dc:date></div></content>',
        '<author><name>Ada<b/></name></author>',
        theirs('<summary>x</summary>'),
      ],
      channel: across(
        '<{}>x</{}>',
        words(`pubdate Title guid author enclosure comments entry itunes:duration itunes:episode itunes:nothing
  itunes:email dc:nothing slash:comments hour url blink`),
      ),
      item: across(
        '<{}>x</{}>',
        words(`pubdate Guid language ttl image url content itunes:owner itunes:type itunes:category itunes:new-feed-url
  media:nothing sy:updatePeriod item summary`),
      ),
      image: across('<{}>x</{}>', ['name', 'alt', 'Width']),
      textInput: ['<url>x</url>'],
      skipHours: ['<hour>1</hour><hours>1</hours>', '<hour>1</hour><day>Monday</day>'],
      skipDays: ['<day>Monday</day><hour>1</hour>'],
      'head of OPML': ['<outline text="a"/>', '<link>x</link>', '<Title>x</Title>'],
      'body of OPML': ['<outline text="a"><title>x</title></outline>', '<title>x</title>'],
      'first tag': ['<html>', '<RSS version="2.0">', '<xml>', '<channel>'],
    },
    good: {
      feed: [
        '<opensearch:totalResults>3</opensearch:totalResults>',
        '<rdf:type>info:x</rdf:type>',
        '<dc:date>2024-01-31</dc:date>',
      ],
      entry: [
        '<link href="..."><x:note xmlns:x="http://example.com/x">x</x:note></link>',
        '<link href="..."><dc:title>One</dc:title></link>',
        '<category term="a"><dc:title>One</dc:title></category>',
        '<author><name>Ada</name><dc:title>Dr</dc:title></author>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <x:b xmlns:x="http://example.com/x">c</x:b></div></content>',
        '<content type="application/xml"><note xmlns="http://example.com/x"/></content>',
        '<content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"/></content>',
        '<geo:lat>1</geo:lat><geo:long>2</geo:long>',
        '<georss:point>1 2</georss:point>',
        '<thr:total>2</thr:total>',
      ],
      channel: [
        '<x:note xmlns:x="http://example.com/x"/>',
        '<itunes:new-feed-url>https://example.com/2</itunes:new-feed-url>',
        '<sy:updatePeriod>daily</sy:updatePeriod>',
        '<atom:link rel="self" href="..."/>',
        '<opensearch:startIndex>1</opensearch:startIndex>',
      ],
      item: [
        '<itunes:title>x</itunes:title>',
        '<atom:updated>2024-01-31T09:00:00Z</atom:updated>',
        '<dcterms:modified>2024-01-31</dcterms:modified>',
        '<slash:hit_parade>1,2</slash:hit_parade>',
      ],
    },
  },
  UnexpectedAttribute: {
    rules: ['feed-attribute-unexpected'],
    bad: {
      feed: [
        ...across('<{} lang="en">Talk</{}>', ['title', 'subtitle', 'rights']),
        '<id type="text">https://example.com/</id>',
        '<link rel="self" href="..." target="x"/>',
      ],
      entry: [
        '<content mode="escaped" type="html">x</content>',
        '<category term="a" domain="x"/>',
        '<author id="a"><name>Ada</name></author>',
      ],
      channel: [
        ...across('<{} lang="en">x</{}>', ['copyright', 'generator', 'category']),
        `<docs xmlns:rdf="${rdf}" rdf:resource="...">https://example.com/</docs>`,
      ],
      item: [
        '<guid ispermalink="false">one</guid>',
        '<enclosure url="..." length="1" type="audio/mpeg" duration="3"/>',
        `<trackback:ping xmlns:rdf="${rdf}" rdf:resource="...">${url}</trackback:ping>`,
        '<media:thumbnail url="..." alt="x"/>',
      ],
      'body of OPML': across('<outline text="a" {}="x"/>', ['xmlurl', 'URL', 'note']),
    },
    good: {
      feed: [
        '<title xml:lang="en">Talk</title>',
        '<title xml:base="https://example.com/">Talk</title>',
        `<author xmlns:rdf="${rdf}" rdf:parseType="Resource"><name>Ada</name></author>`,
      ],
      entry: [
        '<link href="..." x:y="z" xmlns:x="http://example.com/x"/>',
        '<link rel="replies" href="..." thr:count="3" xmlns:thr="http://purl.org/syndication/thread/1.0"/><link href="..."/>',
      ],
      channel: ['<title xml:lang="en">My show</title>', '<category domain="x">A</category>'],
      'first tag': ['<rss version="2.0" xml:base="https://example.com/">', '<rss version="2.0" xml:lang="en">'],
      'body of OPML': ['<outline text="a" x:y="z" xmlns:x="http://example.com/x"/>'],
    },
  },
  UseOfExtensionAttr: {
    rules: ['feed-attribute-of-extension'],
    bad: {
      channel: across('<{} x:y="z" xmlns:x="http://example.com/x">Talk</{}>', [
        'title',
        'description',
        'category',
        'copyright',
      ]),
      item: [
        ...across('<{} x:y="z" xmlns:x="http://example.com/x">Talk</{}>', ['title', 'description']),
        '<enclosure xmlns:x="http://example.com/x" x:hash="1" url="..." length="1" type="audio/mpeg"/>',
      ],
    },
    good: {
      item: [
        '<x:note x:y="z" xmlns:x="http://example.com/x"/>',
        '<atom:link rel="self" href="..." thr:count="1" xmlns:thr="http://purl.org/syndication/thread/1.0"/>',
        '<title xml:lang="en">One</title>',
        '<description xml:base="https://example.com/">Talk</description>',
      ],
      entry: ['<link href="..." x:y="z" xmlns:x="http://example.com/x"/>'],
      'first tag': [
        '<rss version="2.0" xsi:noNamespaceSchemaLocation="a.xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      ],
    },
  },
  UnexpectedText: {
    rules: ['feed-text-unexpected'],
    bad: {
      feed: ['Talk', '&amp;', '<author>Ada <name>Ada</name></author>', '<contributor><name>Ada</name>!</contributor>'],
      entry: ['Talk', theirs('Talk'), '<![CDATA[Talk]]>', '<content type="audio/mpeg" src="...">Talk</content>'],
      channel: [
        'Talk',
        '<skipHours>1<hour>1</hour></skipHours>',
        cloud.replace('/>', '>x</cloud>'),
        '<itunes:image href="https://example.com/c.jpg">x</itunes:image>',
        '<itunes:owner>Ada <itunes:email>ada@example.com</itunes:email></itunes:owner>',
      ],
      item: [
        'Talk',
        '<enclosure url="..." length="1" type="audio/mpeg">x</enclosure>',
        '<media:thumbnail url="...">x</media:thumbnail>',
        '<media:group>x<media:content url="..."/><media:content url="..."/></media:group>',
      ],
      image: ['Talk'],
      textInput: ['Talk'],
      skipDays: ['<day>Monday</day> and on'],
      'body of OPML': ['<outline text="a">x</outline>'],
    },
    good: {
      channel: ['\n\t ', '<!-- Talk -->', '<?x y?>'],
      item: ['<enclosure url="..." length="1" type="audio/mpeg"> </enclosure>'],
      entry: ['\n'],
    },
  },
  UnexpectedWhitespace: {
    rules: ['feed-space-unexpected'],
    bad: {
      feed: [
        ...across('<{}> https://example.com/a</{}>', ['id', 'icon', 'logo']),
        ...across('<{}>https://example.com/a\n</{}>', ['id', 'icon', 'logo']),
        ...across('<{}>\t2024-01-31T09:00:00Z</{}>', ['updated']),
      ],
      entry: [
        ...across('<{}> https://example.com/a </{}>', ['id']),
        ...across('<{}>2024-01-31T09:00:00Z </{}>', ['updated', 'published']),
      ],
      author: [
        '<uri> https://example.com/</uri>',
        '<uri>https://example.com/\n</uri>',
        '<email> ada@example.com</email>',
      ],
    },
    good: {
      feed: ['<id>https://example.com/a</id>', '<title> Talk </title>', '<updated>2024-01-31T09:00:00Z</updated>'],
      channel: ['<link> https://example.com/ </link>', '<pubDate> Wed, 31 Jan 2024 09:00:00 GMT </pubDate>'],
    },
  },
}
