import type {ProblemCode} from '../model/problem.ts'
import {complaint, type ElementCheck} from './rule-table.ts'

/** An element of RSS, and an extension that says the same. With both, readers differ on which one counts. */
type Pair = readonly [core: string, extension: string]

const pairs: Readonly<Record<'channel' | 'item', readonly Pair[]>> = {
  channel: [
    ['copyright', 'dc:rights'],
    ['generator', 'admin:generatorAgent'],
    ['language', 'dc:language'],
    ['managingEditor', 'dc:creator'],
    ['pubDate', 'dc:date'],
    ['webMaster', 'dc:publisher'],
    ['creativeCommons:license', 'cc:license'],
  ],
  item: [
    ['author', 'dc:creator'],
    ['category', 'dc:subject'],
    ['pubDate', 'dc:date'],
    ['source', 'dc:source'],
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
