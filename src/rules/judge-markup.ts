import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {type HtmlFaults, judgeAttribute} from './html-faults.ts'
import {mathElements, riskyElements, safeElements, svgElements} from './html-vocabulary.ts'
import {namespaceKind} from './namespaces.ts'
import {type Complaint, complaint, fine} from './rule-table.ts'
import {htmlComplaints} from './value-texts.ts'

/** An element inside XHTML content: what readers show, what they remove, and what does not belong there. */
export function judgeMarkup(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const colon = element.name.indexOf(':')
  const vocabulary = element.name.slice(0, Math.max(colon, 0))
  const local = element.name.slice(colon + 1)
  if (vocabulary === 'xhtml') return [...judgeName(local, element), ...judgeAttributes(element, facts)]
  if (vocabulary === 'math' || vocabulary === 'svg') return judgeForeign(vocabulary, local, element, facts)
  const known = namespaceKind(element.namespace) === 'rules' && element.namespace !== ''
  if (vocabulary === 'atom' || !known) return fine
  return [complaint('feed-element-undefined', `${element.name} has no meaning inside XHTML`)]
}

function judgeName(name: string, element: FeedElement): readonly Complaint[] {
  if (safeElements.has(name)) return fine
  const lower = name.toLowerCase()
  if (riskyElements.has(lower) || element.parent?.name === 'xhtml:body') {
    return [
      complaint('feed-html-risky-element', `XHTML content has <${name}>, which apps remove, often with what is in it`),
    ]
  }
  return [complaint('feed-html-malformed', `<${name}> is no element of XHTML`)]
}

function judgeForeign(
  vocabulary: 'math' | 'svg',
  local: string,
  element: FeedElement,
  facts: FeedFacts,
): readonly Complaint[] {
  const known = vocabulary === 'math' ? mathElements : svgElements
  const isRoot = element.parent?.namespace !== element.namespace
  return isRoot || known.has(local)
    ? judgeAttributes(element, facts)
    : [complaint('feed-html-risky-element', `${element.name} is not among the elements that apps show`)]
}

function judgeAttributes(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const faults: HtmlFaults = {}
  for (const [name, value] of element.attributes) judgeAttribute(name.toLowerCase(), value, faults)
  return htmlComplaints({subject: 'XHTML content', element, facts}, faults)
}
