import type {ProblemCode} from '../model/problem.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {
  type AttributeRule,
  type Complaint,
  type ContentModel,
  complaint,
  type ElementRule,
  fine,
  type Value,
} from './rule-table.ts'
import {language} from './value-languages.ts'
import {uriReference} from './value-uris.ts'

const noAttributes: Readonly<Record<string, AttributeRule>> = {}

/** Everything the row of an element says about it, its children being known. */
export function judgeElement(
  element: FeedElement,
  rule: ElementRule,
  content: ContentModel,
  facts: FeedFacts,
): readonly Complaint[] {
  const found: Complaint[] = []
  if (content === 'rows') found.push(...judgeText(element, rule, facts))
  else if (rule.text) found.push(...rule.text(textValue(element, facts)))
  if (rule.attributes !== 'any') found.push(...judgeAttributes(element, rule.attributes ?? noAttributes, facts))
  // In RSS 1.0 an element may name the one that has the children.
  const required = element.attributes.has('rdf:resource') ? [] : (rule.requires ?? [])
  for (const {name, code, hint} of required) {
    if (!element.childCounts.has(name))
      found.push(complaint(code, `${element.name} has no ${name.replace('atom:', '')}`, hint))
  }
  for (const check of rule.whole ?? []) found.push(...check(element, facts))
  return found
}

function textValue(element: FeedElement, facts: FeedFacts): Value {
  return {text: element.text, trimmed: element.text.trim(), subject: element.name, element, facts}
}

/** Text stands where there is text only, and elements where there are elements only. */
function judgeText(element: FeedElement, rule: ElementRule, facts: FeedFacts): readonly Complaint[] {
  const value = textValue(element, facts)
  const mixed = value.trimmed !== '' && (rule.text === undefined || element.childCounts.size > 0)
  const stray = mixed
    ? [
        complaint(
          'feed-text-unexpected',
          `${element.name} has text where only elements belong: ${JSON.stringify(value.trimmed.slice(0, 40))}`,
        ),
      ]
    : fine
  return rule.text ? [...stray, ...rule.text(value)] : stray
}

function judgeAttributes(
  element: FeedElement,
  rules: Readonly<Record<string, AttributeRule>>,
  facts: FeedFacts,
): readonly Complaint[] {
  const required = requiredOf(rules)
  if (element.attributes.size === 0 && required.length === 0) return fine
  const found: Complaint[] = []
  for (const [name, text] of element.attributes) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const subject = `${name} of ${element.name}`
    if (rule?.check) {
      const value = {text, trimmed: text.trim(), subject, element, attribute: name, facts}
      for (const each of rule.check(value)) found.push({...each, attribute: name})
    }
    if (!rule && !isForeign(name, facts)) {
      found.push({...complaint('feed-attribute-unexpected', `${subject} has no meaning`), attribute: name})
    }
  }
  for (const {name, code} of required) {
    if (!element.attributes.has(name)) found.push(complaint(code, `${element.name} has no ${name}, which it needs`))
  }
  return found
}

type RequiredAttribute = {readonly name: string; readonly code: ProblemCode}

/** By the rules of an element, of which there are a few hundred. */
const requiredByRules = new Map<Readonly<Record<string, AttributeRule>>, readonly RequiredAttribute[]>()

function requiredOf(rules: Readonly<Record<string, AttributeRule>>): readonly RequiredAttribute[] {
  let found = requiredByRules.get(rules)
  if (found === undefined) {
    found = Object.entries(rules).flatMap(([name, {required: code}]) => (code === undefined ? [] : [{name, code}]))
    requiredByRules.set(rules, found)
  }
  return found
}

/** Attributes of other namespaces are free, except that RDF in RSS 2.0 shows an element was written for RSS 1.0. */
function isForeign(name: string, facts: FeedFacts): boolean {
  return name.includes(':') && !(name.startsWith('rdf:') && facts.format === 'rss')
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
