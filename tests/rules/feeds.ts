import {checkFeed} from '../../src/rules/check-feed.ts'
import type {FeedProfile} from '../../src/rules/rule.ts'

/** Feeds that no profile has anything to say about, with a gap for what a test is about. */
export const selfLink = '<atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>'
const namespaces = [
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ')

export function rss(channel: string): string {
  const language = /<(?:dc:)?language\b/.test(channel) ? '' : '<language>en</language>'
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${namespaces}><channel><title>Show</title><link>https://example.com/</link><description>Talk</description>${language}${selfLink}
${channel}
</channel></rss>`
}

export function item(content: string): string {
  return rss(`<item><title>One</title><guid isPermaLink="false">one</guid>\n${content}\n</item>`)
}

export function podcast(channel: string, episode: string): string {
  return rss(`<itunes:explicit>false</itunes:explicit><itunes:author>Ada</itunes:author>
<itunes:category text="Technology"/><itunes:image href="https://example.com/cover.jpg"/>
<itunes:owner><itunes:email>ada@example.com</itunes:email></itunes:owner>
<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
${channel}
<item><title>One</title><guid isPermaLink="false">one</guid><enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>
${episode}
</item>`)
}

export function atom(entry: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Show</title><id>https://example.com/</id><updated>2024-01-31T09:00:00Z</updated><author><name>Ada</name></author><link rel="self" href="https://example.com/atom.xml"/>
${head}
<entry><title>One</title><id>https://example.com/1</id><updated>2024-01-31T09:00:00Z</updated><link href="https://example.com/1"/>
${entry}
</entry></feed>`
}

export function opml(body: string): string {
  return `<opml version="2.0"><head><title>Shows</title></head><body>\n${body}\n</body></opml>`
}

/** `code` and line of every problem. */
export function linesOf(feed: string | Uint8Array, profiles?: readonly FeedProfile[]): readonly string[] {
  const {problems} = checkFeed(feed, profiles === undefined ? {} : {profiles})
  return problems.map(({code, line}) => `${line} ${code}`)
}
