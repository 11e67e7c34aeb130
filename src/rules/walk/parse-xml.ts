import {type SaxesAttributeNS, SaxesParser, type SaxesTagNS} from 'saxes'
import type {FeedElement} from '../feed-element.ts'
import {bareAmpersand} from './bare-ampersand.ts'
import {attributeName, elementName} from './namespaces.ts'
import {type Doctype, readDoctype} from './xml-doctype.ts'

/** Listens while a document is read. `open` comes before the content, when the text is still empty. */
export type XmlListener = {
  /** Says whether the element is worth keeping among its parent's children until the parent is judged. */
  readonly open: (element: FeedElement) => boolean
  readonly close: (element: FeedElement) => void
  readonly doctype: (doctype: Doctype, offset: number) => void
  /** A namespace was declared with blanks around its address, in this attribute of the element that was opened last. */
  readonly padded: (element: FeedElement, attribute: string) => void
}

export type XmlFailure = {
  readonly offset: number
  /** The message of the parser, without a full stop at the end. */
  readonly reason: string
  readonly kind: 'ill-formed' | 'entity' | 'prefix' | 'too-deep'
}

/** A feed has about ten levels, an OPML list of lists perhaps twenty. A deeper document is an attack on readers. */
const deepest = 256
/** After so many, children are counted and not kept: a channel of ten million categories must not fill the memory. */
const mostKeptChildren = 5000

/** An element while it is read; rules see it as a `FeedElement`. */
type OpenElement = {-readonly [key in keyof FeedElement]: FeedElement[key]} & {
  children: FeedElement[]
  childCounts: Map<string, number>
}

// Most elements have no attributes and no children, so they share these empty values. Code replaces them and never adds to them.
const noAttributes: FeedElement['attributes'] = new Map()
const noChildren: FeedElement[] = []
const noCounts = new Map<string, number>()
const nothing: readonly string[] = []

const bareReason = 'an ampersand stands by itself, and is to be written as &amp;'
const predefined = {amp: '&', gt: '>', lt: '<', quot: '"', apos: "'"}

/**
 * Reads XML strictly (well-formedness and namespaces, https://www.w3.org/TR/xml-names/) and tells the listener about each element.
 * It stops at the first fault, as every reader of feeds must. It does not expand or fetch anything that a DTD declares.
 */
export function parseXml(source: string, listener: XmlListener): XmlFailure | undefined {
  const parser = new SaxesParser({xmlns: true, position: false})
  // The object has no prototype. With one, `&constructor;` would be an entity.
  parser.ENTITIES = Object.assign(Object.create(null), predefined)
  const open: OpenElement[] = []
  let failure: XmlFailure | undefined
  // saxes reads on after an error, and the errors of 200 MB of noise would take minutes. Only a throw ends it.
  const stop = (reason: string, kind: XmlFailure['kind']): never => {
    const noticed = Math.min(parser.position, source.length)
    const bare = kind === 'ill-formed' ? bareAmpersand(source, noticed) : undefined
    // The parser complains about a prefix only at the end of the tag.
    const offset = kind === 'prefix' ? Math.max(source.lastIndexOf('<', noticed), 0) : noticed
    failure = bare === undefined ? {offset, reason, kind} : {offset: bare, reason: bareReason, kind}
    throw failure
  }
  parser.on('error', (error) => {
    const reason = error.message.replace(/\.$/, '')
    stop(reason, kindOf(reason))
  })
  parser.on('doctype', (text) => {
    const doctype = readDoctype(text)
    for (const name of doctype.entities) if (!Object.hasOwn(predefined, name)) parser.ENTITIES[name] = ''
    listener.doctype(doctype, Math.max(source.lastIndexOf('<!DOCTYPE', parser.position), 0))
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
    for (const attribute of paddedDeclarations(tag)) listener.padded(element, attribute)
  })
  parser.on('closetag', (tag) => {
    const element = open.pop()
    if (!element) return
    const end = tag.isSelfClosing ? element.contentStart : source.lastIndexOf('</', parser.position - 1)
    // saxes closes the open element first, and only then complains that the end tag has another name.
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

/** The kind of an error, by its message: saxes has no other names for its errors. */
function kindOf(reason: string): XmlFailure['kind'] {
  if (reason === 'undefined entity') return 'entity'
  return reason.startsWith('unbound namespace prefix') ? 'prefix' : 'ill-formed'
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

/** The parser removes the blanks around an address, but readers do not: for them it is another namespace. */
function paddedDeclarations(tag: SaxesTagNS): readonly string[] {
  let padded: readonly string[] | undefined
  for (const prefix in tag.ns) {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
    const value = tag.attributes[name]?.value ?? ''
    if (value !== value.trim()) padded = [...(padded ?? []), name]
  }
  return padded ?? nothing
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
