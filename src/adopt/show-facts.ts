import {configEntries, firstValue} from './config-values.ts'
import {factRows, isPictureName, isSiteAddress} from './fact-rows.ts'
import type {Config, ContentFile, Sourced} from './repository.ts'
import {showCategories} from './show-categories.ts'

export type ShowFacts = Readonly<Record<string, Sourced<string>>>

/**
 * What configurations say of a show, and, before them, the page of the show's own folder (`_index.md`). `language`: that of the
 * episodes, where the site has several.
 */
export function showFacts(configs: readonly Config[], showPage: ContentFile | undefined, language?: string): ShowFacts {
  const site = configEntries(configs, language ?? defaultLanguage(configs))
  const own = showPage === undefined ? [] : configEntries([showPage])
  const found: Record<string, Sourced<string>> = {}
  for (const {field, names, fits} of factRows) {
    // A page's own address and picture are not those of the show.
    const ofPage = field === 'site_url' ? undefined : firstValue(own, names, fits)
    const fact = ofPage ?? firstValue(site, names, fits)
    if (fact !== undefined) found[field] = fact
  }
  const isOther =
    language !== undefined && found.language?.value.slice(0, 2).toLowerCase() !== language.slice(0, 2).toLowerCase()
  if (isOther) found.language = {value: language, from: 'the language in the names of its files'}
  // One text for both would be read twice.
  if (found.subtitle?.value === found.description?.value) delete found.subtitle
  const listed = showCategories(configs)
  const facts = withBasePath(found, site)
  return listed === undefined ? facts : {...facts, categories: listed}
}

/** What the show may say itself instead of each episode. The rest of what a site says for all episodes is named to the author. */
const ofAllEpisodes: ReadonlySet<string> = new Set(['author', 'explicit', 'copyright', 'image'])

/** Facts that a site says for all of its episodes, and so of the show. */
export function factsOfAllEpisodes(shared: readonly Config[]): ShowFacts {
  const entries = configEntries(shared)
  const found = factRows.flatMap(({field, names, fits}) => {
    const fact = ofAllEpisodes.has(field) ? firstValue(entries, names, fits) : undefined
    return fact === undefined ? [] : [[field, {...fact, from: `${fact.from}, said for all episodes`}] as const]
  })
  return Object.fromEntries(found)
}

/** The language of a site that has several. */
export function defaultLanguage(configs: readonly Config[]): string | undefined {
  const names = ['defaultcontentlanguage', 'default_language', 'default_lang', 'i18n.defaultlocale', 'language', 'lang']
  return firstValue(configEntries(configs), names, (value) => /^[a-z]{2}(?:[-_]|$)/i.test(value))?.value
}

/** Many generators keep the path of a site apart: `baseurl` of Jekyll, `base` of Astro, `pathPrefix` of Gatsby and Eleventy, `root` of Hexo. */
function withBasePath(facts: ShowFacts, site: ReturnType<typeof configEntries>): ShowFacts {
  const {site_url: own} = facts
  const path = firstValue(site, ['baseurl', 'base', 'path_prefix', 'root'], (value) => /^\/[^/\s]/.test(value))
  if (own === undefined || path === undefined || !URL.canParse(own.value)) return facts
  if (new URL(own.value).pathname !== '/') return facts
  const value = `${own.value.replace(/\/$/, '')}${path.value.replace(/\/?$/, '/')}`
  return {...facts, site_url: {value, from: `${own.from}, and ${path.from}`}}
}

/** The address before the names of media files, where episodes give only those. */
export function mediaPrefix(configs: readonly Config[]): Sourced<string> | undefined {
  const entries = configEntries(configs)
  const named = entries.find(({path, value}) => {
    const key = path.split('.').at(-1) ?? ''
    return (
      isSiteAddress(value) &&
      (/^(?:media|audio|enclosure|episode|mp3|podcast|download|cdn|asset|bucket)\w*(?:prefix|base|url|link|path|host|bucket|root)s?$/.test(
        key,
      ) ||
        (/^(?:media|audio|mp3|cdn|bucket)$/.test(key) && value.endsWith('/'))) &&
      !isPictureName(value) &&
      !/\.(?:xml|rss|json)$/i.test(value)
    )
  })
  return named === undefined ? undefined : {value: named.value.replace(/\/?$/, '/'), from: named.from}
}
