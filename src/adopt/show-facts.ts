import {categories} from '../tags/kinds/value-categories.ts'
import {configEntries, firstValue} from './config-values.ts'
import {factRows, isPictureName, isSiteAddress, isWording} from './fact-rows.ts'
import type {Config, ContentFile, Sourced} from './repository.ts'

export type ShowFacts = Readonly<Record<string, Sourced<string>>>

/** What configurations say of a show, and, before them, the page of the show's own folder (`_index.md`). */
export function showFacts(configs: readonly Config[], showPage: ContentFile | undefined): ShowFacts {
  const site = configEntries(configs)
  const own = showPage === undefined ? [] : configEntries([showPage])
  const found: Record<string, Sourced<string>> = {}
  for (const {field, names, fits} of factRows) {
    // A page's own address and picture are not those of the show.
    const ofPage = field === 'site_url' ? undefined : firstValue(own, names, fits)
    const fact = ofPage ?? firstValue(site, names, fits)
    if (fact !== undefined) found[field] = fact
  }
  const listed = categoriesOf(site)
  const facts = withBasePath(found, site)
  return listed === undefined ? facts : {...facts, categories: listed}
}

/** Jekyll keeps the address of a site in two parts: `url`, and `baseurl` for the path. */
function withBasePath(facts: ShowFacts, site: ReturnType<typeof configEntries>): ShowFacts {
  const {site_url: own} = facts
  const path = firstValue(site, ['baseurl'], (value) => /^\/[^/\s]/.test(value))
  if (own === undefined || path === undefined || !URL.canParse(own.value)) return facts
  if (new URL(own.value).pathname !== '/') return facts
  const value = `${own.value.replace(/\/$/, '')}${path.value.replace(/\/?$/, '/')}`
  return {...facts, site_url: {value, from: `${own.from}, and ${path.from}`}}
}

/** `itunes_top_category` and its like, as far as Apple's list of today has them; further ones are left to the author. */
function categoriesOf(entries: ReturnType<typeof configEntries>): Sourced<string> | undefined {
  const topNames = [
    'podcast.category',
    '*.itunes_top_category',
    '*.itunes_category',
    '*.itunes.category',
    'podcast.categories',
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

function isCategory(value: string): boolean {
  return 'value' in categories.read(value, {timeZone: 'UTC'})
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
