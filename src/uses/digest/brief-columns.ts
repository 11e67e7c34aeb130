import type {BriefItem} from '../../engine/memory/held-items.ts'
import {stableText} from '../../engine/memory/stable-text.ts'
import type {Enclosure, FeedItem} from '../../model/feed.ts'

type Brief = Omit<BriefItem, 'source'>
type FileOfItem = Omit<Enclosure, 'url'>
/** What many items say in the same words. */
type CommonMembers = Omit<
  Brief,
  'slug' | 'guid' | 'url' | 'title' | 'publishedAt' | 'updatedAt' | 'enclosure' | 'number'
>

/**
 * What stays in memory of the items of a show, by member and not by item: so nothing names the members of each item, and what is the same
 * in many items is one object. A network has a hundred thousand.
 */
export type BriefColumns = {
  readonly slugs: readonly string[]
  readonly guids: readonly FeedItem['guid'][]
  readonly urls: readonly FeedItem['url'][]
  readonly titles: readonly string[]
  /** Milliseconds. */
  readonly publishedAt: Float64Array
  readonly updatedAt: Float64Array
  readonly numbers: readonly (number | undefined)[]
  readonly mediaUrls: readonly (Enclosure['url'] | undefined)[]
  readonly files: Kinds<FileOfItem | undefined>
  readonly common: Kinds<CommonMembers>
}

/** Values of which many are equal. */
type Kinds<T> = {
  readonly kinds: readonly T[]
  /** By item: the index of its kind. */
  readonly kindOf: Uint32Array
}

export function briefColumns(items: readonly Brief[]): BriefColumns {
  const files = items.map(({enclosure}): FileOfItem | undefined => {
    if (enclosure === undefined) return undefined
    const {url: _url, ...file} = enclosure
    return file
  })
  return {
    slugs: items.map(({slug}) => slug),
    guids: items.map(({guid}) => guid),
    urls: items.map(({url}) => url),
    titles: items.map(({title}) => title),
    publishedAt: Float64Array.from(items, ({publishedAt}) => publishedAt.getTime()),
    updatedAt: Float64Array.from(items, ({updatedAt}) => updatedAt.getTime()),
    numbers: items.map(({number}) => number),
    mediaUrls: items.map(({enclosure}) => enclosure?.url),
    files: inKinds(files),
    common: inKinds(items.map(commonOf)),
  }
}

function commonOf(item: Brief): CommonMembers {
  const {slug: _slug, guid: _guid, url: _url, title: _title, ...rest} = item
  const {publishedAt: _date, updatedAt: _change, enclosure: _media, number: _number, ...common} = rest
  return common
}

function inKinds<T>(values: readonly T[]): Kinds<T> {
  const known = new Map<string, number>()
  const kinds: T[] = []
  const kindOf = Uint32Array.from(values, (value) => {
    const key = stableText(value)
    const index = known.get(key) ?? kinds.push(value) - 1
    known.set(key, index)
    return index
  })
  return {kinds, kindOf}
}

/** An item of columns that were read from bytes. */
export function briefItem(columns: BriefColumns, index: number, source: FeedItem['source']): BriefItem {
  const {slugs, guids, urls, titles, publishedAt, updatedAt, numbers, mediaUrls, files, common} = columns
  const date = new Date(publishedAt[index] ?? 0)
  const change = updatedAt[index] ?? 0
  const brief = {
    slug: slugs[index] ?? '',
    guid: guids[index] as FeedItem['guid'],
    url: urls[index] as FeedItem['url'],
    title: titles[index] ?? '',
    publishedAt: date,
    updatedAt: change === date.getTime() ? date : new Date(change),
    source,
    ...(common.kinds[common.kindOf[index] ?? 0] as CommonMembers),
  }
  const [number, url, file] = [numbers[index], mediaUrls[index], files.kinds[files.kindOf[index] ?? 0]]
  if (number !== undefined) Object.assign(brief, {number})
  return url === undefined || file === undefined ? brief : Object.assign(brief, {enclosure: {url, ...file}})
}
