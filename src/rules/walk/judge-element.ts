import type {AttributeRow, ContentModel, ElementRow, Value} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {type Complaint, fine} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {language} from '../values/language-rules.ts'
import {uriReference} from '../values/uri-rules.ts'

const noAttributes: Readonly<Record<string, AttributeRow>> = {}

/** All complaints that the row of an element leads to. Its children are known by then. */
export function judgeElement(
  element: FeedElement,
  row: ElementRow,
  content: ContentModel,
  facts: FeedFacts,
): readonly Complaint[] {
  const found: Complaint[] = []
  const value = textValue(element, facts)
  if (content === 'rows') found.push(...structureRules['feed-text-unexpected'].judge(value, row.text !== undefined))
  if (row.text) found.push(...row.text(value))
  if (row.attributes !== 'any') found.push(...judgeAttributes(element, row.attributes ?? noAttributes, facts))
  // In RSS 1.0 an element may name another element, which has the children.
  const required = element.attributes.has('rdf:resource') ? [] : (row.requires ?? [])
  for (const {name, rule = structureRules['feed-element-missing']} of required) found.push(...rule.judge(element, name))
  for (const check of row.whole ?? []) found.push(...check(element, facts))
  return found
}

function textValue(element: FeedElement, facts: FeedFacts): Value {
  return {text: element.text, trimmed: element.text.trim(), subject: element.name, element, facts}
}

function judgeAttributes(
  element: FeedElement,
  rows: Readonly<Record<string, AttributeRow>>,
  facts: FeedFacts,
): readonly Complaint[] {
  const required = requiredOf(rows)
  if (element.attributes.size === 0 && required.length === 0) return fine
  const found: Complaint[] = []
  for (const [name, text] of element.attributes) {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined
    if (row?.check) {
      for (const each of row.check(attributeValue(name, text, element, facts))) found.push({...each, attribute: name})
    }
    if (!row) found.push(...judgeUnknownAttribute(element, name, facts))
  }
  for (const {name, rule} of required) found.push(...rule.judge(element, name))
  return found
}

type RequiredAttribute = {readonly name: string; readonly rule: Exclude<AttributeRow['required'], true | undefined>}

/** The required attributes for each table of attribute rows. There are a few hundred such tables. */
const requiredByRows = new Map<Readonly<Record<string, AttributeRow>>, readonly RequiredAttribute[]>()

function requiredOf(rows: Readonly<Record<string, AttributeRow>>): readonly RequiredAttribute[] {
  let found = requiredByRows.get(rows)
  if (found === undefined) {
    found = Object.entries(rows).flatMap(([name, {required}]) => {
      if (required === undefined) return []
      return [{name, rule: required === true ? structureRules['feed-attribute-missing'] : required}]
    })
    requiredByRows.set(rows, found)
  }
  return found
}

/** Atom allows all attributes of other namespaces. RDF in RSS 2.0 shows that an element was written for RSS 1.0. */
function judgeUnknownAttribute(element: FeedElement, name: string, facts: FeedFacts): readonly Complaint[] {
  const isForeign = name.includes(':') && !(name.startsWith('rdf:') && facts.format === 'rss')
  if (!isForeign) return structureRules['feed-attribute-unexpected'].judge(element, name)
  // On the root, tools write notes for the whole document, such as the address of its schema.
  const isOnRss = facts.format === 'rss' && element.namespace === '' && element.parent !== undefined
  return isOnRss && !name.startsWith('xml:') ? structureRules['feed-attribute-of-extension'].judge(element, name) : fine
}

/** `xml:lang` and `xml:base` mean the same on every element. */
export function judgeXmlAttributes(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  if (element.attributes.size === 0) return fine
  const found: Complaint[] = []
  const lang = element.attributes.get('xml:lang')
  if (lang !== undefined && lang !== '') found.push(...language(attributeValue('xml:lang', lang, element, facts)))
  const base = element.attributes.get('xml:base')
  if (base !== undefined)
    found.push(...uriReference(attributeValue('xml:base', base, element, {...facts, format: 'atom'})))
  return found
}

function attributeValue(attribute: string, text: string, element: FeedElement, facts: FeedFacts): Value {
  return {text, trimmed: text.trim(), subject: `${attribute} of ${element.name}`, element, attribute, facts}
}
