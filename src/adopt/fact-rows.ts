import {fileKinds} from '../file-kinds/all-kinds.ts'
import {beforeQuery} from '../file-kinds/endings.ts'

export const isWording = (value: string) =>
  value.length > 1 && !/^(?:todo|change me|your .*|my (?:site|podcast|new hugo site)|example)$/i.test(value)
export const isSiteAddress = (value: string) =>
  /^https?:\/\/[^\s/$.?#{][^\s{]*$/i.test(value) &&
  !/localhost|127\.0\.0\.1|\/\/(?:www\.)?(?:example|yourdomain|yoursite|mysite)\.(?:com|org|net)\b/i.test(value)
/** Where `package.json` says that its code is. */
const isCodeHost = (value: string) =>
  /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\//i.test(value)
const isLanguage = (value: string) => /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(value)
const isMail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
const isFlag = (value: string) => /^(?:yes|no|true|false|clean|explicit)$/i.test(value)
export const isPictureName = (value: string) => {
  const kind = fileKinds.ofName(beforeQuery(value))
  return kind?.role === 'picture' && kind.refused === undefined
}
const isZone = (value: string) => /^[A-Z][A-Za-z]+\/[A-Z][\w/+-]+$/.test(value)

type FactRow = {
  /** The key of `show.yaml`. */
  readonly field: string
  /** Keys of configurations: of podcast settings first, then of the whole site. */
  readonly names: readonly string[]
  readonly fits: (value: string) => boolean
}

/**
 * Where generators of sites keep what a show is: Hugo (`baseURL`, `languageCode`, `params`), Zola (`base_url`, `extra`), Jekyll (`url`,
 * `lang`), Eleventy and Astro (`_data`, `site`), Gatsby (`siteMetadata`), Pelican (`SITENAME`), Nikola (`BLOG_TITLE`), MkDocs (`site_name`),
 * and the settings of podcast themes and plugins.
 */
export const factRows: readonly FactRow[] = [
  {
    field: 'title',
    names: [
      'podcast_title',
      'podcast.title',
      'podcast.name',
      'feed.title',
      'site.title',
      'title',
      'name',
      'site.name',
      'params.title',
      'sitemetadata.title',
      'site_title',
      'sitename',
      'site_name',
      'blog_title',
    ],
    fits: isWording,
  },
  {
    field: 'subtitle',
    names: [
      'podcast_subtitle',
      'podcast.subtitle',
      '*.itunes_subtitle',
      '*.itunes.subtitle',
      'params.subtitle',
      'subtitle',
      'tagline',
      'site.subtitle',
      'sitesubtitle',
      'sitemetadata.subtitle',
    ],
    fits: isWording,
  },
  {
    field: 'description',
    names: [
      'podcast_description',
      'podcast.description',
      'podcast.summary',
      '*.itunes_summary',
      '*.itunes.summary',
      'description',
      'site.description',
      'params.description',
      'summary',
      'podcast_description.text',
      'subtitle',
      'tagline',
      'sitemetadata.description',
      'site_description',
      'blog_description',
      'sitesubtitle',
    ],
    fits: isWording,
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
      'sitemetadata.siteurl',
      'sitemetadata.url',
    ],
    fits: (value) => isSiteAddress(value) && !isCodeHost(value),
  },
  {
    field: 'language',
    names: [
      'podcast_language',
      'podcast.language',
      '*.feed.language',
      'language',
      'languagecode',
      'lang',
      'locale',
      'site.language',
      'defaultcontentlanguage',
      'sitemetadata.language',
      'sitemetadata.lang',
      'default_lang',
      'default_language',
      'i18n.default_locale',
    ],
    fits: isLanguage,
  },
  {
    field: 'author',
    names: [
      'podcast_author',
      'podcast.author',
      '*.itunes_author',
      '*.itunes.author',
      'author.name',
      'author',
      'site.author',
      'params.author.name',
      'params.author',
      '*.author.name',
      'sitemetadata.author.name',
      'sitemetadata.author',
      'blog_author',
      'site_author',
      'extra.author',
    ],
    fits: isWording,
  },
  {
    field: 'owner_name',
    names: [
      'podcast_owner_name',
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
    fits: isWording,
  },
  {
    field: 'email',
    names: [
      'podcast_owner_email',
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
      'sitemetadata.email',
      'sitemetadata.author.email',
      'blog_email',
      'author_email',
    ],
    fits: isMail,
  },
  {
    field: 'copyright',
    names: ['podcast_copyright', 'podcast.copyright', '*.feed.copyright', 'copyright', 'params.copyright'],
    fits: isWording,
  },
  {
    field: 'explicit',
    names: [
      'podcast_explicit',
      'podcast.explicit',
      '*.itunes_explicit',
      '*.itunes.explicit',
      '*.feed.explicit',
      'explicit',
      'params.explicit',
    ],
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
      'podcast.image_path',
      'podcast.image_url',
      'podcast.cover_image',
      'podcast.cover_art',
      'podcast.logo',
      'cover',
      'artwork',
      '*.rss.artwork',
      'podcast_image',
      'logo',
      'image',
      'extra.cover',
      'params.cover',
      'sitemetadata.image',
    ],
    fits: isPictureName,
  },
  {field: 'timezone', names: ['timezone', 'time_zone', 'params.timezone'], fits: isZone},
]
