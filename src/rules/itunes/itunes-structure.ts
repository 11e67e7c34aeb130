import type {ElementCheck} from '../element-table.ts'
import {fine} from '../rule.ts'
import {itunesShowRules} from './itunes-show-rules.ts'

/** Judges a feed only if it has one of Apple's elements. A feed without any of them is no podcast. */
export const itunesChannel: ElementCheck = (channel, facts) =>
  facts.usedPrefixes.has('itunes')
    ? [
        ...itunesShowRules['feed-itunes-element-missing'].judge(channel),
        ...itunesShowRules['feed-itunes-mail-missing'].judge(channel),
        ...itunesShowRules['feed-apple-language-missing'].judge(channel),
        ...itunesShowRules['feed-apple-not-utf8'].judge(facts),
      ]
    : fine

export const appleEnclosure: ElementCheck = (item, facts) =>
  facts.usedPrefixes.has('itunes') ? itunesShowRules['feed-enclosure-format-unsupported'].judge(item) : fine
