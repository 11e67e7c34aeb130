import type {feedRssRules} from '../../src/model/problems/feed-rules-rss.ts'
import {atom, rss, selfLink} from './feeds.ts'
import {inChannel, inItem, type RuleCases, replaced, talk} from './rule-case.ts'

const item = (content: string): string => `<item><title>One</title>${content}</item>`
const enclosure = (url: string): string => `<enclosure url="${url}" length="1" type="audio/mpeg"/>`
const audio = enclosure('https://example.com/1.mp3')
const image = (title: string, link: string): string =>
  `<image><title>${title}</title><link>${link}</link><url>https://example.com/logo.png</url></image>`
const description = '<description>Talk</description>'
const encoded = '<content:encoded>Talk</content:encoded>'
const hours = (hour: number): string => `<skipHours><hour>12</hour><hour>${hour}</hour></skipHours>`
const commented = item(
  '<guid>https://example.com/1</guid><slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">12</slash:comments>',
)
const built = '<lastBuildDate>Wed, 31 Jan 2024 09:00:00 GMT</lastBuildDate>'

export const rssCases: RuleCases<typeof feedRssRules> = {
  'feed-guid-missing': inChannel(item(''), item('<guid>https://example.com/1</guid>')),
  'feed-guid-twice': inChannel(
    `${item('<guid>https://example.com/1</guid>')}\n${item('<guid>https://example.com/1</guid>')}`,
    `${item('<guid>https://example.com/1</guid>')}\n${item('<guid>https://example.com/2</guid>')}`,
    {line: 4},
  ),
  'feed-guid-not-address': inChannel(item('<guid>one</guid>'), item('<guid isPermaLink="false">one</guid>')),
  'feed-guid-flag-invalid': inChannel(
    item('<guid isPermaLink="no">one</guid>'),
    item('<guid isPermaLink="false">one</guid>'),
  ),
  'feed-guid-too-common': inChannel(
    item('<guid isPermaLink="false">17</guid>'),
    item('<guid isPermaLink="false">example.com-17</guid>'),
  ),
  'feed-enclosure-second': inItem(audio + enclosure('https://example.com/1.ogg'), audio, {line: 3}),
  'feed-content-before-description': inItem(encoded + description, description + encoded, {line: 3}),
  'feed-description-twice': inItem(
    `${description}<body xmlns="http://www.w3.org/1999/xhtml">Talk</body>`,
    description,
    {line: 3},
  ),
  'feed-channel-said-twice': inChannel(
    '<copyright>2024</copyright><dc:rights>2024</dc:rights>',
    '<copyright>2024</copyright>',
    {line: 2},
  ),
  'feed-item-said-twice': inItem(
    '<category>Talk</category><dc:subject>Talk</dc:subject>',
    '<category>Talk</category>',
    {
      line: 3,
    },
  ),
  'feed-value-twice': inChannel(hours(12), hours(13)),
  'feed-text-input': inChannel(
    `<textInput><title>Find</title><link>https://example.com/find</link>${description}<name>q</name></textInput>`,
    '',
  ),
  'feed-image-title-differs': inChannel(image('Logo', 'https://example.com/'), image('Show', 'https://example.com/')),
  'feed-image-link-differs': inChannel(image('Show', 'https://example.com/a'), image('Show', 'https://example.com/')),
  'feed-rss-self-missing': replaced(rss(''), selfLink, '', 2),
  'feed-self-missing': replaced(atom(talk), '<link rel="self" href="https://example.com/atom.xml"/>', '', 2),
  'feed-self-elsewhere': {
    ...replaced(rss(''), 'feed.xml', 'old.xml', 2),
    options: {url: 'https://example.com/feed.xml'},
  },
  'feed-self-other-name': {...replaced(rss(''), 'feed.xml', 'old.xml', 2), options: {file: 'feed.xml'}},
  'feed-self-relative': replaced(rss(''), 'https://example.com/feed.xml', 'feed.xml', 2),
  'feed-self-type': replaced(rss(''), 'application/rss+xml', 'text/html', 2),
  'feed-comment-count-undated': inChannel(commented, built + commented, {line: 2}),
}
