import type {ProblemCode} from '../model/problem.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {namespaceKind} from './namespaces.ts'
import {type Complaint, complaint, type ElementRule, fine} from './rule-table.ts'

/** An item was met: siblings of other names come too late. */
export type Closure = {readonly name: string; readonly code: ProblemCode}

/** Whether an element may stand in its parent, once more, and at this point. */
export function judgePlace(
  element: FeedElement,
  parent: FeedElement,
  rule: ElementRule | undefined,
  closure: Closure | undefined,
  facts: FeedFacts,
): readonly Complaint[] {
  if (!rule) return undefinedHere(element, parent, facts)
  const found: Complaint[] = []
  if (rule.many !== true && parent.childCounts.get(element.name) === 1) {
    const message = `${parent.name} has more than one ${element.name}; apps take any one of them`
    found.push(complaint('feed-element-twice', message))
  }
  if (closure && closure.name !== element.name && isOrdered(element, parent)) {
    const first = closure.name.replace('atom:', '')
    const message = `${element.name} comes after the first ${first}, where quick readers have stopped looking`
    found.push(complaint(closure.code, message))
  }
  return found
}

/** RSS wants everything before the items; Atom only its own elements, extensions are free. */
function isOrdered(element: FeedElement, parent: FeedElement): boolean {
  return parent.name !== 'atom:feed' || element.name.startsWith('atom:')
}

function undefinedHere(element: FeedElement, parent: FeedElement, facts: FeedFacts): readonly Complaint[] {
  if (namespaceKind(element.namespace) !== 'rules') return fine
  if (element.namespace === '' && facts.format === 'atom') {
    const message = `${element.name} is in no namespace, so nobody can know what it means`
    return [complaint('feed-vocabulary-unknown', message)]
  }
  const hint = 'Names are case-sensitive: pubDate, not pubdate'
  return [complaint('feed-element-undefined', `${element.name} has no meaning in ${parent.name}`, hint)]
}

/** In a subtree of an unknown vocabulary a name without a namespace would be one of RSS. */
export function judgeStranded(element: FeedElement, parent: FeedElement): readonly Complaint[] {
  const stranded = element.namespace === '' && parent.namespace !== '' && namespaceKind(parent.namespace) === undefined
  return stranded
    ? [complaint('feed-element-without-namespace', `${element.name} is part of an extension and in no namespace`)]
    : fine
}
