import type {Category} from '../../model/show.ts'
import {nearName} from '../../text/near-name.ts'
import {appleCategories} from './apple-categories.ts'
import type {Authored, Reading, ValueKind} from './value-kind.ts'
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
 * Categories of Apple's list in the forms that people write: `Technology`, `[History, "Arts > Books"]`,
 * `[["Arts", "Books"], History]`, `{name: Arts, subcategory: Books}`, `{Arts: [Books, Food]}`.
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
    const found: Category[] = []
    const wrong = readInto(found, authored, 0)
    if (wrong !== undefined) return wrong
    return found.length === 0 ? {absent: true} : {value: unique(found)}
  },
}

function unique(list: readonly Category[]): readonly Category[] {
  return [...new Map(list.map((each) => [`${each.name}>${each.subcategory ?? ''}`, each])).values()]
}

type Wrong = Extract<Reading<never>, {readonly wrong: string}>

function readInto(found: Category[], authored: Authored, depth: number): Wrong | undefined {
  if (isAbsent(authored)) return undefined
  if (typeof authored === 'string') return add(found, authored.split(/\s*(?:>|›|::)\s*/))
  if (depth > deepestNesting) return {wrong: 'is nested too deeply', hint: 'Write ["Arts > Books", "History"]'}
  if (Array.isArray(authored)) return readList(found, authored, depth)
  return readMap(found, authored as {readonly [key: string]: Authored}, depth)
}

function readList(found: Category[], list: readonly Authored[], depth: number): Wrong | undefined {
  // An inner list [top, sub] is a pair; an outer one is a list of categories.
  const [top, ...rest] = list
  if (depth > 0 && typeof top === 'string' && appleCategories.has(tops.get(comparable(top)) ?? '')) {
    const names = rest
      .flatMap((each) => (Array.isArray(each) ? each : [each]))
      .filter((each) => typeof each === 'string')
    return names.length === 0 ? add(found, [top]) : firstWrong(names, (sub) => add(found, [top, sub]))
  }
  return firstWrong(list, (each) => readInto(found, each, depth + 1))
}

function readMap(found: Category[], map: {readonly [key: string]: Authored}, depth: number): Wrong | undefined {
  const top = map.name ?? map.category ?? map.text
  if (typeof top === 'string') {
    const sub = map.subcategory ?? map.sub ?? null
    return add(found, typeof sub === 'string' && sub.trim() !== '' ? [top, sub] : [top])
  }
  return firstWrong(Object.entries(map), ([name, inner]) =>
    isAbsent(inner) ? add(found, [name]) : readInto(found, [name, inner], Math.max(1, depth + 1)),
  )
}

function firstWrong<T>(items: readonly T[], read: (item: T) => Wrong | undefined): Wrong | undefined {
  for (const item of items) {
    const wrong = read(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function add(found: Category[], names: readonly string[]): Wrong | undefined {
  const [first = '', second] = names
  const top = tops.get(comparable(first))
  if (second === undefined) {
    const category = top === undefined ? subs.get(comparable(first)) : {name: top}
    if (category !== undefined) found.push(category)
    return category === undefined ? unknown(first) : undefined
  }
  const sub = subs.get(comparable(second))
  if (top === undefined || sub === undefined) return unknown(top === undefined ? first : second)
  if (sub.name !== top) {
    return {wrong: `has "${sub.subcategory}" under "${top}"`, hint: `Write "${sub.name} > ${sub.subcategory}"`}
  }
  found.push(sub)
  return undefined
}

function unknown(name: string): Wrong {
  const near = nearName(name, allNames)
  return {
    wrong: `has ${quotedAuthored(name)}, which is none of Apple's categories: directories would not list the show`,
    hint: near === undefined ? `Choose from: ${[...appleCategories.keys()].join(', ')}` : `Did you mean "${near}"?`,
  }
}
