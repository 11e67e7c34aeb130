import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {type Complaint, complaint, fine} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {type HtmlFaults, judgeAttribute} from '../values/html-faults.ts'
import {htmlComplaints, htmlRules} from '../values/html-rules.ts'
import {mathElements, riskyElements, safeElements, svgElements} from '../values/html-vocabulary.ts'
import {namespaceKind} from './namespaces.ts'

/** Judges an element inside XHTML content: what readers show, what they remove, and what does not belong there. */
export function judgeMarkup(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const colon = element.name.indexOf(':')
  const vocabulary = element.name.slice(0, Math.max(colon, 0))
  const local = element.name.slice(colon + 1)
  if (vocabulary === 'xhtml') return [...judgeName(local, element), ...judgeAttributes(element, facts)]
  if (vocabulary === 'math' || vocabulary === 'svg') return judgeForeign(vocabulary, local, element, facts)
  const known = namespaceKind(element.namespace) === 'rules' && element.namespace !== ''
  // Another rule reports a text that is no XHTML at all.
  if (!known || (vocabulary === 'atom' && element.parent?.name.startsWith('atom:'))) return fine
  const fault = {message: `${element.name} has no meaning inside XHTML`, hint: 'Put it beside the text, not into it'}
  return [complaint(structureRules['feed-element-undefined'], fault)]
}

function judgeName(name: string, element: FeedElement): readonly Complaint[] {
  if (safeElements.has(name)) return fine
  const lower = name.toLowerCase()
  return riskyElements.has(lower) || element.parent?.name === 'xhtml:body'
    ? htmlRules['feed-html-risky-element'].judge('XHTML content', name)
    : [complaint(htmlRules['feed-html-malformed'], `<${name}> is no element of XHTML`)]
}

function judgeForeign(
  vocabulary: 'math' | 'svg',
  local: string,
  element: FeedElement,
  facts: FeedFacts,
): readonly Complaint[] {
  const known = vocabulary === 'math' ? mathElements : svgElements
  const isRoot = element.parent?.namespace !== element.namespace
  if (isRoot || known.has(local)) return judgeAttributes(element, facts)
  return [complaint(htmlRules['feed-html-risky-element'], `${element.name} is not among the elements that apps show`)]
}

function judgeAttributes(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const faults: HtmlFaults = {}
  for (const [name, value] of element.attributes) judgeAttribute(name.toLowerCase(), value, faults)
  return htmlComplaints({subject: 'XHTML content', element, facts}, faults)
}
