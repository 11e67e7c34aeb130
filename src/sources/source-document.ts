import {SaxesParser} from 'saxes'
import {attributeName, conventionalUri, elementName} from '../rules/walk/namespaces.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import type {XmlElement, XmlNode} from '../text/markup/xml.ts'

/** An element of a source; names have the conventional prefix of their namespace, whatever the source calls it. */
export type SourceElement = XmlElement & {readonly attributes: Readonly<Record<string, string>>}

/** A feed nests some ten levels; what is deeper is an attack. */
const deepest = 100
/** The reader of namespaces looks through all open elements. For deeper documents, it would take minutes. */
const deepestRead = 1000
/** A document with more faults than this is no feed, and each fault takes time. */
const mostFaults = 10_000
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
 * Reads XML as tolerantly as apps do: it accepts named entities of HTML, ampersands that stand alone, and prefixes that are not
 * declared. Entities that a document declares itself stay as they are, so that none can grow. `undefined` if there is no element
 * at all, if there are far too many faults, or if it is nested far too deep.
 */
export function readSourceDocument(text: string): SourceDocument | undefined {
  const parser = new SaxesParser({xmlns: true, position: false, fragment: false})
  parser.ENTITIES = entities
  let faults = 0
  let root: OpenElement | undefined
  const open: OpenElement[] = []
  // Without this, the name of each element would be kept in memory a million times.
  const names = new Map<string, string>()
  const hopeless = new Error('too many faults, or far too deep')
  parser.on('error', () => {
    faults += 1
    if (faults > mostFaults) throw hopeless
  })
  const addText = (piece: string) => open.at(-1)?.children.push(piece)
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
    if (open.length < deepest) open.at(-1)?.children.push(element)
    root ??= element
    if (open.length > deepestRead) throw hopeless
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    // When an array grows, it makes room for sixteen more entries, but most elements hold one text.
    if (closed !== undefined) closed.children = closed.children.slice()
  })
  try {
    const mended = withoutLoneAmpersands(text.replace(/^\s+/, ''))
    faults += mended.faults
    if (faults > mostFaults) return undefined
    parser.write(mended.text).close()
  } catch (error) {
    if (error !== hopeless) throw error
    return undefined
  }
  return root === undefined ? undefined : {root, faults, isCutOff: open.length > 0}
}

/**
 * An ampersand that begins no entity means itself. To the parser, it begins an entity that ends at the next semicolon, and
 * everything between, whole items included, would be its name. Sections of CDATA and comments stay as they are.
 */
function withoutLoneAmpersands(text: string): {readonly text: string; readonly faults: number} {
  const pieces: string[] = []
  let faults = 0
  let at = 0
  for (const [start, end] of literalParts(text)) {
    const markup = text.slice(at, start).replace(loneAmpersand, () => {
      faults += 1
      return '&amp;'
    })
    pieces.push(markup, text.slice(start, end))
    at = end
  }
  // If there is no fault, the result is the same text, so that no copy of a large text is kept.
  return {text: faults === 0 ? text : pieces.join(''), faults}
}

const loneAmpersand = /&(?!#\d{1,10};|#[xX][\da-fA-F]{1,8};|[A-Za-z_][\w.-]{0,60};)/g

/** The places where an ampersand means itself, each with its end. The last place is the empty end of the text. */
function* literalParts(text: string): Generator<readonly [number, number]> {
  const marks = [
    ['<![CDATA[', ']]>'],
    ['<!--', '-->'],
  ] as const
  const next = marks.map(([begin]) => text.indexOf(begin))
  for (let at = 0; ; ) {
    for (const [index, [begin]] of marks.entries()) {
      const known = next[index] ?? -1
      if (known !== -1 && known < at) next[index] = text.indexOf(begin, at)
    }
    const start = Math.min(...next.filter((each) => each !== -1), text.length)
    yield* start === text.length ? [[start, start] as const] : []
    if (start === text.length) return
    const close = marks[next.indexOf(start)]?.[1] ?? ''
    const end = text.indexOf(close, start)
    at = end === -1 ? text.length : end + close.length
    yield [start, at]
  }
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
    found[attributeName(uri, local, name)] = value
  }
  return found
}
