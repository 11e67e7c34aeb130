import type {ProblemCode} from '../model/problem.ts'
import {complaint, type ElementCheck} from './rule-table.ts'

/** An element of RSS, and an extension that says the same. With both, readers differ on which one counts. */
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

const codes: Readonly<Record<'channel' | 'item', ProblemCode>> = {
  channel: 'feed-channel-said-twice',
  item: 'feed-item-said-twice',
}

export function semanticDuplicates(level: 'channel' | 'item'): ElementCheck {
  return ({childCounts}) =>
    pairs[level]
      .filter(([core, extension]) => childCounts.has(core) && childCounts.has(extension))
      .map(([core, extension]) =>
        complaint(codes[level], `${core} and ${extension} say the same thing twice`, `Keep ${core}`),
      )
}
