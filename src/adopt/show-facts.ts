import {categories} from '../tags/kinds/value-categories.ts'
import {configEntries, firstValue} from './config-values.ts'
import type {Config, ContentFile, Sourced} from './repository.ts'

const isText = (value: string) =>
  value.length > 1 && !/^(?:todo|change me|your .*|my (?:site|podcast|new hugo site)|example)$/i.test(value)
const isAddress = (value: string) =>
  /^https?:\/\/[^\s/$.?#{][^\s{]*$/i.test(value) && !/localhost|127\.0\.0\.1|example\.(?:com|org)/i.test(value)
const isLanguage = (value: string) => /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(value)
const isMail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
const isFlag = (value: string) => /^(?:yes|no|true|false|clean|explicit)$/i.test(value)
const isPicture = (value: string) => /\.(?:jpe?g|png)(?:[?#]|$)/i.test(value)
const isZone = (value: string) => /^[A-Z][A-Za-z]+\/[A-Z][\w/+-]+$/.test(value)

type FactRow = {
  /** The key of `show.yaml`. */
  readonly field: string
  /** Keys of configurations: of podcast settings first, then of the whole site. */
  readonly names: readonly string[]
  readonly fits: (value: string) => boolean
}

/**
 * Where generators of sites keep what a show is: Hugo (`baseURL`, `languageCode`, `params`), Jekyll (`url`, `lang`), Eleventy and Astro
 * (`_data`, `site`), and the settings of podcast themes.
 */
const rows: readonly FactRow[] = [
  {
    field: 'title',
    names: [
      'podcast.title',
      'podcast.name',
      'params.podcast.title',
      'feed.title',
      'site.title',
      'title',
      'name',
      'site.name',
      'params.title',
    ],
    fits: isText,
  },
  {
    field: 'subtitle',
    names: [
      'podcast.subtitle',
      '*.itunes_subtitle',
      '*.itunes.subtitle',
      'params.subtitle',
      'subtitle',
      'tagline',
      'site.subtitle',
    ],
    fits: isText,
  },
  {
    field: 'description',
    names: [
      'podcast.description',
      'podcast.summary',
      '*.itunes_summary',
      '*.itunes.summary',
      'params.podcast.description',
      'description',
      'site.description',
      'params.description',
      'summary',
      'podcast_description.text',
      'subtitle',
      'tagline',
    ],
    fits: isText,
  },
  {
    field: 'site_url',
    names: [
      'podcast.link',
      'podcast.url',
      'site.url',
      'siteurl',
      'site_url',
      'baseurl',
      'base_url',
      'url',
      'homepage',
      'site',
      'params.url',
      '*.production.url',
      '*.prod.url',
    ],
    fits: isAddress,
  },
  {
    field: 'language',
    names: [
      'podcast.language',
      '*.feed.language',
      'language',
      'languagecode',
      'lang',
      'locale',
      'site.language',
      'defaultcontentlanguage',
    ],
    fits: isLanguage,
  },
  {
    field: 'author',
    names: [
      'podcast.author',
      '*.itunes_author',
      '*.itunes.author',
      'author.name',
      'author',
      'site.author',
      'params.author.name',
      'params.author',
      '*.author.name',
    ],
    fits: isText,
  },
  {
    field: 'owner_name',
    names: [
      'podcast.owner.name',
      'podcast.owner_name',
      '*.itunes_owner_name',
      '*.itunes.owner.name',
      '*.itunes.owner_name',
      '*.rss.owner.name',
      'owner.name',
      '*.itunes.owner',
      'owner',
    ],
    fits: isText,
  },
  {
    field: 'email',
    names: [
      'podcast.email',
      'podcast.owner.email',
      '*.itunes_owner_email',
      '*.itunes.owner_email',
      '*.itunes.email',
      '*.owner.email',
      'author.email',
      'email',
      'site.email',
      'params.email',
    ],
    fits: isMail,
  },
  {field: 'copyright', names: ['podcast.copyright', '*.feed.copyright', 'copyright', 'params.copyright'], fits: isText},
  {
    field: 'explicit',
    names: ['podcast.explicit', '*.itunes_explicit', '*.itunes.explicit', 'explicit', 'params.explicit'],
    fits: isFlag,
  },
  {
    field: 'image',
    names: [
      'podcast.image',
      'podcast.cover',
      '*.itunes_image',
      '*.itunes.image',
      'podcast.artwork',
      'cover',
      'artwork',
      '*.rss.artwork',
      'podcast_image',
      'logo',
      'image',
    ],
    fits: isPicture,
  },
  {field: 'timezone', names: ['timezone', 'time_zone', 'params.timezone'], fits: isZone},
]

export type ShowFacts = Readonly<Record<string, Sourced<string>>>

/** What configurations say of a show, and, before them, the page of the show's own folder (`_index.md`). */
export function showFacts(configs: readonly Config[], showPage: ContentFile | undefined): ShowFacts {
  const site = configEntries(configs)
  const own = showPage === undefined ? [] : configEntries([showPage])
  const found: Record<string, Sourced<string>> = {}
  for (const {field, names, fits} of rows) {
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
  const top = firstValue(entries, topNames, isText)
  const inner = firstValue(entries, innerNames, isText)
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
      isAddress(value) &&
      (/^(?:media|audio|enclosure|episode|mp3|podcast|download|cdn|asset|bucket)\w*(?:prefix|base|url|link|path|host|bucket|root)s?$/.test(
        key,
      ) ||
        (/^(?:media|audio|mp3|cdn|bucket)$/.test(key) && value.endsWith('/'))) &&
      !isPicture(value) &&
      !/\.(?:xml|rss|json)$/i.test(value)
    )
  })
  return named === undefined ? undefined : {value: named.value.replace(/\/?$/, '/'), from: named.from}
}
