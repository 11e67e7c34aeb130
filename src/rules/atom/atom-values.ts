import {all, type ValueCheck} from '../element-table.ts'
import {attributeNotBlank, notBlank, readableCharacters, withoutMarkup} from '../values/text-rules.ts'
import {entryRules} from './entry-rules.ts'
import {linkRules} from './link-rules.ts'

export const canonicalId: ValueCheck = entryRules['feed-id-not-canonical'].judge
export const updatedOnce: ValueCheck = entryRules['feed-updated-twice'].judge

/** A registered name, or a URI that the author chose. */
export const linkRelation: ValueCheck = all(attributeNotBlank, linkRules['feed-link-relation-unregistered'].judge)

export const personName: ValueCheck = all(
  notBlank,
  readableCharacters,
  withoutMarkup,
  entryRules['feed-name-has-mail'].judge,
)
