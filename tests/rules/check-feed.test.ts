import {describe, expect, it} from 'vitest'
import {checkFeed} from '../../src/rules/check-feed.ts'
import {atom, item, linesOf, opml, podcast, rss} from './feeds.ts'

const history = 'xmlns:fh="http://purl.org/syndication/history/1.0"'

describe('a feed without faults', () => {
  it.each([
    [
      'RSS',
      item('<description>Talk about &#x26; and &#x3C;</description><pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>'),
    ],
    [
      'a podcast',
      podcast(
        '<itunes:type>episodic</itunes:type>',
        '<itunes:duration>1:02:03</itunes:duration><podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>',
      ),
    ],
    ['Atom', atom('<content type="html">&lt;p&gt;Talk&lt;/p&gt;</content>')],
    [
      'Atom with XHTML',
      atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Talk</p></div></content>'),
    ],
    ['OPML', opml('<outline text="Show" title="Show" type="rss" xmlUrl="https://example.com/feed.xml"/>')],
    [
      'JSON Feed',
      '{"version": "https://jsonfeed.org/version/1.1", "title": "Show", "home_page_url": "https://example.com/", "feed_url": "https://example.com/feed.json", "items": [{"id": "1", "content_text": "Talk", "_x": {"about": 1}}]}',
    ],
  ])('has no problems: %s', (_name, feed) => {
    expect(linesOf(feed)).toEqual([])
  })
})

describe('a fault is told at its line', () => {
  // The gap of each feed is a line of its own: 3 in a channel and in Atom's feed, 4 in an item, 5 in an entry; 7 and 9 in a podcast.
  it.each([
    [rss('<title>Two</title>'), '3 feed-element-twice'],
    [rss('<pubdate>Wed, 31 Jan 2024 09:00:00 GMT</pubdate>'), '3 feed-element-undefined'],
    [rss('<pubDate>2024-01-31</pubDate>'), '3 feed-date-not-rfc822'],
    [rss('<pubDate>Mon, 31 Jan 2024 09:00:00 GMT</pubDate>'), '3 feed-weekday-wrong'],
    [rss('<pubDate>Wed, 31 jan 24 09:00 GMT</pubDate>'), '3 feed-date-problematic'],
    [rss('<language>english</language>'), '3 feed-language-invalid'],
    [rss('<ttl>0</ttl>'), '3 feed-number-not-positive'],
    [rss('<skipHours><hour>12</hour><hour>12</hour></skipHours>'), '3 feed-value-twice'],
    [rss('<skipDays/>'), '3 feed-element-missing'],
    [rss('<managingEditor>Ada</managingEditor>'), '3 feed-contact-invalid'],
    [rss('<webMaster>ada@example.com</webMaster>'), '3 feed-contact-nameless'],
    [rss('<copyright lang="en">2024</copyright>'), '3 feed-attribute-unexpected'],
    [rss('<x:note xmlns:x="http://example.com/x"/>'), '3 feed-namespace-unknown'],
    [rss('<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate><dc:date>2024-01-31</dc:date>'), '2 feed-channel-said-twice'],
    [rss('<dc:title>Show</dc:title>'), '2 feed-channel-said-twice'],
    [
      atom('<content>Talk</content><author><name>Ada</name><email> ada@example.com</email></author>'),
      '5 feed-space-unexpected',
    ],
    [
      atom('<content>Talk</content><author><name>Ada</name><uri>https://example.com/ </uri></author>'),
      '5 feed-space-unexpected',
    ],
    [item('<comments>/1#comments</comments>'), '4 feed-url-not-full'],
    [item('<comments>https://example.com/a b</comments>'), '4 feed-uri-character'],
    [item('<comments>https://exämple.com/</comments>'), '4 feed-uri-not-ascii'],
    [item('<comments>htp://example.com/</comments>'), '4 feed-scheme-unregistered'],
    [item('<description>&lt;img src="/a.png"&gt;</description>'), '4 feed-html-relative-url'],
    [item('<description><![CDATA[<script>x</script>]]></description>'), '4 feed-html-risky-element'],
    [item('<description><![CDATA[<p onclick="x">y</p>]]></description>'), '4 feed-html-risky-attribute'],
    [item('<description><![CDATA[<p style="position: fixed">y</p>]]></description>'), '4 feed-html-dangerous-style'],
    [item('<description><![CDATA[<a href="https://example.com/">y</a><br]]></description>'), '4 feed-html-malformed'],
    [item('<category>R&amp;D &lt;b&gt;now&lt;/b&gt;</category>'), '4 feed-html-in-plain-text'],
    [item('<category>a &lt;b</category>'), '4 feed-text-ambiguous'],
    [item('<enclosure url="1.mp3" length="1" type="audio/mpeg"/>'), '4 feed-url-attribute-invalid'],
    [item('<enclosure url="https://example.com/1.mp3" length="1"/>'), '4 feed-attribute-missing'],
    [
      item('<enclosure url="https://example.com/1.mp3" length="-1" type="audio/mpeg"/>'),
      '4 feed-enclosure-length-negative',
    ],
    [item('<description>Ã© was é</description>'), '4 feed-characters-misdecoded'],
    [item('<media:group><media:content url="https://example.com/1.mp4"/></media:group>'), '4 feed-media-group-of-one'],
    [atom('<summary>&lt;p&gt;Talk&lt;/p&gt;</summary>'), '5 feed-html-undeclared'],
    [atom('<content type="xhtml">Talk</content>'), '5 feed-xhtml-div-missing'],
    [atom('<content type="image/png">a picture!</content><summary>x</summary>'), '5 feed-content-not-base64'],
    [atom('<summary>x</summary><published> 2024-01-31T09:00:00Z</published>'), '5 feed-space-unexpected'],
    [atom('<summary>x</summary><published>2024-01-31t09:00:00z</published>'), '5 feed-date-not-rfc3339'],
    [
      atom('<summary>x</summary><link rel="homepage" href="https://example.com/"/>'),
      '5 feed-link-relation-unregistered',
    ],
    [atom('<summary>x</summary><link href="https://example.com/2"/>'), '5 feed-link-twice'],
    [atom('<summary>x</summary><category/>'), '5 feed-attribute-missing'],
    [atom('<summary>x</summary>', '<logo>https://example.com/a b.png</logo>'), '3 feed-uri-character'],
    [atom('<summary>x</summary>', '<subtitle type="text/plain">x</subtitle>'), '3 feed-text-type-invalid'],
    [opml('<outline text="Show" title="Show" type="rss"/>'), '2 feed-outline-xml-url-missing'],
    [opml('<outline type="link" url="https://example.com/"/>'), '2 feed-attribute-missing'],
    [rss(`<fh:complete ${history}/><atom:link rel="next" href="https://example.com/2"/>`), '3 feed-complete-and-paged'],
    [rss(`<fh:archive ${history}/>`), '2 feed-archive-without-current'],
    [rss('<atom:link rel="self" type="text/html" href="https://example.com/feed.xml"/>'), '3 feed-self-type'],
    [podcast('<itunes:category text="Tech"/>', ''), '7 feed-itunes-category-invalid'],
    [podcast('<podcast:locked>true</podcast:locked>', ''), '7 feed-podcast-value-invalid'],
    [podcast('', '<itunes:explicit> true </itunes:explicit>'), '9 feed-itunes-explicit-invalid'],
    [podcast('', '<itunes:duration>90 min</itunes:duration>'), '9 feed-itunes-duration-invalid'],
    [podcast('', '<itunes:episodeType>Full</itunes:episodeType>'), '9 feed-itunes-episode-type-invalid'],
    [podcast('', '<podcast:transcript url="https://example.com/1.vtt"/>'), '9 feed-podcast-attribute-missing'],
    [podcast('', '<podcast:person name="Ada">Ada</podcast:person>'), '9 feed-podcast-attribute-unknown'],
    [podcast('<itunes:type>serial</itunes:type>', ''), '8 feed-episode-number-missing'],
  ])('%#: $1', (feed, problem) => {
    expect(linesOf(feed)).toEqual([problem])
  })

  it('and at its column, that of the attribute where one is meant', () => {
    const {problems} = checkFeed(item('  <enclosure url="https://example.com/1.mp3" length="x" type="audio/mpeg"/>'))
    expect(problems).toMatchObject([{code: 'feed-attribute-not-integer', line: 4, column: 46}])
  })

  it('with the names it goes by elsewhere', () => {
    const [problem] = checkFeed(rss('<pubDate>2024-01-31</pubDate>')).problems
    expect(problem).toMatchObject({
      severity: 'error',
      w3c: 'InvalidRFC2822Date',
      spec: 'https://www.rfc-editor.org/rfc/rfc822#section-5',
      profiles: ['apple', 'spotify', 'podcast2', 'w3c', 'psp1'],
    })
  })

  it('two hundred times at most, the last of which counts the rest', () => {
    const {problems} = checkFeed(rss('<wrong/>\n'.repeat(1000)))
    expect(problems).toHaveLength(200)
    expect(problems.at(-1)?.message).toMatch(/800 more like this/)
  })
})

describe('profiles', () => {
  const feed = podcast('', '<podcast:transcript url="https://example.com/1.vtt"/><itunes:explicit>no</itunes:explicit>')

  it.each([
    ['w3c', ['9 feed-itunes-explicit-outdated']],
    ['podcast2', ['9 feed-podcast-attribute-missing']],
    ['apple', []],
    ['spotify', []],
  ] as const)('%s hears only of what it insists on', (profile, expected) => {
    expect(linesOf(feed, [profile])).toEqual(expected)
  })
})

describe('documents that are no feed', () => {
  it.each([
    ['<rss version="2.0"><channel><title>a & b</title></channel></rss>', '1 feed-not-well-formed'],
    ['<rss version="2.0"><channel></rss>', '1 feed-not-well-formed'],
    ['\n<?xml version="1.0"?><rss/>', '2 feed-not-well-formed'],
    ['<rss version="2.0"><channel><title>Caf&eacute;</title></channel></rss>', '1 feed-entity-undefined'],
    ['<html><body>Moved</body></html>', '1 feed-root-unknown'],
    ['<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', '1 feed-atom-03'],
    ['{"title": "Show",}', '1 json-feed-not-json'],
    ['', '1 feed-not-well-formed'],
  ])('%s', (document, problem) => {
    expect(linesOf(document)).toContain(problem)
  })
})

describe('where a feed comes from', () => {
  const codes = (options: Parameters<typeof checkFeed>[1]): readonly string[] =>
    checkFeed(item(''), options).problems.map(({code}) => code)

  it.each([
    [{url: 'https://example.com/feed.xml'}, []],
    [{url: 'https://example.com/moved.xml'}, ['feed-self-elsewhere']],
    [{file: 'output/feed.xml'}, []],
    [{file: 'old.xml'}, ['feed-self-other-name']],
    [{mimeType: 'application/rss+xml; charset=utf-8'}, []],
    [{mimeType: 'text/html'}, ['feed-served-type-unexpected']],
  ])('%j', (options, expected) => {
    expect(codes(options)).toEqual(expected)
  })
})
