import {type Config, type Data, isDataMap, plainKey, type Sourced} from './repository.ts'

type Entry = {readonly path: string; readonly keys: readonly string[]; readonly value: string; readonly from: string}

/** A value that lies deeper in a configuration is about something else. */
const deepest = 4

/**
 * Every text in the configurations, by its keys. A configuration that is to be believed more comes first, and what one says of the
 * `language` that is meant comes before what it says of the whole site.
 */
export function configEntries(configs: readonly Config[], language?: string): readonly Entry[] {
  const entries = configs.flatMap(({file, data}) => {
    const own = entriesOf(data, [], file)
    const section = sectionOf(file)
    const whole = section === undefined ? [] : own.map((each) => ({...each, path: `${section}.${each.path}`}))
    return [...whole, ...own]
  })
  const ofLanguage =
    language === undefined ? [] : inSection(entries, new RegExp(`^languages\\.${plainKey(language)}\\.`))
  return [...ofLanguage, ...entries].flatMap((each) => [...inSection([each], podcastSection, 'podcast.'), each])
}

/** Settings of a podcast theme stand among those of the site, under a name that each generator has for them; Pelican has `PODCAST_FEED_TITLE`. */
const podcastSection =
  /^(?:params|extra|site|siteconfig|sitemetadata|themeconfig|metadata)\.podcast\.|^podcastfeed(?=(?:title|subtitle|summary|author|copyright|explicit|image|category|language)$)/

function inSection(entries: readonly Entry[], section: RegExp, instead = ''): readonly Entry[] {
  return entries.flatMap((each) =>
    section.test(each.path) ? [{...each, path: each.path.replace(section, instead)}] : [],
  )
}

/**
 * The section of a configuration that a file of its own stands for. All of `_data/podcast.yml` is about the podcast: Jekyll and
 * Eleventy have it under that name. Hugo has `config/_default/params.toml` and `languages.de.toml`.
 */
function sectionOf(file: string): string | undefined {
  if (/(?:^|\/)(?:podcast|show|feed)\.[a-z]+$/i.test(file)) return 'podcast'
  const [, ofHugo] = /(?:^|\/)config\/_default\/(params|languages(?:\.[a-z-]+)?)\.[a-z]+$/i.exec(file) ?? []
  return ofHugo?.split('.').map(plainKey).join('.')
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
