import type {feedPodcastsRules} from '../../src/model/problems/feed-rules-podcasts.ts'
import {podcast} from './feeds.ts'
import {inEpisode, inShow, type RuleCases, replaced, show} from './rule-case.ts'

const guid = '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>'
const transcript = '<podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>'
const alternate = (content: string): string =>
  `<podcast:alternateEnclosure type="video/mp4">${content}</podcast:alternateEnclosure>`
const category = (text: string): string => `<itunes:category text="${text}"/>`
const item = (content: string): string => `<item><guid isPermaLink="false">two</guid>${content}</item>`
const enclosure = '<enclosure url="https://example.com/2.mp3" length="1" type="audio/mpeg"/>'
const title = '<title>Two</title>'

export const podcastsCases: RuleCases<typeof feedPodcastsRules> = {
  'feed-itunes-element-missing': replaced(show, '<itunes:explicit>false</itunes:explicit>', '', 2),
  'feed-itunes-mail-missing': replaced(show, '<itunes:email>ada@example.com</itunes:email>', '', 5),
  'feed-apple-language-missing': replaced(show, '<language>en</language>', '', 2),
  'feed-itunes-explicit-invalid': inEpisode(
    '<itunes:explicit>PG-13</itunes:explicit>',
    '<itunes:explicit>false</itunes:explicit>',
  ),
  'feed-itunes-explicit-outdated': inEpisode(
    '<itunes:explicit>Clean</itunes:explicit>',
    '<itunes:explicit>false</itunes:explicit>',
  ),
  'feed-itunes-yes-no-invalid': inShow('<itunes:block>Absolutely</itunes:block>', '<itunes:block>Yes</itunes:block>'),
  'feed-itunes-type-invalid': inShow('<itunes:type>series</itunes:type>', '<itunes:type>episodic</itunes:type>'),
  'feed-itunes-episode-type-invalid': inEpisode(
    '<itunes:episodeType>Full</itunes:episodeType>',
    '<itunes:episodeType>full</itunes:episodeType>',
  ),
  'feed-itunes-duration-invalid': inEpisode(
    '<itunes:duration>90 min</itunes:duration>',
    '<itunes:duration>5400</itunes:duration>',
  ),
  'feed-itunes-keywords-invalid': inShow(
    '<itunes:keywords>salt pepper spices</itunes:keywords>',
    '<itunes:keywords>salt, pepper, spices</itunes:keywords>',
  ),
  'feed-itunes-category-invalid': inShow(category('Tech'), category('Leisure')),
  'feed-itunes-category-obsolete': inShow(category('Games &#x26; Hobbies'), category('Leisure')),
  'feed-enclosure-format-unsupported': replaced(show, '1.mp3', '1.ogg', 8),
  'feed-podcast-element-unknown': inEpisode('<podcast:transcripts/>', transcript),
  'feed-podcast-element-twice': inShow(guid, ''),
  'feed-podcast-element-missing': inEpisode(
    alternate(''),
    alternate('<podcast:source uri="https://example.com/1.mp4"/>'),
  ),
  'feed-podcast-attribute-missing': inEpisode(transcript.replace(' type="text/vtt"', ''), transcript),
  'feed-podcast-attribute-unknown': inEpisode(
    '<podcast:person name="Ada">Ada</podcast:person>',
    '<podcast:person>Ada</podcast:person>',
  ),
  'feed-podcast-value-invalid': inShow('<podcast:locked>true</podcast:locked>', '<podcast:locked>yes</podcast:locked>'),
  'feed-episode-without-enclosure': inShow(item(title), item(title + enclosure)),
  'feed-episode-without-title': inShow(
    item(`<description>Talk</description>${enclosure}`),
    item(`${title}<description>Talk</description>${enclosure}`),
  ),
  'feed-enclosure-repeated': inShow(item(title + enclosure.replace('2.mp3', '1.mp3')), item(title + enclosure), {
    line: 8,
  }),
  'feed-episode-number-missing': {
    bad: podcast('<itunes:type>serial</itunes:type>', ''),
    good: podcast('<itunes:type>serial</itunes:type>', '<itunes:episode>1</itunes:episode>'),
    line: 8,
  },
  'feed-description-too-long': inEpisode(
    `<description>${'long '.repeat(1000)}</description>`,
    '<description>short</description>',
  ),
  'feed-show-element-recommended': replaced(show, guid, '', 2),
}
