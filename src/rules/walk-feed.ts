import {ruleIndex} from './all-rules.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {rootFormats, unknownRoot} from './feed-root.ts'
import {judgeElement, judgeXmlAttributes} from './judge-element.ts'
import {judgeMarkup} from './judge-markup.ts'
import {judgeNamespace} from './judge-namespace.ts'
import {type Closure, judgePlace, judgeStranded} from './judge-place.ts'
import {parseXml, type XmlFailure, type XmlListener} from './parse-xml.ts'
import type {Complaint, ContentModel, ElementRule} from './rule-table.ts'

/** `FeedFacts` while they grow. */
export type MutableFacts = {-readonly [key in keyof FeedFacts]: FeedFacts[key]} & {readonly usedPrefixes: Set<string>}

/** What the walk knows of an element that is still open. */
type Frame = {
  readonly element: FeedElement
  readonly rule: ElementRule | undefined
  /** How its children are judged. */
  readonly content: ContentModel
  closure?: Closure
}

type Report = (found: Complaint, element: FeedElement) => void

/**
 * Judges the elements of a feed by their rows while it is read, each when it closes and its children are known, so that an
 * item may be forgotten before the next one comes.
 */
export function walkFeed(
  source: string,
  facts: MutableFacts,
  report: Report,
  doctype: XmlListener['doctype'],
): XmlFailure | undefined {
  const frames: Frame[] = []
  // Namespace -> the prefix it was met with. Nearly every element has a pair that was judged before.
  const met = new Map<string, string>()
  const tell = (complaints: readonly Complaint[], element: FeedElement): void => {
    for (const found of complaints) report(found, element)
  }
  return parseXml(source, {
    doctype,
    open: (element) => {
      const above = frames.at(-1)
      if (!above) noteRoot(element, facts)
      if (met.get(element.namespace) !== element.prefix) {
        met.set(element.namespace, element.prefix)
        noteNamespace(element, facts)
        tell(judgeNamespace(element, facts), element)
      }
      const frame = frameOf(element, above)
      tell(above ? judgeAsChild(frame, above, facts) : judgeAsRoot(frame), element)
      frames.push(frame)
      return frame.rule !== undefined && frame.rule.released !== true
    },
    close: (element) => {
      const frame = frames.pop()
      tell(judgeXmlAttributes(element, facts), element)
      if (frame?.rule) tell(judgeElement(element, frame.rule, frame.content, facts), element)
    },
  })
}

function noteRoot(element: FeedElement, facts: MutableFacts): void {
  facts.format = rootFormats.get(element.name)
  facts.version = element.attributes.get('version') ?? ''
}

function noteNamespace({name}: FeedElement, facts: MutableFacts): void {
  const colon = name.indexOf(':')
  if (colon > 0) facts.usedPrefixes.add(name.slice(0, colon))
}

function frameOf(element: FeedElement, above: Frame | undefined): Frame {
  if (above?.content === 'markup') return {element, rule: undefined, content: 'markup'}
  const rule = above?.content === 'any' ? undefined : ruleIndex.find(above?.element.name ?? '', element.name)
  const content = typeof rule?.content === 'function' ? rule.content(element) : rule?.content
  return {element, rule, content: rule ? (content ?? 'rows') : 'any'}
}

function judgeAsRoot({element, rule}: Frame): readonly Complaint[] {
  return rule ? [] : [unknownRoot(element)]
}

function judgeAsChild({element, rule}: Frame, above: Frame, facts: FeedFacts): readonly Complaint[] {
  if (above.content === 'markup') return judgeMarkup(element, facts)
  if (above.content === 'any') return judgeStranded(element, above.element)
  const found = judgePlace(element, above.element, rule, above.closure, facts)
  if (rule?.closes !== undefined) above.closure = {name: rule.name, code: rule.closes}
  return found
}
