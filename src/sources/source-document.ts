import {SaxesParser} from 'saxes'
import {attributeName, conventionalUri, elementName} from '../rules/walk/namespaces.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import type {XmlElement, XmlNode} from '../text/markup/xml.ts'
import {withoutLoneAmpersands} from './lone-ampersands.ts'

/** An element of a source; names have the conventional prefix of their namespace, whatever the source calls it. */
export type SourceElement = XmlElement & {readonly attributes: Readonly<Record<string, string>>}

/** A feed nests some ten levels; what is deeper is an attack. */
const deepest = 100
/** The reader of namespaces looks through all open elements. For deeper documents, it would take minutes. */
const deepestRead = 1000
/** Feeds have some hundred names of elements. */
const mostNames = 1000

type OpenElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}

/** Most elements have no attributes, and a feed of 100,000 items has a million elements. */
const noAttributes: Readonly<Record<string, string>> = {}

export type SourceDocument = {
  readonly root: SourceElement
  /** How many times the text was not well-formed XML. */
  readonly faults: number
  /** Whether the text ends before its first element does. */
  readonly isCutOff: boolean
}

/**
 * Takes an element as soon as it is read, with the elements that it lies in, outermost first. `true`: it is done with, and does not stay
 * in the document. All items of a long feed, kept as elements, would need a gigabyte.
 */
export type TakeElement = (element: SourceElement, around: readonly SourceElement[]) => boolean

/**
 * Reads XML as tolerantly as apps do: it accepts named entities of HTML, ampersands that stand alone, and prefixes that are not
 * declared. Entities that a document declares itself stay as they are, so that none can grow. `undefined` if there is no element
 * at all, or if it is nested far too deep.
 */
export function readSourceDocument(pieces: Iterable<string>, take: TakeElement): SourceDocument | undefined {
  let faults = 0
  const onFault = () => {
    faults += 1
  }
  const parser = new TolerantParser(onFault)
  let root: OpenElement | undefined
  const open: OpenElement[] = []
  // Without this, the name of each element would be kept in memory a million times.
  const names = new Map<string, string>()
  const addText = (text: string) => open.at(-1)?.children.push(ownCopy(text))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    const uri = tag.uri === '' ? (conventionalUri(tag.prefix) ?? '') : tag.uri
    const name = elementName(uri, tag.local, tag.name)
    const element: OpenElement = {
      name: names.get(name) ?? name,
      attributes: attributesOf(Object.values(tag.attributes)),
      children: [],
    }
    if (names.size < mostNames) names.set(element.name, element.name)
    root ??= element
    if (open.length > deepestRead) throw tooDeep
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed === undefined || open.length === 0 || open.length >= deepest) return
    if (take(closed, open)) {
      dropBlank(open.at(-1)?.children)
      return
    }
    // When an array grows, it makes room for sixteen more entries, but most elements hold one text.
    closed.children = closed.children.slice()
    open.at(-1)?.children.push(closed)
  })
  try {
    for (const piece of withoutLoneAmpersands(pieces, onFault)) parser.write(piece)
    parser.close()
  } catch (error) {
    if (error !== tooDeep) throw error
    return undefined
  }
  if (root === undefined) return undefined
  const isCutOff = open.length > 0
  // What is open at the end has what was read of it, but nobody takes it: half an item has no guid, or the half of one.
  for (let child = open.pop(); child !== undefined; child = open.pop()) {
    if (open.length > 0 && open.length < deepest) open.at(-1)?.children.push(child)
  }
  return {root, faults, isCutOff}
}

/** White space between items that are gone would be all that their parent holds. */
function dropBlank(children: XmlNode[] = []): void {
  const last = children.at(-1)
  if (typeof last === 'string' && last.trim() === '') children.pop()
}

const tooDeep = new Error('far too deep')

/** Faults are counted. An error for each of them would take minutes where a document has millions. */
class TolerantParser extends SaxesParser<{xmlns: true; position: false; fragment: false}> {
  readonly #onFault: () => void

  constructor(onFault: () => void) {
    super({xmlns: true, position: false, fragment: false})
    this.#onFault = onFault
    this.ENTITIES = entities
  }

  override fail(): this {
    this.#onFault()
    return this
  }
}

/** A part of a piece of the text, as V8 makes it, would keep the whole piece in memory. Joining makes a text of its own. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

/** This is asked of each name between `&` and `;`. A name that HTML does not know stays as it is written. */
const entities: Record<string, string> = new Proxy(Object.create(null), {
  get: (_target, name) => (typeof name === 'string' ? characterOf(name) : undefined),
})

function characterOf(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z\d]{0,30}$/.test(name)) return undefined
  const written = `&${name};`
  const decoded = decodeCharacterReferences(written)
  return decoded === written ? undefined : decoded
}

type SaxAttribute = {
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

function attributesOf(attributes: readonly unknown[]): Readonly<Record<string, string>> {
  if (attributes.length === 0) return noAttributes
  const found: Record<string, string> = {}
  for (const {name, prefix, local, uri, value} of attributes as readonly SaxAttribute[]) {
    if (prefix === 'xmlns' || name === 'xmlns') continue
    found[attributeName(uri, local, name)] = ownCopy(value)
  }
  return found
}
