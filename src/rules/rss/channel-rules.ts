import type {Value} from '../element-table.ts'
import {childOf, type FeedElement, inherited} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {feedRules, quoted} from '../rule.ts'
import {everyone, selfLink, specs, validator} from '../rule-sources.ts'

const versions = /^(?:0\.9[0-4]?|1\.0|2\.0(?:\.\d{1,2})?)$/

function lacks({name, childCounts}: FeedElement, child: string): string | undefined {
  return childCounts.has(child) ? undefined : `${name} has no ${child}`
}

/** Finds an element of the image that differs from the same element of the channel. Both should say the same. */
function differs(channel: FeedElement, name: string) {
  const image = childOf(channel, 'image')
  const ofImage = image && childOf(image, name)
  const own = childOf(channel, name)
  return !ofImage || !own || ofImage.text.trim() === own.text.trim()
    ? undefined
    : {message: `The ${name} of the image is not that of the channel`, element: ofImage}
}

/** What RSS requires of the channel and of its image. https://www.rssboard.org/rss-profile */
export const channelRules = feedRules({
  'feed-version-unknown': {
    severity: 'error',
    w3c: 'InvalidRssVersion',
    spec: specs.rss,
    profiles: validator,
    why: 'RSS has the versions 0.90 to 0.94, 1.0 and 2.0.',
    check: ({attributes}: FeedElement) => {
      const version = attributes.get('version')
      return version === undefined || versions.test(version.trim())
        ? undefined
        : `RSS has no version ${quoted(version, 20)}`
    },
    hint: 'Write version="2.0"',
    in: 'first tag',
    bad: '<rss version="3.0">',
    good: '<rss version="2.0">',
  },
  'feed-title-missing': {
    severity: 'error',
    w3c: 'MissingTitle',
    spec: specs.rss,
    profiles: everyone,
    why: 'Apps and directories list a show by its title. They refuse a show without a title.',
    check: lacks,
    in: 'channel',
    bad: '<!-- no title -->',
    good: '<title>My show</title>',
  },
  'feed-link-missing': {
    severity: 'error',
    w3c: 'MissingLink',
    spec: specs.rss,
    profiles: selfLink,
    why: 'RSS requires the address of the page that the feed belongs to.',
    check: lacks,
    in: 'channel',
    bad: '<!-- no link -->',
    good: '<link>https://example.com/</link>',
  },
  'feed-description-missing': {
    severity: 'error',
    w3c: 'MissingDescription',
    spec: specs.rss,
    profiles: everyone,
    why: 'RSS requires a description of the show. Directories print it.',
    check: lacks,
    in: 'channel',
    bad: '<!-- no description -->',
    good: '<description>What the show is about</description>',
  },
  'feed-language-missing': {
    severity: 'info',
    w3c: 'MissingDCLanguage',
    spec: specs.rss,
    profiles: validator,
    why: 'Directories list shows by language, and screen readers choose their voice by it.',
    // For a podcast, Apple's own rule says this.
    check: (channel: FeedElement, {usedPrefixes}: FeedFacts) =>
      usedPrefixes.has('itunes') ||
      ['language', 'dc:language'].some((name) => channel.childCounts.has(name)) ||
      inherited(channel, 'xml:lang') !== undefined
        ? undefined
        : 'The channel does not say its language',
    hint: 'Add <language>en</language>',
    in: 'channel',
    bad: '<!-- no language -->',
    good: '<language>en</language>',
  },
  'feed-image-title-missing': {
    severity: 'error',
    w3c: 'MissingTitle',
    spec: specs.rss,
    profiles: validator,
    why: 'The image of RSS has a title, which is its alternative text for readers that show it. Podcast apps take the cover from itunes:image.',
    check: lacks,
    in: 'image',
    bad: '<!-- no title -->',
    good: '<title>My show</title>',
  },
  'feed-image-link-missing': {
    severity: 'error',
    w3c: 'MissingLink',
    spec: specs.rss,
    profiles: validator,
    why: 'The image of RSS is a link to the site. Podcast apps take the cover from itunes:image.',
    check: lacks,
    in: 'image',
    bad: '<!-- no link -->',
    good: '<link>https://example.com/</link>',
  },
  'feed-image-title-differs': {
    severity: 'warning',
    w3c: 'ImageTitleDoesntMatch',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Where pictures are off, the title of the image stands for the show. So it must be the title of the channel.',
    check: (channel: FeedElement) => differs(channel, 'title'),
    in: 'image',
    bad: '<title>logo</title>',
    good: '<title>My show</title>',
  },
  'feed-image-link-differs': {
    severity: 'warning',
    w3c: 'ImageLinkDoesntMatch',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'The image leads to the page of the show. So its link must be the link of the channel.',
    check: (channel: FeedElement) => differs(channel, 'link'),
    in: 'image',
    bad: '<link>https://example.com/logo</link>',
    good: '<link>https://example.com/</link>',
  },
  'feed-item-misplaced': {
    severity: 'warning',
    w3c: 'MisplacedItem',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'Some readers stop after the items that they know. They never see elements that come later.',
    check: ({name}: FeedElement, item: string) =>
      `${name} comes after the first ${item}, where quick readers have stopped looking`,
    in: 'channel',
    bad: '<item><title>One</title><guid>https://example.com/1</guid></item>\n<ttl>60</ttl>',
    good: '<ttl>60</ttl>\n<item><title>One</title><guid>https://example.com/1</guid></item>',
  },
  'feed-cloud-protocol-unknown': {
    severity: 'warning',
    spec: specs.rss,
    profiles: validator,
    why: 'There are three protocols to ask a server about new episodes. No reader knows another one.',
    check: ({trimmed, subject}: Value) =>
      ['xml-rpc', 'soap', 'http-post'].includes(trimmed.toLowerCase())
        ? undefined
        : `${subject} is ${quoted(trimmed, 40)}, a protocol that no reader knows`,
    hint: 'Write xml-rpc, soap or http-post',
    in: 'channel',
    bad: '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol="ftp"/>',
    good: '<cloud domain="example.com" port="80" path="/rpc" registerProcedure="ping" protocol="xml-rpc"/>',
  },
  'feed-text-input': {
    severity: 'warning',
    w3c: 'AvoidTextInput',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'textInput is a search form from 1999. No app shows it.',
    check: () => 'textInput is a form that no app shows any more',
    in: 'channel',
    bad: '<textInput><title>Find</title><link>https://example.com/find</link><description>Search</description><name>q</name></textInput>',
    good: '<!-- no textInput -->',
  },
  'feed-rss-self-missing': {
    severity: 'warning',
    w3c: 'MissingAtomSelfLink',
    spec: specs.rssProfile,
    profiles: selfLink,
    why: 'The feed does not say its own address. A copy that is passed on cannot be traced, and WebSub has no topic.',
    // With this link, apps find the feed again after somebody passed the file on.
    check: (_: FeedElement, {format}: FeedFacts) =>
      format === 'rdf'
        ? undefined
        : 'The channel does not say its own address, so a feed that is passed on cannot be found again',
    hint: 'Add <atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>',
    in: 'channel',
    bad: '<!-- no atom:link -->',
    good: '<atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>',
  },
  'feed-comment-count-undated': {
    severity: 'warning',
    w3c: 'SlashDate',
    spec: specs.slash,
    profiles: validator,
    why: 'The number of comments changes with time, but the channel has no date that says when it was counted.',
    check: ({childCounts}: FeedElement, {usedPrefixes}: FeedFacts) =>
      !usedPrefixes.has('slash') || ['pubDate', 'lastBuildDate', 'dc:date'].some((name) => childCounts.has(name))
        ? undefined
        : 'slash:comments is a number that changes, and the channel has no date that says when it was counted',
    in: 'channel',
    bad: '<item><title>One</title><guid>https://example.com/1</guid><slash:comments>12</slash:comments></item>',
    good: '<lastBuildDate>Wed, 31 Jan 2024 09:00:00 GMT</lastBuildDate>\n<item><title>One</title><guid>https://example.com/1</guid><slash:comments>12</slash:comments></item>',
  },
})
