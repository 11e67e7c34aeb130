import {type Config, type Data, isDataMap, plainKey, type Sourced} from './repository.ts'

type Entry = {readonly path: string; readonly keys: readonly string[]; readonly value: string; readonly from: string}

/** A value that lies deeper in a configuration is about something else. */
const deepest = 4

/** Every text in the configurations, by its keys. A configuration that is to be believed more comes first. */
export function configEntries(configs: readonly Config[]): readonly Entry[] {
  return configs.flatMap(({file, data}) => {
    const entries = entriesOf(data, [], file)
    // All of `_data/podcast.yml` is about the podcast: Jekyll and Eleventy have it under that name.
    const isOfPodcast = /(?:^|\/)(?:podcast|show|feed)\.[a-z]+$/i.test(file)
    return isOfPodcast ? [...entries.map((each) => ({...each, path: `podcast.${each.path}`})), ...entries] : entries
  })
}

function entriesOf(value: Data, keys: readonly string[], file: string): readonly Entry[] {
  if (typeof value === 'string') {
    const path = keys.map(plainKey).join('.')
    return value.trim() === '' ? [] : [{path, keys, value: value.trim(), from: `${file}, ${keys.join('.')}`}]
  }
  if (value === null || keys.length >= deepest) return []
  // `targets: [{name: production, url: …}]` is read as `targets.production.url`.
  if (!isDataMap(value)) {
    return value.flatMap((each) => {
      const name = isDataMap(each) ? each.name : undefined
      return typeof name === 'string' ? entriesOf(each, [...keys, name], file) : []
    })
  }
  return Object.entries(value).flatMap(([key, each]) => entriesOf(each, [...keys, ...key.split('.')], file))
}

/**
 * The first value under one of the names. A name is the whole path of keys (`params.author`) or, after a `*`, the end of the path
 * (`*.itunes_author`). The order of the names counts before the order of the files, because the best name says more than the best
 * file.
 */
export function firstValue(
  entries: readonly Entry[],
  names: readonly string[],
  fits: (value: string) => boolean = () => true,
): Sourced<string> | undefined {
  for (const name of names) {
    const wanted = name.split('.').map(plainKey).join('.')
    const found = entries.find(({path, value}) => fits(value) && matches(path, wanted))
    if (found !== undefined) return {value: found.value, from: found.from}
  }
  return undefined
}

function matches(path: string, wanted: string): boolean {
  if (!wanted.startsWith('*.')) return path === wanted
  return path === wanted.slice(2) || path.endsWith(wanted.slice(1))
}
