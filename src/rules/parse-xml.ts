import {type SaxesAttributeNS, SaxesParser, type SaxesTagNS} from 'saxes'
import {bareAmpersand} from './bare-ampersand.ts'
import type {FeedElement} from './feed-element.ts'
import {attributeName, elementName} from './namespaces.ts'
import {readDoctype} from './xml-doctype.ts'

/** What is told while a document is read. `open` comes before the content, with the text still empty. */
export type XmlListener = {
  /** Says whether the element is worth keeping among its parent's children until the parent is judged. */
  readonly open: (element: FeedElement) => boolean
  readonly close: (element: FeedElement) => void
  readonly doctype: (entities: {readonly external: boolean}, offset: number) => void
}

export type XmlFailure = {
  readonly offset: number
  /** In the words of the parser, without a final full stop. */
  readonly reason: string
  readonly kind: 'ill-formed' | 'entity' | 'too-deep'
}

/** A feed nests some ten levels, an OPML list of lists perhaps twenty. What is deeper is an attack on readers. */
const deepest = 256
/** Children beyond it are counted, not kept: a channel of ten million categories must not fill the memory. */
const mostKeptChildren = 5000

/** An element while it is read; rules see it as a `FeedElement`. */
type OpenElement = {-readonly [key in keyof FeedElement]: FeedElement[key]} & {
  children: FeedElement[]
  childCounts: Map<string, number>
}

// Most elements have none of these; shared, they cost nothing. They are replaced, never added to.
const noAttributes: FeedElement['attributes'] = new Map()
const noChildren: FeedElement[] = []
const noCounts = new Map<string, number>()

const bareReason = 'an ampersand stands by itself, and is to be written as &amp;'
const predefined = {amp: '&', gt: '>', lt: '<', quot: '"', apos: "'"}

/**
 * Reads XML strictly (well-formedness and namespaces, https://www.w3.org/TR/xml-names/) and tells the listener of each element.
 * Stops at the first fault, as every reader of feeds must. Nothing a DTD declares is expanded or fetched.
 */
export function parseXml(source: string, listener: XmlListener): XmlFailure | undefined {
  const parser = new SaxesParser({xmlns: true, position: false})
  // Without a prototype, or `&constructor;` would be an entity.
  parser.ENTITIES = Object.assign(Object.create(null), predefined)
  const open: OpenElement[] = []
  let failure: XmlFailure | undefined
  // saxes reads on after an error; only a throw ends it, and the errors of 200 MB of noise would take minutes.
  const stop = (reason: string, kind: XmlFailure['kind']): never => {
    const noticed = Math.min(parser.position, source.length)
    const bare = kind === 'ill-formed' ? bareAmpersand(source, noticed) : undefined
    failure = bare === undefined ? {offset: noticed, reason, kind} : {offset: bare, reason: bareReason, kind}
    throw failure
  }
  parser.on('error', (error) => {
    const reason = error.message.replace(/\.$/, '')
    stop(reason, reason === 'undefined entity' ? 'entity' : 'ill-formed')
  })
  parser.on('doctype', (text) => {
    const {names, external} = readDoctype(text)
    for (const name of names) if (!Object.hasOwn(predefined, name)) parser.ENTITIES[name] = ''
    listener.doctype({external}, Math.max(source.lastIndexOf('<!DOCTYPE', parser.position), 0))
  })
  const addText = (text: string): void => {
    const top = open.at(-1)
    if (top) top.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) stop(`elements are nested more than ${deepest} deep`, 'too-deep')
    const parent = open.at(-1)
    const element = openElement(tag, parent, source, parser.position)
    open.push(element)
    if (parent) addChild(parent, element, listener.open(element))
    else listener.open(element)
  })
  parser.on('closetag', (tag) => {
    const element = open.pop()
    if (!element) return
    const end = tag.isSelfClosing ? element.contentStart : source.lastIndexOf('</', parser.position - 1)
    // saxes closes what is open before it complains that another element was meant.
    if (!tag.isSelfClosing && !closes(source, end, tag.name)) stop(`</${tag.name}> is missing`, 'ill-formed')
    element.contentEnd = end
    listener.close(element)
  })
  try {
    parser.write(source).close()
  } catch (error) {
    if (failure === undefined || error !== failure) throw error
  }
  return failure
}

function closes(source: string, offset: number, name: string): boolean {
  return source.startsWith(name, offset + 2) && /[\s>]/.test(source[offset + 2 + name.length] ?? '')
}

function openElement(tag: SaxesTagNS, parent: OpenElement | undefined, source: string, end: number): OpenElement {
  return {
    name: elementName(tag.uri, tag.local, tag.name),
    namespace: tag.uri,
    prefix: tag.prefix,
    parent,
    attributes: readAttributes(tag),
    offset: source.lastIndexOf('<', end - 1),
    contentStart: end,
    contentEnd: end,
    text: '',
    children: noChildren,
    childCounts: noCounts,
  }
}

function readAttributes(tag: SaxesTagNS): FeedElement['attributes'] {
  let attributes: Map<string, string> | undefined
  for (const key in tag.attributes) {
    const {prefix, name, uri, local, value} = tag.attributes[key] as SaxesAttributeNS
    if (prefix === 'xmlns' || name === 'xmlns') continue
    attributes ??= new Map()
    attributes.set(attributeName(uri, local, name), value)
  }
  return attributes ?? noAttributes
}

/** Counts a child, and keeps it if a rule may look at it. */
function addChild(parent: OpenElement, child: FeedElement, keep: boolean): void {
  if (parent.childCounts === noCounts) parent.childCounts = new Map()
  const count = parent.childCounts.get(child.name)
  if (count !== undefined || parent.childCounts.size < mostKeptChildren) {
    parent.childCounts.set(child.name, (count ?? 0) + 1)
  }
  if (!keep || parent.children.length >= mostKeptChildren) return
  if (parent.children === noChildren) parent.children = []
  parent.children.push(child)
}
