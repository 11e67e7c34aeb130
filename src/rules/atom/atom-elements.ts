import {type AttributeRow, all, type ElementRow, first, type RequiredChild} from '../element-table.ts'
import {rfc3339Date} from '../values/date-rules.ts'
import {language} from '../values/language-rules.ts'
import {mailAddress} from '../values/mail-rules.ts'
import {linkType, nonNegativeInteger} from '../values/number-rules.ts'
import {
  anyPlainText,
  anyText,
  attributeNotBlank,
  nonBlankPlainText,
  notBlank,
  readableCharacters,
} from '../values/text-rules.ts'
import {fullUri, uriReference, withoutOuterSpace} from '../values/uri-rules.ts'
import {entryChecks, feedChecks, linkChecks, sourceChecks} from './atom-structure.ts'
import {contentChecks, textConstructChecks} from './atom-text.ts'
import {canonicalId, linkRelation, personName, updatedOnce} from './atom-values.ts'
import {entryRules} from './entry-rules.ts'
import {linkRules} from './link-rules.ts'
import {constructContent} from './text-forms.ts'

const feed = 'atom:feed'
const entry = 'atom:entry'
const source = 'atom:source'
/** The parents of Atom's elements. RSS feeds use elements of Atom for facts that RSS cannot say, so `channel` is one of them. */
const heads = [feed, source, 'channel']
const entries = [entry, 'item']
const everywhere = [...heads, ...entries]

const id = first(withoutOuterSpace, fullUri, canonicalId)
const date = first(withoutOuterSpace, rfc3339Date)
const picture = first(notBlank, withoutOuterSpace, uriReference)
const typed: Readonly<Record<string, AttributeRow>> = {type: {}}

function required(...names: readonly string[]): readonly RequiredChild[] {
  return names.map((name) => ({name: `atom:${name}`}))
}

function textConstruct(name: string, parents: readonly string[]): ElementRow {
  return {
    name: `atom:${name}`,
    in: parents,
    attributes: typed,
    text: readableCharacters,
    content: constructContent,
    whole: textConstructChecks,
  }
}

function person(name: string): ElementRow {
  return {name: `atom:${name}`, in: everywhere, many: true, requires: required('name')}
}

/** Atom 1.0, section 4. https://www.rfc-editor.org/rfc/rfc4287 */
export const atomElements: readonly ElementRow[] = [
  {name: feed, in: [''], requires: required('id', 'title', 'updated'), whole: feedChecks},
  {
    name: entry,
    in: ['', feed],
    many: true,
    released: true,
    closes: entryRules['feed-metadata-misplaced'],
    requires: required('id', 'title', 'updated'),
    whole: entryChecks,
  },
  {name: source, in: entries, whole: sourceChecks},
  {name: 'atom:id', in: everywhere, text: id},
  textConstruct('title', everywhere),
  textConstruct('subtitle', heads),
  textConstruct('rights', everywhere),
  textConstruct('summary', entries),
  {name: 'atom:updated', in: heads, text: date},
  {name: 'atom:updated', in: entries, text: all(date, updatedOnce)},
  {name: 'atom:published', in: entries, text: date},
  {
    name: 'atom:content',
    in: entries,
    attributes: {type: {}, src: {check: uriReference}},
    text: readableCharacters,
    content: constructContent,
    whole: contentChecks,
  },
  {
    name: 'atom:link',
    in: [...everywhere, 'image'],
    many: true,
    attributes: {
      href: {required: linkRules['feed-href-missing'], check: uriReference},
      rel: {check: linkRelation},
      type: {check: linkType},
      hreflang: {check: language},
      title: {check: first(attributeNotBlank, anyPlainText)},
      length: {check: nonNegativeInteger},
    },
    text: anyText,
    whole: linkChecks,
  },
  {
    name: 'atom:category',
    in: everywhere,
    many: true,
    attributes: {
      term: {required: true, check: attributeNotBlank},
      scheme: {check: fullUri},
      label: {check: first(attributeNotBlank, anyPlainText)},
    },
    text: anyText,
  },
  person('author'),
  person('contributor'),
  {name: 'atom:name', in: ['atom:author', 'atom:contributor'], text: personName},
  {name: 'atom:uri', in: ['atom:author', 'atom:contributor'], text: first(withoutOuterSpace, uriReference)},
  {name: 'atom:email', in: ['atom:author', 'atom:contributor'], text: first(withoutOuterSpace, mailAddress)},
  {
    name: 'atom:generator',
    in: heads,
    attributes: {uri: {check: uriReference}, version: {check: attributeNotBlank}},
    text: nonBlankPlainText,
  },
  {name: 'atom:icon', in: heads, text: picture},
  {name: 'atom:logo', in: heads, text: picture},
]
