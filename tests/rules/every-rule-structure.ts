import type {feedStructureRules} from '../../src/model/problems/feed-rules-structure.ts'
import {rss} from './feeds.ts'
import {inChannel, inEntry, inItem, type RuleCases, replaced} from './rule-case.ts'

const complete = '<fh:complete xmlns:fh="http://purl.org/syndication/history/1.0"/>'
const archive = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>'
const current = '<atom:link rel="current" href="https://example.com/feed.xml"/>'
const item = '<item><title>One</title><guid>https://example.com/1</guid></item>'
const enclosure = '<enclosure url="https://example.com/1.mp3" length="1" type="audio/mpeg"/>'
const related = '<link rel="related" title="Two" href="https://example.com/2"/>'

export const structureCases: RuleCases<typeof feedStructureRules> = {
  'feed-element-undefined': inItem(
    '<pubdate>Wed, 31 Jan 2024 09:00:00 GMT</pubdate>',
    '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  ),
  'feed-element-twice': inChannel('<title>Two</title>', ''),
  'feed-element-missing': inChannel('<skipHours/>', '<skipHours><hour>3</hour></skipHours>'),
  'feed-title-missing': replaced(rss(''), '<title>Show</title>', '', 2),
  'feed-image-title-missing': inChannel(
    '<image><url>https://example.com/a.jpg</url><link>https://example.com/</link></image>',
    '<image><url>https://example.com/a.jpg</url><link>https://example.com/</link><title>Show</title></image>',
  ),
  'feed-image-link-missing': inChannel(
    '<image><url>https://example.com/a.jpg</url><title>Show</title></image>',
    '<image><url>https://example.com/a.jpg</url><link>https://example.com/</link><title>Show</title></image>',
  ),
  'feed-link-missing': replaced(rss(''), '<link>https://example.com/</link>', '', 2),
  'feed-description-missing': replaced(rss(''), '<description>Talk</description>', '', 2),
  'feed-item-empty': inChannel(item.replace('<title>One</title>', ''), item),
  'feed-attribute-missing': inItem(enclosure.replace(' type="audio/mpeg"', ''), enclosure),
  'feed-attribute-unexpected': inChannel(
    '<copyright lang="en">2024</copyright>',
    '<copyright xml:lang="en">2024</copyright>',
  ),
  'feed-attribute-blank': inEntry(related.replace('"Two"', '""'), related),
  'feed-text-unexpected': inChannel('Talk', '', {line: 2}),
  'feed-value-blank': inChannel('<copyright> </copyright>', '<copyright>2024</copyright>'),
  'feed-item-misplaced': inChannel(`${item}<ttl>60</ttl>`, `<ttl>60</ttl>${item}`),
  'feed-complete-and-paged': inChannel(
    `${complete}<atom:link rel="next" href="https://example.com/2"/>`,
    '<atom:link rel="next" href="https://example.com/2"/>',
  ),
  'feed-complete-not-current': inChannel(complete + current.replace('feed.xml', 'other.xml'), complete + current),
  'feed-archive-without-current': inChannel(archive, archive + current, {line: 2}),
}
