import {childOf, childrenOf, type FeedElement} from './feed-element.ts'
import {type Complaint, complaint, type ElementCheck, fine} from './rule-table.ts'

const longestDescriptionInBytes = 4000

/** What Apple, PSP-1 and players ask of the items of a podcast. A feed without one of Apple's elements is none. */
export const episodeChecks: readonly ElementCheck[] = [
  (item, facts) => {
    if (!facts.usedPrefixes.has('itunes')) return fine
    const found: Complaint[] = []
    if (!item.childCounts.has('enclosure')) {
      found.push(complaint('feed-episode-without-enclosure', 'The item has no enclosure, so podcast apps leave it out'))
    }
    if (!item.childCounts.has('title')) {
      found.push(complaint('feed-episode-without-title', 'The item has no title, so apps list it without a name'))
    }
    return [...found, ...sameEnclosure(item, facts), ...serialNumber(item), ...tooLong(item)]
  },
]

const sameEnclosure: ElementCheck = (item, facts) =>
  childrenOf(item, 'enclosure')
    .filter(({attributes}) => facts.seenBefore('enclosure', attributes.get('url') ?? String(item.offset)))
    .map((element) => ({
      ...complaint('feed-enclosure-repeated', 'Another item has the same enclosure; Apple ignores one of them'),
      element,
      attribute: 'url',
    }))

/** Serial shows are played from number one on. */
function serialNumber(item: FeedElement): readonly Complaint[] {
  const serial = item.parent && childOf(item.parent, 'itunes:type')?.text.trim() === 'serial'
  const full = (childOf(item, 'itunes:episodeType')?.text.trim() ?? 'full') === 'full'
  return serial && full && !item.childCounts.has('itunes:episode')
    ? [complaint('feed-episode-number-missing', 'The show is serial, and the item has no itunes:episode')]
    : fine
}

function tooLong(parent: FeedElement): readonly Complaint[] {
  const description = childOf(parent, 'description')
  if (!description || description.text.length * 3 <= longestDescriptionInBytes) return fine
  const size = new TextEncoder().encode(description.text.trim()).length
  if (size <= longestDescriptionInBytes) return fine
  const message = `The description has ${size} bytes; Apple reads ${longestDescriptionInBytes}`
  return [{...complaint('feed-description-too-long', message), element: description}]
}

/** What PSP-1 wishes for beyond Apple's list. */
const wished = ['podcast:guid', 'itunes:author']

export const showChecks: readonly ElementCheck[] = [
  (channel, facts) => {
    if (!facts.usedPrefixes.has('itunes') || facts.format !== 'rss') return fine
    const missing = wished.filter((name) => !channel.childCounts.has(name))
    return [
      ...tooLong(channel),
      ...missing.map((name) =>
        complaint('feed-show-element-recommended', `The channel has no ${name}, which PSP-1 recommends`),
      ),
    ]
  },
]
