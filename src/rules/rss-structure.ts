import type {ProblemCode} from '../model/problem.ts'
import {semanticDuplicates} from './duplicate-semantics.ts'
import {childOf, childrenOf, type FeedElement} from './feed-element.ts'
import {feedHistory} from './feed-history.ts'
import {itunesChannel} from './itunes-structure.ts'
import {appleEnclosure} from './itunes-values.ts'
import {type Complaint, complaint, type ElementCheck, fine} from './rule-table.ts'
import {selfComplaints} from './self-link.ts'
import {episodeChecks, showChecks} from './show-structure.ts'

const versions = /^(?:0\.9[0-4]?|1\.0|2\.0(?:\.\d{1,2})?)$/

/** Checks of `rss` itself. */
export const rootChecks: readonly ElementCheck[] = [
  (root) => {
    const version = root.attributes.get('version')
    if (version === undefined || versions.test(version.trim())) return fine
    return [
      complaint(
        'feed-version-unknown',
        `RSS has no version ${JSON.stringify(version.slice(0, 20))}`,
        'Write version="2.0"',
      ),
    ]
  },
]

/** Apps find the feed again by it, after somebody passed the file on. https://www.rssboard.org/rss-profile#namespace-elements-atom-link */
const channelSelf: ElementCheck = (channel, facts) => {
  const links = childrenOf(channel, 'atom:link').filter((link) => link.attributes.get('rel') === 'self')
  if (links.length > 0) return links.flatMap((link) => selfComplaints(link, facts))
  return facts.format === 'rdf'
    ? fine
    : [
        complaint(
          'feed-rss-self-missing',
          'The channel does not say its own address, so a feed that is passed on cannot be found again',
          'Add <atom:link rel="self" type="application/rss+xml" href="https://example.com/feed.xml"/>',
        ),
      ]
}

/** Comments are counted up to a moment; a reader must know which. */
const slashDate: ElementCheck = (channel, facts) => {
  if (!facts.usedPrefixes.has('slash')) return fine
  const dated = ['pubDate', 'lastBuildDate', 'dc:date'].some((name) => channel.childCounts.has(name))
  return dated
    ? fine
    : [complaint('feed-comment-count-undated', 'slash:comments is a count of a moment, and the channel has no date')]
}

const imageAgrees: ElementCheck = (channel) => [
  ...differs(channel, 'title', 'feed-image-title-differs'),
  ...differs(channel, 'link', 'feed-image-link-differs'),
]

function differs(channel: FeedElement, name: string, code: ProblemCode): readonly Complaint[] {
  const image = childOf(channel, 'image')
  const ofImage = image && childOf(image, name)
  const own = childOf(channel, name)
  if (!ofImage || !own || ofImage.text.trim() === own.text.trim()) return fine
  return [{...complaint(code, `The ${name} of the image is not that of the channel`), element: ofImage}]
}

export const channelChecks: readonly ElementCheck[] = [
  channelSelf,
  slashDate,
  imageAgrees,
  feedHistory,
  semanticDuplicates('channel'),
  itunesChannel,
  ...showChecks,
]

const titleOrDescription: ElementCheck = (item, facts) =>
  facts.format === 'rdf' ||
  ['title', 'description', 'content:encoded', 'xhtml:body', 'atom:title', 'atom:content', 'atom:summary'].some((name) =>
    item.childCounts.has(name),
  )
    ? fine
    : [complaint('feed-item-empty', 'The item has neither title nor description; one of them is needed')]

const guidOnce: ElementCheck = (item, facts) => {
  const guid = childOf(item, 'guid')
  if (!guid) {
    const message = 'The item has no guid: apps guess whether it is new, and deliver it again when its address changes'
    const hint = 'Add <guid isPermaLink="false">a value that never changes</guid>'
    return facts.format === 'rdf' ? fine : [complaint('feed-guid-missing', message, hint)]
  }
  const value = guid.text.trim()
  if (value === '' || !facts.seenBefore('guid', value)) return fine
  return [
    {
      ...complaint(
        'feed-guid-twice',
        `Two items have the guid ${JSON.stringify(value.slice(0, 60))}; apps show one of them`,
      ),
      element: guid,
    },
  ]
}

const oneEnclosure: ElementCheck = (item) =>
  (item.childCounts.get('enclosure') ?? 0) > 1
    ? [
        complaint(
          'feed-enclosure-second',
          'The item has several enclosures; apps take any one of them',
          'Keep one, and offer others as podcast:alternateEnclosure',
        ),
      ]
    : fine

/** Readers that keep the last text they see would show the summary in place of the article. */
const descriptionFirst: ElementCheck = (item) => {
  const names = item.children.map(({name}) => name)
  const content = names.indexOf('content:encoded')
  if (content === -1) return fine
  const description = names.indexOf('description')
  return description !== -1 && description < content
    ? fine
    : [
        complaint(
          'feed-content-before-description',
          'content:encoded comes before description, or without one',
          'Write description first, then content:encoded',
        ),
      ]
}

/** A text in a vocabulary that few apps read; where they read both, nobody knows which one is shown. */
const oneFullText: ElementCheck = (item) => {
  const other = ['xhtml:body', 'xhtml:div', 'atom:content'].find((name) => item.childCounts.has(name))
  return other === undefined
    ? fine
    : [complaint('feed-description-twice', `${other} says what description or content:encoded is for`)]
}

export const itemChecks: readonly ElementCheck[] = [
  titleOrDescription,
  guidOnce,
  oneEnclosure,
  descriptionFirst,
  oneFullText,
  semanticDuplicates('item'),
  appleEnclosure,
  ...episodeChecks,
]
