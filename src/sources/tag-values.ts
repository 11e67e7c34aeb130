import {namespaces} from '../tags/all-tags.ts'
import type {Reading, Wrong} from '../tags/kinds/value-kind.ts'
import {attributesOf, type FeedValue, type Tag, textOf} from '../tags/tag.ts'
import {childElements, isElement} from './elements.ts'
import type {SourceElement} from './source-document.ts'

const rows: readonly Tag[] = namespaces.flatMap(({tags}) => tags).filter(({authored}) => authored !== undefined)
const rowByName: ReadonlyMap<string, Tag> = new Map(rows.map((row) => [row.name, row]))

/** Whether a field here says what the element says, where its value is right. */
export function isKnownTag(name: string): boolean {
  return rowByName.has(name)
}

export type SourceTagValues = {
  /** By key, as an author would write them. */
  readonly values: Readonly<Record<string, FeedValue>>
  /** Names of elements whose value is one of these. */
  readonly understood: ReadonlySet<string>
}

/**
 * What a feed says in the tags that own a key. This is the inverse of writing them. A value that the key would not take is left
 * out, and its elements count as unknown.
 */
export function tagValuesOf(parent: SourceElement, level: 'show' | 'episode'): SourceTagValues {
  const values: Record<string, FeedValue> = {}
  const understood = new Set<string>()
  for (const name of new Set(childElements(parent).map((child) => child.name))) {
    const row = rowByName.get(name)
    const key = row?.authored
    if (row === undefined || key === undefined || (key.level !== level && key.level !== 'both')) continue
    const value = valueIn(row, childElements(parent, name))
    if (value === undefined) {
      understood.add(name)
      continue
    }
    const reading: Reading<unknown> = key.kind.read(asAuthored(value), {timeZone: 'UTC'})
    if ('wrong' in reading) continue
    const leftOut = 'value' in reading ? (reading.leftOut ?? []) : []
    if ('value' in reading) values[key.key] = withoutParts(value, leftOut)
    // Where a part is left out, the element is named and kept with all that it says.
    if (leftOut.length === 0) understood.add(name)
  }
  return {values, understood}
}

/** A build would complain about these parts for ever, in a file that no person wrote. */
function withoutParts(value: FeedValue, parts: readonly Wrong[]): FeedValue {
  // From the last one on, so that what is left out of a list moves nothing that is still to be found.
  return [...parts].reverse().reduce((rest, {at = []}) => withoutPart(rest, at), value)
}

function withoutPart(value: FeedValue, [key, ...inner]: readonly string[]): FeedValue {
  if (key === undefined || typeof value !== 'object') return value
  const isList = Array.isArray(value)
  const entries = Object.entries(value).flatMap(([name, part]): readonly (readonly [string, FeedValue])[] => {
    if (name !== key) return [[name, part]]
    return inner.length === 0 ? [] : [[name, withoutPart(part, inner)]]
  })
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}

function valueIn(row: Tag, elements: readonly SourceElement[]): FeedValue | undefined {
  if (row.holdsItem) return elements.map((element) => itemValue(row, element))
  if (row.fromFeed !== undefined) return row.fromFeed(elements)
  const values = elements.map((element) => elementValue(element, row.member?.text))
  const [first] = values
  return values.length === 1 ? first : values
}

/** What it has beside the tags of every item, and those tags. A title is its only one. */
function itemValue(row: Tag, element: SourceElement): FeedValue {
  const own = row.fromFeed?.([element]) ?? {}
  const {short_title: _, ...values} = tagValuesOf(element, 'episode').values
  return typeof own === 'object' && !Array.isArray(own) ? {...values, ...own} : own
}

/** A map of its attributes, its text and its child elements. If there is only text, it is the text. */
function elementValue(element: SourceElement, textKey = 'text'): FeedValue {
  const text = textOf(element)
  const children = element.children.filter(isElement)
  const attributes = attributesOf(element)
  if (children.length === 0 && Object.keys(attributes).length === 0) return text
  const inner: Record<string, FeedValue> = {}
  for (const name of new Set(children.map((child) => child.name))) {
    const [first, ...others] = children.filter((child) => child.name === name).map((child) => elementValue(child))
    const local = name.slice(name.indexOf(':') + 1)
    if (first !== undefined) inner[local] = others.length === 0 ? first : [first, ...others]
  }
  return {...attributes, ...(text === '' ? {} : {[textKey]: text}), ...inner}
}

/** Kinds read text, whatever the syntax. */
function asAuthored(value: FeedValue): string | readonly never[] | {readonly [key: string]: never} {
  return JSON.parse(JSON.stringify(value, (_key, each) => (typeof each === 'boolean' ? String(each) : each)))
}
