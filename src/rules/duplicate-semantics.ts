import type {ElementCheck} from './element-table.ts'
import type {FeedElement} from './feed-element.ts'
import {feedRules} from './rule.ts'
import {specs, validator} from './rule-sources.ts'

/** An element of RSS, and an extension that says the same. If an item has both, readers disagree about which one counts. */
type Pair = readonly [core: string, extension: string]

const pairs: Readonly<Record<'channel' | 'item', readonly Pair[]>> = {
  channel: [
    ['category', 'dc:subject'],
    ['copyright', 'dc:rights'],
    ['description', 'dc:description'],
    ['generator', 'admin:generatorAgent'],
    ['language', 'dc:language'],
    ['lastBuildDate', 'dcterms:modified'],
    ['managingEditor', 'dc:creator'],
    ['pubDate', 'dc:date'],
    ['pubDate', 'dcterms:issued'],
    ['title', 'dc:title'],
    ['webMaster', 'dc:publisher'],
    ['creativeCommons:license', 'cc:license'],
  ],
  item: [
    ['author', 'dc:creator'],
    ['category', 'dc:subject'],
    ['description', 'dc:description'],
    ['pubDate', 'dc:date'],
    ['pubDate', 'dcterms:issued'],
    ['source', 'dc:source'],
    ['title', 'dc:title'],
    ['creativeCommons:license', 'cc:license'],
  ],
}

function saidTwice({childCounts}: FeedElement, level: 'channel' | 'item') {
  return pairs[level]
    .filter(([core, extension]) => childCounts.has(core) && childCounts.has(extension))
    .map(([core, extension]) => ({
      message: `${core} and ${extension} say the same thing twice`,
      hint: `Keep ${core}`,
    }))
}

export const duplicateRules = feedRules({
  'feed-channel-said-twice': {
    severity: 'warning',
    w3c: 'DuplicateSemantics',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'An element of RSS and one of an extension say the same about the channel. If one of them is changed later, apps show different things.',
    check: (channel: FeedElement) => saidTwice(channel, 'channel'),
    in: 'channel',
    bad: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>\n<dc:date>2024-01-31</dc:date>',
    good: '<pubDate>Wed, 31 Jan 2024 09:00:00 GMT</pubDate>',
  },
  'feed-item-said-twice': {
    severity: 'warning',
    w3c: 'DuplicateItemSemantics',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'An element of RSS and one of an extension say the same about the item. If one of them is changed later, apps show different things.',
    check: (item: FeedElement) => saidTwice(item, 'item'),
    in: 'item',
    bad: '<author>ada@example.com (Ada)</author>\n<dc:creator>Ada</dc:creator>',
    good: '<dc:creator>Ada</dc:creator>',
  },
})

export function semanticDuplicates(level: 'channel' | 'item'): ElementCheck {
  return duplicateRules[`feed-${level}-said-twice`].judge
}
