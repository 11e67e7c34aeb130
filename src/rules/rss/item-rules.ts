import type {Value} from '../element-table.ts'
import {childOf, type FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules, quoted} from '../rule.ts'
import {everyone, specs, validator} from '../rule-sources.ts'
import {oneOfExactly} from '../values/value-forms.ts'

const texts = ['title', 'description', 'content:encoded', 'xhtml:body', 'atom:title', 'atom:content', 'atom:summary']
const shortNumber = /^\d{1,8}$/
const webAddress = /^https?:\/\/[^\s/?#]+\S*$/i
/** A name in the form of an address that leads nowhere. */
const nameUri = /^(?:tag|urn):\S+$/i
const guidHint =
  'Write <guid isPermaLink="false">; the value itself must not change, or every app delivers the episode again'

function flagOf({attributes}: FeedElement): string {
  return attributes.get('isPermaLink') ?? 'true'
}

/** What RSS requires of an item. https://www.rssboard.org/rss-profile#element-channel-item */
export const itemRules = feedRules({
  'feed-item-empty': {
    severity: 'error',
    w3c: 'ItemMustContainTitleOrDescription',
    spec: specs.rss,
    profiles: everyone,
    why: 'An item needs a title or a description. Without both, apps have nothing to list.',
    check: ({childCounts}: FeedElement, {format}: FeedFacts) =>
      format === 'rdf' || texts.some((name) => childCounts.has(name))
        ? undefined
        : 'The item has neither title nor description; one of them is needed',
    in: 'item',
    bad: '<!-- no title, description -->',
    good: '<title>One</title>',
  },
  'feed-guid-missing': {
    severity: 'warning',
    w3c: 'MissingGuid',
    spec: specs.rssProfile,
    profiles: everyone,
    why: 'Without a guid, apps know an episode by its address or title. They deliver it again when these change.',
    check: ({childCounts}: FeedElement, {format}: FeedFacts) =>
      childCounts.has('guid') || format === 'rdf'
        ? undefined
        : 'The item has no guid: apps guess whether it is new, and deliver it again when its address changes',
    hint: 'Add <guid isPermaLink="false">a value that never changes</guid>',
    in: 'item',
    bad: '<!-- no guid -->',
    good: '<guid isPermaLink="false">2024-one</guid>',
  },
  'feed-guid-twice': {
    severity: 'error',
    w3c: 'DuplicateValue',
    spec: specs.rssProfile,
    profiles: everyone,
    why: 'To an app, two items with one guid are one episode. It shows one of them, and the other never reaches a listener.',
    check: (item: FeedElement, {seenBefore}: FeedFacts) => {
      const element = childOf(item, 'guid')
      const value = element?.text.trim() ?? ''
      if (!element || value === '' || !seenBefore('guid', value)) return undefined
      return {message: `Two items have the guid ${quoted(value)}; apps show one of them`, element}
    },
    hint: 'Give the newer item a guid of its own; that of the older one must not change',
    in: 'channel',
    bad: '<item><title>One</title><guid>https://example.com/1</guid></item>\n<item><title>Two</title><guid>https://example.com/1</guid></item>',
    good: '<item><title>One</title><guid>https://example.com/1</guid></item>\n<item><title>Two</title><guid>https://example.com/2</guid></item>',
  },
  'feed-guid-not-permalink': {
    severity: 'error',
    w3c: 'InvalidPermalink',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'A guid is an address that opens in a browser, unless isPermaLink is "false". A tag: or urn: opens nowhere.',
    check: ({trimmed, subject, element}: Value) =>
      flagOf(element) === 'true' && nameUri.test(trimmed)
        ? `${subject} is taken for an address, because isPermaLink is not "false", and no browser opens it: ${quoted(trimmed)}`
        : undefined,
    hint: guidHint,
    in: 'item',
    bad: '<guid>tag:example.com,2024-01-31:one</guid>',
    good: '<guid isPermaLink="false">tag:example.com,2024-01-31:one</guid>',
  },
  // A guid is an address that opens, unless it has isPermaLink="false". https://www.rssboard.org/rss-profile#element-channel-item-guid
  'feed-guid-not-address': {
    severity: 'error',
    w3c: 'InvalidHttpGUID',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'A guid is an address that opens in a browser, unless isPermaLink is "false".',
    check: ({trimmed, subject, element}: Value) =>
      flagOf(element) !== 'true' || webAddress.test(trimmed) || nameUri.test(trimmed)
        ? undefined
        : `${subject} is taken for an address, because isPermaLink is not "false", and it is none: ${quoted(trimmed)}`,
    hint: guidHint,
    in: 'item',
    bad: '<guid>my-episode-1</guid>',
    good: '<guid isPermaLink="false">my-episode-1</guid>',
  },
  'feed-guid-flag-invalid': {
    severity: 'error',
    w3c: 'InvalidBooleanAttribute',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'isPermaLink is "true" or "false", in lower case. Anything else is read as true by some and false by others.',
    check: oneOfExactly(['true', 'false']),
    in: 'item',
    bad: '<guid isPermaLink="no">2024-one</guid>',
    good: '<guid isPermaLink="false">2024-one</guid>',
  },
  'feed-guid-too-common': {
    severity: 'warning',
    w3c: 'NotSufficientlyUnique',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Thousands of feeds have small numbers as guids. Apps that compare items of several feeds mix them up.',
    check: ({trimmed, subject, element}: Value) =>
      flagOf(element) === 'false' && shortNumber.test(trimmed)
        ? `${subject} is ${trimmed}, a number that other feeds use as well`
        : undefined,
    in: 'item',
    bad: '<guid isPermaLink="false">17</guid>',
    good: '<guid isPermaLink="false">example.com-17</guid>',
  },
  'feed-enclosure-second': {
    severity: 'warning',
    w3c: 'DuplicateEnclosure',
    spec: specs.rssProfile,
    profiles: everyone,
    why: 'Apps play only one enclosure of an item, and each app takes a different one.',
    check: ({childCounts}: FeedElement) =>
      (childCounts.get('enclosure') ?? 0) > 1
        ? 'The item has several enclosures; apps take any one of them'
        : undefined,
    hint: 'Keep one, and offer others as podcast:alternateEnclosure',
    in: 'item',
    bad: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>\n<enclosure url="https://example.com/1.mp4" length="9000" type="video/mp4"/>',
    good: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>\n<podcast:alternateEnclosure length="9000" type="video/mp4"><podcast:source uri="https://example.com/1.mp4"/></podcast:alternateEnclosure>',
  },
  'feed-content-before-description': {
    severity: 'warning',
    w3c: 'NeedDescriptionBeforeContent',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Some readers keep the last text that they see. If content:encoded comes first, they show the summary instead of the article.',
    // Some readers keep the last text that they see. They would show the summary instead of the article.
    check: ({children}: FeedElement) => {
      const names = children.map(({name}) => name)
      const content = names.indexOf('content:encoded')
      const description = names.indexOf('description')
      return content === -1 || (description !== -1 && description < content)
        ? undefined
        : 'content:encoded comes before description, or without one'
    },
    hint: 'Write description first, then content:encoded',
    in: 'item',
    bad: '<content:encoded>&lt;p&gt;All of it&lt;/p&gt;</content:encoded>\n<description>In short</description>',
    good: '<description>In short</description>\n<content:encoded>&lt;p&gt;All of it&lt;/p&gt;</content:encoded>',
  },
  'feed-description-twice': {
    severity: 'warning',
    w3c: 'DuplicateDescriptionSemantics',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The item has its text twice, in elements of two vocabularies. Each app shows a different one.',
    // The second text is in a vocabulary that few apps read. If an app reads both, nobody knows which one it shows.
    check: ({childCounts}: FeedElement) => {
      const other = ['xhtml:body', 'xhtml:div', 'atom:content'].find((name) => childCounts.has(name))
      return other === undefined ? undefined : `${other} says what description or content:encoded is for`
    },
    in: 'item',
    bad: '<description>Talk</description>\n<body xmlns="http://www.w3.org/1999/xhtml">Talk</body>',
    good: '<description>Talk</description>',
  },
})
