import type {ContentModel, ElementIndex, ElementRow} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import type {FeedFacts} from '../feed-facts.ts'
import type {Complaint} from '../rule.ts'
import {judgeUnknownRoot, rootFormats} from './feed-root.ts'
import {judgeElement, judgeXmlAttributes} from './judge-element.ts'
import {judgeMarkup} from './judge-markup.ts'
import {judgeNamespace} from './judge-namespace.ts'
import {type Closure, judgeParent, judgeStranded} from './judge-parent.ts'
import {namespaceRules} from './namespace-rules.ts'
import {parseXml, type XmlFailure, type XmlListener} from './parse-xml.ts'

/** `FeedFacts` while they grow. */
export type MutableFacts = {-readonly [key in keyof FeedFacts]: FeedFacts[key]} & {readonly usedPrefixes: Set<string>}

/** What the walk knows about an element that is still open. */
type Frame = {
  readonly element: FeedElement
  readonly row: ElementRow | undefined
  /** How its children are judged. */
  readonly content: ContentModel
  closure?: Closure
}

type Report = (found: Complaint, element: FeedElement) => void

/**
 * Judges the elements of a feed by their rows while the feed is read. An element is judged when it closes and its children are
 * known. So an item can be forgotten before the next one comes.
 */
export function walkFeed(
  source: string,
  facts: MutableFacts,
  report: Report,
  doctype: XmlListener['doctype'],
  elements: ElementIndex,
): XmlFailure | undefined {
  const frames: Frame[] = []
  // From each namespace to its last prefix. Nearly every element has a pair that was judged before.
  const met = new Map<string, string>()
  const tell = (complaints: readonly Complaint[], element: FeedElement): void => {
    for (const found of complaints) report(found, element)
  }
  return parseXml(source, {
    doctype,
    padded: (element, attribute) => tell(namespaceRules['feed-namespace-padded'].judge(attribute), element),
    open: (element) => {
      const above = frames.at(-1)
      if (!above) noteRoot(element, facts)
      if (met.get(element.namespace) !== element.prefix) {
        met.set(element.namespace, element.prefix)
        noteNamespace(element, facts)
        tell(judgeNamespace(element, facts), element)
      }
      const frame = frameOf(element, above, elements)
      tell(above ? judgeAsChild(frame, above, facts) : judgeAsRoot(frame), element)
      frames.push(frame)
      return frame.row !== undefined && frame.row.released !== true
    },
    close: (element) => {
      const frame = frames.pop()
      tell(judgeXmlAttributes(element, facts), element)
      if (frame?.row) tell(judgeElement(element, frame.row, frame.content, facts), element)
    },
  })
}

function noteRoot(element: FeedElement, facts: MutableFacts): void {
  facts.format = rootFormats.get(element.name)
  const local = element.name.slice(Math.max(element.name.lastIndexOf(':'), element.name.lastIndexOf('}')) + 1)
  facts.rootName = element.prefix === '' ? local : `${element.prefix}:${local}`
  facts.version = element.attributes.get('version') ?? ''
}

function noteNamespace({name}: FeedElement, facts: MutableFacts): void {
  const colon = name.indexOf(':')
  if (colon > 0) facts.usedPrefixes.add(name.slice(0, colon))
}

function frameOf(element: FeedElement, above: Frame | undefined, elements: ElementIndex): Frame {
  if (above?.content === 'markup') return {element, row: undefined, content: 'markup'}
  const row = above?.content === 'any' ? undefined : elements.find(above?.element.name ?? '', element.name)
  const content = typeof row?.content === 'function' ? row.content(element) : row?.content
  return {element, row, content: row ? (content ?? 'rows') : 'any'}
}

function judgeAsRoot({element, row}: Frame): readonly Complaint[] {
  return row ? [] : judgeUnknownRoot(element)
}

function judgeAsChild({element, row}: Frame, above: Frame, facts: FeedFacts): readonly Complaint[] {
  if (above.content === 'markup') return judgeMarkup(element, facts)
  if (above.content === 'any') return judgeStranded(element, above.element)
  const found = judgeParent(element, above.element, row, above.closure, facts)
  if (row?.closes !== undefined) above.closure = {name: row.name, rule: row.closes}
  return found
}
