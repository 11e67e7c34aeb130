import type {ElementRow} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import {type Complaint, fine} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {judgeLostChannel} from './feed-root.ts'
import {namespaceKind} from './namespaces.ts'

/** A sibling, such as an item, after which siblings of other names come too late. */
export type Closure = {readonly name: string; readonly rule: NonNullable<ElementRow['closes']>}

/** Whether an element may stand in its parent at all, once more, and at this point. */
export function judgeParent(
  element: FeedElement,
  parent: FeedElement,
  row: ElementRow | undefined,
  closure: Closure | undefined,
  facts: FeedFacts,
): readonly Complaint[] {
  if (!row) return undefinedHere(element, parent, facts)
  const again = row.many === true ? fine : structureRules['feed-element-twice'].judge(element, parent)
  if (!closure || closure.name === element.name || !isOrdered(element, parent)) return again
  return [...again, ...closure.rule.judge(element, closure.name.replace('atom:', ''))]
}

/** RSS wants all other elements before the items. Atom wants this only of its own elements, not of extensions. */
function isOrdered(element: FeedElement, parent: FeedElement): boolean {
  return parent.name !== 'atom:feed' || element.name.startsWith('atom:')
}

/** Parts of Atom that may hold anything of other vocabularies. https://www.rfc-editor.org/rfc/rfc4287#section-6.4 */
const open: ReadonlySet<string> = new Set(['atom:link', 'atom:category', 'atom:author', 'atom:contributor'])
/** Parts of Atom that hold elements. All other parts hold only text or XHTML. */
const heads: ReadonlySet<string> = new Set(['atom:feed', 'atom:entry', 'atom:source'])

function undefinedHere(element: FeedElement, parent: FeedElement, facts: FeedFacts): readonly Complaint[] {
  const lost = judgeLostChannel(element, parent)
  if (lost.length > 0) return lost
  const isForeign = !element.name.startsWith('atom:') && element.namespace !== ''
  if (isForeign && open.has(parent.name)) return fine
  const inXhtml = isXhtmlInAtom(element, parent)
    ? structureRules['feed-xhtml-misplaced'].judge(element, parent.name.replace('atom:', ''))
    : fine
  if (isForeign && parent.name.startsWith('atom:') && !heads.has(parent.name)) {
    return [...inXhtml, ...structureRules['feed-element-undefined'].judge(element, parent.name)]
  }
  if (inXhtml.length > 0 || namespaceKind(element.namespace) !== 'rules') return inXhtml
  if (element.name === 'blink') return structureRules['feed-blink'].judge(element)
  return element.namespace === '' && facts.format === 'atom'
    ? structureRules['feed-vocabulary-unknown'].judge(element)
    : structureRules['feed-element-undefined'].judge(element, parent.name)
}

function isXhtmlInAtom(element: FeedElement, parent: FeedElement): boolean {
  return element.name.startsWith('xhtml:') && parent.name.startsWith('atom:')
}

/** In a subtree of an unknown vocabulary, a name without a namespace would count as a name of RSS. */
export function judgeStranded(element: FeedElement, parent: FeedElement): readonly Complaint[] {
  const stranded = element.namespace === '' && parent.namespace !== '' && namespaceKind(parent.namespace) === undefined
  return stranded ? structureRules['feed-element-without-namespace'].judge(element) : fine
}
