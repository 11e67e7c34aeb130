import {formatXml} from '../text/markup/xml.ts'
import type {SourceElement} from './source-document.ts'
import type {UnknownElement} from './source-show.ts'

export function isElement(node: SourceElement['children'][number]): node is SourceElement {
  return typeof node !== 'string' && 'name' in node
}

export function childElements(element: SourceElement, name?: string): readonly SourceElement[] {
  const {elements, byName} = familyOf(element)
  return name === undefined ? elements : (byName.get(name) ?? [])
}

type Family = {
  readonly children: SourceElement['children']
  readonly count: number
  readonly elements: readonly SourceElement[]
  readonly byName: ReadonlyMap<string, readonly SourceElement[]>
}

/** The children of the element that was asked last. An item is asked for some fifty names in a row. */
let asked: Family | undefined

function familyOf({children}: SourceElement): Family {
  // An element that is not read to its end gets more of them.
  if (asked?.children === children && asked.count === children.length) return asked
  const elements = children.filter(isElement)
  const byName = new Map<string, SourceElement[]>()
  for (const each of elements) {
    const alike = byName.get(each.name)
    if (alike === undefined) byName.set(each.name, [each])
    else alike.push(each)
  }
  asked = {children, count: children.length, elements, byName}
  return asked
}

/** The first child with that name that is not empty, else the first child with that name. */
export function childElement(element: SourceElement, name: string): SourceElement | undefined {
  const named = childElements(element, name)
  return named.find((each) => ownText(each) !== '' || Object.keys(each.attributes).length > 0) ?? named[0]
}

/** Its own character data, without white space around it. */
export function ownText(element: SourceElement | undefined): string {
  if (element === undefined) return ''
  const [first, second] = element.children
  if (second === undefined) return typeof first === 'string' ? first.trim() : ''
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

/** The text of the first child with one of the names that has any. */
export function childText(element: SourceElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childElements(element, name)) {
      const text = ownText(child)
      if (text !== '') return text
    }
  }
  return undefined
}

export function attributeOf(element: SourceElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim()
  return value === '' ? undefined : value
}

/** It is kept as XML. An element of an unknown namespace has the name that the source writes. */
export function unknownElement(element: SourceElement): UnknownElement {
  return {name: element.name.replace(/^\{\}/, ''), text: formatXml(withWrittenNames(element))}
}

function withWrittenNames({name, attributes, children}: SourceElement): SourceElement {
  return {
    name: name.replace(/^\{\}/, ''),
    attributes,
    children: children.map((child) => (isElement(child) ? withWrittenNames(child) : child)),
  }
}
