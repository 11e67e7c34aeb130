import type {Category} from '../../model/show.ts'
import {nearName} from '../../text/near-name.ts'
import {appleCategories} from './apple-categories.ts'
import type {Authored, ValueKind, Wrong} from './value-kind.ts'
import {isAbsent, quotedAuthored} from './value-kinds.ts'

/** Comparable spelling: Apple's `&` is often written `and`, or comes out of another feed as `&amp;`. */
function comparable(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replace(/\band\b/g, '&')
    .replace(/[\s-]+/g, ' ')
    .trim()
}

const tops = new Map([...appleCategories.keys()].map((name) => [comparable(name), name]))
/** Subcategories are unique over the whole list, so one alone says which category it belongs to. */
const subs = new Map(
  [...appleCategories].flatMap(([top, names]) =>
    names.map((sub) => [comparable(sub), {name: top, subcategory: sub}] as const),
  ),
)
const allNames = [...appleCategories].flatMap(([top, names]) => [top, ...names])

/** How deep categories may be nested. Apple knows two levels, and some tools wrap them in one more list. */
const deepestNesting = 3

/**
 * Categories of Apple's list in the forms that people write: `Technology`, `Technology, Science`, `[History, "Arts > Books"]`,
 * `[["Arts", "Books"], History]`, `{name: Arts, subcategory: Books}`, `{Arts: [Books, Food]}`. A wrong one is left out where another is
 * right.
 */
export const categories: ValueKind<readonly Category[]> = {
  name: 'list of categories',
  jsonSchema: {
    anyOf: [
      {type: 'string', examples: ['Technology', 'Arts > Books']},
      {type: 'array', items: {anyOf: [{type: 'string'}, {type: 'array'}, {type: 'object'}]}},
      {type: 'object'},
    ],
  },
  read: (authored) => {
    if (isAbsent(authored)) return {absent: true}
    const named = namedIn(authored, 0)
    const found = named.flatMap((each) => ('wrong' in each ? [] : [each]))
    const leftOut = named.flatMap((each) => ('wrong' in each ? [each] : []))
    if (found.length === 0) return leftOut[0] ?? {absent: true}
    return {value: unique(found), ...(leftOut.length > 0 && {leftOut})}
  },
}

function unique(list: readonly Category[]): readonly Category[] {
  return [...new Map(list.map((each) => [`${each.name}>${each.subcategory ?? ''}`, each])).values()]
}

/** A category, or why what the author wrote is none. */
type Named = Category | Wrong

function namedIn(authored: Authored, depth: number): readonly Named[] {
  if (isAbsent(authored)) return []
  if (typeof authored === 'string') {
    // No name of Apple's has a comma.
    const names = authored.split(',').filter((name) => name.trim() !== '')
    return names.map((name) => categoryOf(name.split(/\s*(?:>|›|::)\s*/)))
  }
  if (depth > deepestNesting) return [{wrong: 'is nested too deeply', hint: 'Write ["Arts > Books", "History"]'}]
  if (Array.isArray(authored)) return namedInList(authored, depth)
  return namedInMap(authored as {readonly [key: string]: Authored}, depth)
}

function namedInList(list: readonly Authored[], depth: number): readonly Named[] {
  // An inner list [top, sub] is a pair; an outer one is a list of categories.
  const [top, ...rest] = list
  if (depth > 0 && typeof top === 'string' && appleCategories.has(tops.get(comparable(top)) ?? '')) {
    const names = rest
      .flatMap((each) => (Array.isArray(each) ? each : [each]))
      .filter((each) => typeof each === 'string')
    return names.length === 0 ? [categoryOf([top])] : names.map((sub) => categoryOf([top, sub]))
  }
  return list.flatMap((each, index) => namedIn(each, depth + 1).map((named) => below(String(index), named)))
}

function namedInMap(map: {readonly [key: string]: Authored}, depth: number): readonly Named[] {
  const top = map.name ?? map.category ?? map.text
  if (typeof top === 'string') {
    const sub = map.subcategory ?? map.sub ?? null
    return [categoryOf(typeof sub === 'string' && sub.trim() !== '' ? [top, sub] : [top])]
  }
  return Object.entries(map).flatMap(([name, inner]) =>
    (isAbsent(inner) ? [categoryOf([name])] : namedIn([name, inner], Math.max(1, depth + 1))).map((named) =>
      below(name, named),
    ),
  )
}

/** `named` at its place in a list or in a map. */
function below(key: string, named: Named): Named {
  return 'wrong' in named ? {...named, at: [key, ...(named.at ?? [])]} : named
}

function categoryOf(names: readonly string[]): Named {
  const [first = '', second] = names
  const top = tops.get(comparable(first))
  if (second === undefined) return (top === undefined ? subs.get(comparable(first)) : {name: top}) ?? unknown(first)
  const sub = subs.get(comparable(second))
  if (top === undefined || sub === undefined) return unknown(top === undefined ? first : second)
  if (sub.name === top) return sub
  return {wrong: `has "${sub.subcategory}" under "${top}"`, hint: `Write "${sub.name} > ${sub.subcategory}"`}
}

function unknown(name: string): Wrong {
  const near = nearName(name, allNames)
  return {
    wrong: `has ${quotedAuthored(name)}, which is none of Apple's categories, and directories accept no others`,
    hint: near === undefined ? `Choose from: ${[...appleCategories.keys()].join(', ')}` : `Did you mean "${near}"?`,
  }
}
