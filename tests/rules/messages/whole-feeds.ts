import type {MessageTable} from './message-row.ts'

const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'

/** RSS 0.91 of Netscape, with its grammar. */
const rss091 = `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel>
<title>Salt News</title><link>http://example.com/</link><description>News of salt.</description><language>en-us</language>
<rating>(PICS-1.1 "http://www.example.com/v1" l r (n 0 s 0 v 0 l 0))</rating><copyright>2001, Ada</copyright>
<pubDate>Thu, 05 Jul 2001 09:00:00 GMT</pubDate><lastBuildDate>Thu, 05 Jul 2001 09:00:00 GMT</lastBuildDate>
<docs>http://example.com/docs</docs><managingEditor>ada@example.com (Ada)</managingEditor><webMaster>bo@example.com (Bo)</webMaster>
<image><title>Salt News</title><url>http://example.com/logo.gif</url><link>http://example.com/</link><width>88</width><height>31</height><description>Salt</description></image>
<textInput><title>Find</title><description>Search the news</description><name>query</name><link>http://example.com/find</link></textInput>
<skipHours><hour>2</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
<item><title>Salt found</title><link>http://example.com/1</link><description>In the sea.</description></item>
</channel></rss>`

/** RSS 0.92: an item may be a text alone. */
const rss092 = `<rss version="0.92"><channel>
<title>Salt Blog</title><link>http://example.com/</link><description>What we cook.</description>
<cloud domain="rpc.example.com" port="80" path="/RPC2" registerProcedure="pingMe" protocol="soap"/>
<item><description>Tonight: &lt;i&gt;potatoes&lt;/i&gt;, with &lt;a href="http://example.com/salt"&gt;salt&lt;/a&gt;.</description>
<source url="http://example.net/rss.xml">Pepper Blog</source>
<enclosure url="http://example.com/1.mp3" length="6182912" type="audio/mpeg"/>
<category domain="http://www.dmoz.org">Home/Cooking</category></item>
</channel></rss>`

/** RSS 1.0, with modules. */
const rss10 = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF ${rdf} xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:taxo="http://purl.org/rss/1.0/modules/taxonomy/" xmlns:admin="http://webns.net/mvcb/" xmlns:cc="http://web.resource.org/cc/">
<channel rdf:about="http://example.com/rss"><title>Salt</title><link>http://example.com/</link><description>About salt.</description>
<dc:language>en</dc:language><dc:date>2001-07-05T09:00:00+01:00</dc:date><dc:creator>Ada</dc:creator><dc:publisher>Salt Press</dc:publisher><dc:rights>2001</dc:rights>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>
<admin:generatorAgent rdf:resource="http://example.com/pen"/><admin:errorReportsTo rdf:resource="mailto:ada@example.com"/><cc:license rdf:resource="http://example.com/licence"/>
<image rdf:resource="http://example.com/logo.gif"/><items><rdf:Seq><rdf:li rdf:resource="http://example.com/1"/></rdf:Seq></items><textinput rdf:resource="http://example.com/find"/></channel>
<image rdf:about="http://example.com/logo.gif"><title>Salt</title><url>http://example.com/logo.gif</url><link>http://example.com/</link></image>
<item rdf:about="http://example.com/1"><title>Salt found</title><link>http://example.com/1</link><description>In the sea.</description>
<dc:subject>Salt</dc:subject><dc:identifier>http://example.com/1</dc:identifier><content:encoded><![CDATA[<p>In the sea.</p>]]></content:encoded>
<taxo:topics><rdf:Bag><rdf:li resource="http://example.com/topics/salt"/></rdf:Bag></taxo:topics></item>
<textinput rdf:about="http://example.com/find"><title>Find</title><description>Search</description><name>q</name><link>http://example.com/find</link></textinput>
</rdf:RDF>`

/** RSS 2.0 with modules and Media RSS. */
const rss20 = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/" xmlns:dcterms="http://purl.org/dc/terms/">
<channel><title>Salt</title><link>https://example.com/</link><description>About salt.</description><language>en-gb</language>
<atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/><atom:link rel="hub" href="https://hub.example.com/"/>
<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><ttl>60</ttl><generator>Pen 1.0</generator><docs>https://www.rssboard.org/rss-specification</docs><category domain="Syndic8">1765</category>
<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>
<item><title>Salt found</title><link>https://example.com/1</link><guid>https://example.com/1</guid><dc:creator>Ada</dc:creator><comments>https://example.com/1#comments</comments>
<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><dcterms:modified>2024-02-01</dcterms:modified><slash:comments>3</slash:comments><wfw:commentRss>https://example.com/1/feed</wfw:commentRss>
<trackback:ping>https://example.com/1/ping</trackback:ping><geo:lat>51.5</geo:lat><geo:long>-0.1</geo:long>
<description>In the sea.</description><content:encoded><![CDATA[<p>In the <b>sea</b>.</p>]]></content:encoded><source url="https://example.net/feed">Pepper</source>
<enclosure url="https://example.com/1.mp4" length="12216320" type="video/mp4"/>
<media:group><media:content url="https://example.com/1.mp4" fileSize="12216320" type="video/mp4" medium="video" isDefault="true" expression="full" bitrate="128" framerate="25" samplingrate="44.1" channels="2" duration="185" height="200" width="300" lang="en"/>
<media:content url="https://example.com/1.webm" type="video/webm"><media:player url="https://example.com/player?id=1" height="200" width="400"/></media:content>
<media:rating scheme="urn:mpaa">pg-13</media:rating><media:title type="plain">Salt</media:title><media:description type="html">&lt;b&gt;Salt&lt;/b&gt;</media:description><media:keywords>salt, sea</media:keywords>
<media:thumbnail url="https://example.com/1.jpg" width="75" height="50" time="12:05:35.250"/><media:category scheme="https://example.com/tags" label="Salt">food/salt</media:category>
<media:hash algo="md5">dfdec888b72151965a34b4b59031290a</media:hash><media:credit role="producer" scheme="urn:ebu">Ada</media:credit><media:copyright url="https://example.com/terms">2024 Ada</media:copyright>
<media:text type="plain" lang="en" start="00:00:03.000" end="00:00:10.000">Hear us.</media:text><media:restriction relationship="allow" type="country">au us</media:restriction></media:group></item>
</channel></rss>`

/** Atom, with what RFC 4685, 5005 and 5023 and OpenSearch add. */
const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:app="http://www.w3.org/2007/app" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xml:lang="en" xml:base="https://example.com/">
<title type="text">salt</title><subtitle type="html">A &lt;em&gt;lot&lt;/em&gt; of salt</subtitle><updated>2024-07-31T12:29:29Z</updated><id>tag:example.com,2003:3</id>
<link rel="alternate" type="text/html" hreflang="en" href="https://example.com/blog"/><link rel="self" type="application/atom+xml" href="https://example.com/feed.atom"/><link rel="next" href="?page=2"/>
<rights>Copyright (c) 2024, Ada</rights><generator uri="https://example.com/pen" version="1.0">Pen</generator><icon>/icon.png</icon><logo>/logo.png</logo>
<opensearch:totalResults>47</opensearch:totalResults><opensearch:startIndex>1</opensearch:startIndex><opensearch:itemsPerPage>1</opensearch:itemsPerPage>
<author><name>Ada</name><uri>/ada</uri><email>ada@example.com</email></author>
<entry><title>Salt draft-07 snapshot</title><link rel="alternate" type="text/html" href="/2005/04/02/salt"/><link rel="enclosure" type="audio/mpeg" length="1337" href="/audio/salt.mp3"/>
<link rel="replies" type="application/atom+xml" href="/replies" thr:count="10" thr:updated="2024-07-28T12:00:00Z"/><link rel="edit" href="/edit/1"/>
<id>tag:example.com,2003:3.2397</id><updated>2024-07-31T12:29:30Z</updated><published>2023-12-13T08:29:29-04:00</published><app:edited>2024-07-31T12:29:30Z</app:edited><app:control><app:draft>no</app:draft></app:control>
<contributor><name>Bo</name></contributor><contributor><name>Cy</name></contributor><category term="salt" scheme="https://example.com/tags" label="Salt"/><thr:in-reply-to ref="tag:example.net,2005:1" href="https://example.net/1" type="text/html" source="https://example.net/feed"/><thr:total>10</thr:total>
<content type="xhtml" xml:lang="en" xml:base="https://example.com/"><div xmlns="http://www.w3.org/1999/xhtml"><p><i>[Update: salt is <a href="one">here</a>.]</i></p></div></content>
<source><id>tag:example.net,2005:feed</id><title>Pepper</title><updated>2024-07-30T12:29:29Z</updated><link rel="self" href="https://example.net/feed"/></source></entry></feed>`

const opml = `<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="2.0"><head><title>Shows</title><dateCreated>Sat, 18 Jun 2005 12:11:52 GMT</dateCreated><dateModified>Tue, 02 Aug 2005 21:42:48 GMT</dateModified><ownerName>Ada</ownerName><ownerEmail>ada@example.com</ownerEmail><ownerId>https://example.com/</ownerId><docs>http://opml.org/spec2.opml</docs><expansionState>1, 3, 17</expansionState><vertScrollState>1</vertScrollState><windowTop>61</windowTop><windowLeft>304</windowLeft><windowBottom>562</windowBottom><windowRight>842</windowRight></head>
<body><outline text="Salt" title="Salt" type="rss" xmlUrl="https://example.com/feed.xml" htmlUrl="https://example.com/" language="en-us" version="RSS2" description="About salt"/>
<outline text="Places" category="/a/b,/c" created="Mon, 31 Oct 2005 18:21:33 GMT"><outline text="Sea" isComment="true"><outline text="Shore" isBreakpoint="true"/></outline></outline><outline text="More" type="include" url="https://example.com/more.opml"/></body></opml>`

/** Kinds of messages that are never given by their own name, met by documents as the specifications show them. */
export const wholeFeeds: MessageTable = {
  Error: {
    rules: ['feed-title-missing', 'feed-element-missing', 'feed-not-well-formed'],
    bad: {file: ['<rss version="2.0"/>', '<rss version="2.0"><channel/></rss>', 'Moved']},
    good: {file: [rss091, rss092, rss10, rss20, atom, opml]},
  },
}
