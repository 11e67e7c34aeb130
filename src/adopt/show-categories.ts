import type {Category} from '../model/show.ts'
import {categories} from '../tags/kinds/value-categories.ts'
import {configEntries, firstValue} from './config-values.ts'
import {isWording} from './fact-rows.ts'
import {type Config, type Data, type DataMap, isDataMap, plainKey, type Sourced} from './repository.ts'

/** The categories of a show, as far as Apple's list of today has them, the main one first. */
export function showCategories(configs: readonly Config[]): Sourced<string> | undefined {
  return namedCategory(configs) ?? listedCategories(configs)
}

/** `itunes_top_category` and its like, as far as Apple's list of today has them; further ones are left to the author. */
function namedCategory(configs: readonly Config[]): Sourced<string> | undefined {
  const entries = configEntries(configs)
  const topNames = [
    'podcast.category',
    'podcast.itunes_category',
    'podcast_category',
    '*.itunes_top_category',
    '*.itunes_category',
    '*.itunes.category',
    'podcast.categories',
    'category',
    'site.category',
    'params.category',
    'extra.category',
  ]
  const innerNames = [
    'podcast.subcategory',
    '*.itunes_first_sub_category',
    '*.itunes_subcategory',
    '*.itunes.subcategory',
  ]
  const top = firstValue(entries, topNames, isWording)
  const inner = firstValue(entries, innerNames, isWording)
  const whole =
    top === undefined || inner === undefined ? top : {value: `${top.value} > ${inner.value}`, from: top.from}
  return [whole, top].find((each) => each !== undefined && isCategory(each.value))
}

/**
 * Categories in a list or a map, as podcast settings have them: `[Arts > Design, History]`, `{Arts: [Design]}`, `["Leisure:Hobbies"]`.
 * Of a site, `categories` are topics, so outside of podcast settings only Apple's own key counts.
 */
function listedCategories(configs: readonly Config[]): Sourced<string> | undefined {
  const found = configs.flatMap(({file, data}) => {
    const isOfPodcast = /(?:^|\/)(?:podcast|show|feed)\.[a-z]+$/i.test(file)
    return listsOf(data, isOfPodcast, []).map(({keys, value}) => ({value, from: `${file}, ${keys.join('.')}`}))
  })
  for (const {value, from} of found) {
    const read = categories.read(withMark(value), {timeZone: 'UTC'})
    if ('value' in read) return {value: asText(read.value), from}
  }
  return undefined
}

/** The list `[Arts, Design]` means one category to some tools, and two to others. `Arts > Design` is in both. */
function asText(found: readonly Category[]): string {
  const isSaidFurther = ({name, subcategory}: Category) =>
    subcategory === undefined && found.some((other) => other.name === name && other.subcategory !== undefined)
  return found
    .filter((each) => !isSaidFurther(each))
    .map(({name, subcategory}) => (subcategory === undefined ? name : `${name} > ${subcategory}`))
    .join(', ')
}

type Listed = {readonly keys: readonly string[]; readonly value: Data}

function listsOf(data: DataMap, isOfPodcast: boolean, keys: readonly string[]): readonly Listed[] {
  return Object.entries(data).flatMap(([key, value]): readonly Listed[] => {
    const path = [...keys, key]
    const plain = plainKey(key)
    const names =
      /^(?:podcastfeed|itunes)(?:top)?categor(?:y|ies)$/.test(plain) ||
      (isOfPodcast && /^categor(?:y|ies)$/.test(plain))
    if (names && value !== null && typeof value !== 'string') return [{keys: path, value}]
    return isDataMap(value) && keys.length < 3
      ? listsOf(value, isOfPodcast || /^(?:podcast|itunes)$/.test(plain), path)
      : []
  })
}

/** Octopod divides the two halves by a colon. */
function withMark(value: Data): Data {
  if (typeof value === 'string') return value.replace(/^([^:>]+):(?=[^:])/, '$1 > ')
  if (value === null) return null
  if (isDataMap(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMark(each)]))
  return value.map(withMark)
}

function isCategory(value: string): boolean {
  return 'value' in categories.read(value, {timeZone: 'UTC'})
}
