import {entryChecks, feedChecks, linkChecks, sourceChecks} from './atom-structure.ts'
import {constructContent, contentChecks, textConstructChecks} from './atom-text.ts'
import {canonicalId, linkRelation, personName, updatedOnce} from './atom-values.ts'
import {type AttributeRule, all, type ElementRule, first, type RequiredChild} from './rule-table.ts'
import {rfc3339Date} from './value-dates.ts'
import {language} from './value-languages.ts'
import {mailAddress} from './value-mail.ts'
import {linkType, nonNegativeInteger} from './value-numbers.ts'
import {anyPlainText, anyText, attributeNotBlank, notBlank, plainText, readableCharacters} from './value-texts.ts'
import {fullUri, uriReference, withoutOuterSpace} from './value-uris.ts'

const feed = 'atom:feed'
const entry = 'atom:entry'
const source = 'atom:source'
/** RSS feeds borrow elements of Atom for what RSS cannot say. */
const heads = [feed, source, 'channel']
const entries = [entry, 'item']
const everywhere = [...heads, ...entries]

const missing = 'feed-attribute-missing'
const id = first(withoutOuterSpace, fullUri, canonicalId)
const date = first(withoutOuterSpace, rfc3339Date)
const picture = first(notBlank, withoutOuterSpace, uriReference)
const typed: Readonly<Record<string, AttributeRule>> = {type: {}}

function required(...names: readonly string[]): readonly RequiredChild[] {
  return names.map((name) => ({name: `atom:${name}`, code: 'feed-element-missing'}))
}

function textConstruct(name: string, parents: readonly string[]): ElementRule {
  return {
    name: `atom:${name}`,
    in: parents,
    attributes: typed,
    text: readableCharacters,
    content: constructContent,
    whole: textConstructChecks,
  }
}

function person(name: string): ElementRule {
  return {name: `atom:${name}`, in: everywhere, many: true, requires: required('name')}
}

/** Atom 1.0, section 4. https://www.rfc-editor.org/rfc/rfc4287 */
export const atomRules: readonly ElementRule[] = [
  {name: feed, in: [''], requires: required('id', 'title', 'updated'), whole: feedChecks},
  {
    name: entry,
    in: ['', feed],
    many: true,
    released: true,
    closes: 'feed-metadata-misplaced',
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
      href: {required: 'feed-href-missing', check: uriReference},
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
      term: {required: missing, check: attributeNotBlank},
      scheme: {check: fullUri},
      label: {check: anyPlainText},
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
    attributes: {uri: {check: uriReference}, version: {}},
    text: plainText,
  },
  {name: 'atom:icon', in: heads, text: picture},
  {name: 'atom:logo', in: heads, text: picture},
]
