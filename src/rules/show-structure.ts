import type {ElementCheck} from './element-table.ts'
import {childOf, childrenOf, type FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {feedRules, fine} from './rule.ts'
import {apple, appleAndStandard, podcastApps, specs, standard} from './rule-sources.ts'

const longestDescriptionInBytes = 4000
/** The elements that PSP-1 recommends in addition to Apple's list. */
const wished = ['podcast:guid', 'itunes:author']

/** What Apple, PSP-1 and players require of a podcast and its items. A feed with none of Apple's elements is no podcast. */
export const showRules = feedRules({
  'feed-episode-without-enclosure': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: podcastApps,
    why: 'Podcast apps leave out an item without an enclosure.',
    check: ({childCounts}: FeedElement) =>
      childCounts.has('enclosure') ? undefined : 'The item has no enclosure, so podcast apps leave it out',
    in: 'item of a podcast',
    bad: '<!-- no enclosure -->',
    good: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>',
  },
  'feed-episode-without-title': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: podcastApps,
    why: 'Apple and PSP-1 need a title for every episode.',
    check: ({childCounts}: FeedElement) =>
      childCounts.has('title') ? undefined : 'The item has no title, so apps list it without a name',
    in: 'item of a podcast',
    bad: '<!-- no title -->\n<description>Talk</description>',
    good: '<title>One</title>\n<description>Talk</description>',
  },
  'feed-enclosure-repeated': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: apple,
    why: 'Apple knows an episode by the address of its enclosure, and may ignore the second episode with the same address. Feeds with reruns have such items, and Apple lists them.',
    check: (item: FeedElement, {seenBefore}: FeedFacts) =>
      childrenOf(item, 'enclosure')
        .filter(({attributes, offset}) => seenBefore('enclosure', attributes.get('url') ?? String(offset)))
        .map((element) => ({
          message: 'Another item has the same enclosure; Apple ignores one of them',
          element,
          attribute: 'url',
        })),
    in: 'channel of a podcast',
    bad: '<item><title>One</title><guid>https://example.com/a</guid><enclosure url="https://example.com/a.mp3" length="1000" type="audio/mpeg"/></item>\n<item><title>One</title><guid>https://example.com/b</guid><enclosure url="https://example.com/a.mp3" length="1000" type="audio/mpeg"/></item>',
    good: '<item><title>One</title><guid>https://example.com/a</guid><enclosure url="https://example.com/a.mp3" length="1000" type="audio/mpeg"/></item>\n<item><title>One</title><guid>https://example.com/b</guid><enclosure url="https://example.com/b.mp3" length="1000" type="audio/mpeg"/></item>',
  },
  'feed-episode-number-missing': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: apple,
    why: 'Serial shows are played in the order of their numbers, and Apple requires them.',
    check: (item: FeedElement) => {
      const isSerial = item.parent && childOf(item.parent, 'itunes:type')?.text.trim() === 'serial'
      const isFull = (childOf(item, 'itunes:episodeType')?.text.trim() ?? 'full') === 'full'
      return isSerial && isFull && !item.childCounts.has('itunes:episode')
        ? 'The show is serial, and the item has no itunes:episode'
        : undefined
    },
    in: 'item of a serial podcast',
    bad: '<!-- no itunes:episode -->',
    good: '<itunes:episode>3</itunes:episode>',
  },
  'feed-description-too-long': {
    severity: 'warning',
    spec: specs.appleGuide,
    profiles: appleAndStandard,
    why: 'Apple and PSP-1 allow 4,000 bytes, not characters, in a description; what is longer is cut.',
    check: (parent: FeedElement) => {
      const element = childOf(parent, 'description')
      if (!element || element.text.length * 3 <= longestDescriptionInBytes) return undefined
      const size = new TextEncoder().encode(element.text.trim()).length
      if (size <= longestDescriptionInBytes) return undefined
      return {message: `The description has ${size} bytes; Apple reads ${longestDescriptionInBytes}`, element}
    },
    in: 'item of a podcast',
    bad: `<description>${'Salt and pepper. '.repeat(250)}</description>`,
    good: '<description>Salt and pepper.</description>',
  },
  'feed-show-element-recommended': {
    severity: 'info',
    spec: specs.psp1,
    profiles: standard,
    why: 'PSP-1 recommends the element, so that a show can be told apart, and not be taken over.',
    check: ({childCounts}: FeedElement) =>
      wished
        .filter((name) => !childCounts.has(name))
        .map((name) => `The channel has no ${name}, which PSP-1 recommends`),
    in: 'channel of a podcast',
    bad: '<!-- no podcast:guid -->',
    good: '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>',
  },
})

export const episodeChecks: readonly ElementCheck[] = [
  showRules['feed-episode-without-enclosure'].judge,
  showRules['feed-episode-without-title'].judge,
  showRules['feed-enclosure-repeated'].judge,
  showRules['feed-episode-number-missing'].judge,
  showRules['feed-description-too-long'].judge,
].map(
  (check): ElementCheck =>
    (item, facts) =>
      facts.usedPrefixes.has('itunes') ? check(item, facts) : fine,
)

export const showChecks: readonly ElementCheck[] = [
  showRules['feed-description-too-long'].judge,
  showRules['feed-show-element-recommended'].judge,
].map(
  (check): ElementCheck =>
    (channel, facts) =>
      facts.usedPrefixes.has('itunes') && facts.format === 'rss' ? check(channel) : fine,
)
