import type {TemplatePage} from '../data/template-types.ts'
import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel, FeedLink, ImageLink} from '../model/feed.ts'
import {coverColoursPath, themeStylePath} from '../model/site-paths.ts'
import type {SiteChannel} from '../model/templates.ts'
import {type Html, html, trustedHtml} from '../text/markup/html.ts'
import {directionOf} from '../words/direction.ts'
import {wordsFor} from '../words/words.ts'
import {formatLinks} from './feed-links.ts'
import {isOwn, type LinkBase, pageLink, pageRoot} from './page-links.ts'
import {contentSecurityPolicy} from './page-policy.ts'
import {siteFooter} from './parts/footer.ts'
import {siteHeader} from './parts/header.ts'
import {resizedAddress} from './picture.ts'
import type {Translations} from './translation-links.ts'

export type PageHead = LinkBase & {
  readonly kind: TemplatePage['kind']
  /** The page that this one is a form of. */
  readonly canonical?: AbsoluteUrl
  /** Made for frames of other sites. */
  readonly isFramed?: true
  /** Tells other sites how to put the episode into pages of theirs. */
  readonly oembedUrl?: AbsoluteUrl
  /** Of the page itself; that of the show is added to it. */
  readonly title: string
  readonly description?: string
  readonly language: string
  readonly image?: ImageLink
  /** What other sites show of the page. */
  readonly card?: ImageLink
  readonly type: 'article' | 'website'
  readonly publishedAt?: Date
  readonly audioUrl?: string
  /** Kept out of search engines: the show or the episode is blocked from directories. */
  readonly hidden: boolean
  /** schema.org, for search engines. */
  readonly structuredData?: object
  readonly hasTranscript?: boolean
  /** What the page is in other languages. */
  readonly translations?: Translations
  /** The hosts of what plays on the page. Besides its own host, the page asks only these, and only once somebody presses play. */
  readonly mediaUrls?: readonly string[]
}

/** A page in pieces: `main` with all that stands around it. */
export function* wholePage(channel: SiteChannel, head: PageHead, main: Iterable<string>): Generator<string> {
  yield pageStart(channel, head)
  yield* siteHeader(channel, head)
  yield* main
  yield* siteFooter(channel, head)
  yield '</body>\n</html>\n'
}

/** A page of nothing but `main`. */
export function* barePage(channel: SiteChannel, head: PageHead, main: Iterable<string>): Generator<string> {
  yield pageStart(channel, head)
  yield* main
  yield '</body>\n</html>\n'
}

function pageStart(channel: Channel, head: PageHead): string {
  const {lang, words} = wordsFor(channel.language)
  const {theme} = channel
  const root = pageRoot(head)
  return html`<!doctype html>
<html lang="${head.language}" dir="${directionOf(head.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({theme, ...head})}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fullTitle(channel, head)}</title>
${head.description !== undefined && html`<meta name="description" content="${head.description}">\n`}${head.hidden && trustedHtml('<meta name="robots" content="noindex">\n')}<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${head.canonical ?? head.url}">
${alternates(head)}${icons(channel, head)}<link rel="stylesheet" href="${root}assets/castwright.css">
${channel.hasCoverColours === true && html`<link rel="stylesheet" href="${root}${coverColoursPath}">\n`}${theme?.hasStyle === true && html`<link rel="stylesheet" href="${root}${themeStylePath}">\n`}<script src="${root}assets/player.js" defer></script>
${head.isFramed !== true && html`<script src="${root}assets/search.js" defer></script>\n`}${head.hasTranscript === true && html`<script src="${root}assets/transcript.js" defer></script>\n`}${head.isAnywhere !== true && head.isFramed !== true && feedLinks(channel)}${oembedLink(head)}${head.isFramed !== true && openGraph(channel, head)}${
  head.structuredData !== undefined &&
  html`<script type="application/ld+json">${structuredData(head.structuredData)}</script>
`
}${theme?.headHtml !== undefined && trustedHtml(`${theme.headHtml}\n`)}</head>
<body${head.isFramed === true && trustedHtml(' class="framed"')}>
<a class="skip" href="#content" lang="${lang}" dir="${directionOf(lang)}">${words.skip}</a>
`.html
}

/** A page names itself as well. */
function alternates({translations, language, url}: PageHead): readonly Html[] {
  if (translations === undefined || translations.size === 0) return []
  return [...new Map([[language, url], ...translations])].map(
    ([tag, address]) => html`<link rel="alternate" hreflang="${tag}" href="${address}">\n`,
  )
}

function icons({image}: Channel, base: LinkBase): Html {
  if (image === undefined || !isOwn(image.url, base)) return html`<link rel="icon" href="data:,">\n`
  const link = (leastWidth: number) => pageLink(resizedAddress(image, base, leastWidth), base)
  const touch = image.widths !== undefined && html`<link rel="apple-touch-icon" href="${link(180)}">\n`
  return html`<link rel="icon" href="${link(64)}">\n${touch}`
}

/** The title of the window. Every page but that of the show says which show it belongs to. */
function fullTitle(channel: Channel, {kind, title}: PageHead): string {
  return kind === 'show' ? title : `${title} – ${channel.title}`
}

/** The same on all pages of a site: a network has thousands, and links the feeds of hundreds of shows. */
const feedLinksOf = new WeakMap<Channel['publicFeeds'], Html>()

/** The first alternate is the one that apps take for the main feed. */
function feedLinks({publicFeeds}: Channel): Html {
  const made = feedLinksOf.get(publicFeeds) ?? html`${publicFeeds.flatMap(linksToFeed)}`
  feedLinksOf.set(publicFeeds, made)
  return made
}

function linksToFeed({title, urls}: FeedLink): readonly Html[] {
  return formatLinks(urls).map(({address, type, label}) => {
    const suffix = label === 'RSS' ? '' : ` (${label})`
    return html`<link rel="alternate" type="${type}" title="${title}${suffix}" href="${address}">\n`
  })
}

function oembedLink({oembedUrl, title}: PageHead): Html | undefined {
  return oembedUrl && html`<link rel="alternate" type="application/json+oembed" title="${title}" href="${oembedUrl}">\n`
}

/** https://ogp.me, and the one tag that X and Mastodon need beside it. */
function openGraph(channel: Channel, head: PageHead): Html {
  const {description, url, type, image, publishedAt, audioUrl, card = channel.card} = head
  const {widthInPixels, heightInPixels} = card?.facts ?? {}
  const properties: readonly (readonly [name: string, value: string | undefined])[] = [
    ['og:type', type],
    ['og:site_name', channel.title],
    ['og:title', fullTitle(channel, head)],
    ['og:description', description],
    ['og:url', url],
    ['og:image', card?.url ?? (image && resizedAddress(image, head, 1200))],
    ['og:image:width', widthInPixels?.toString()],
    ['og:image:height', heightInPixels?.toString()],
    ['og:image:alt', card && fullTitle(channel, head)],
    ['og:audio', audioUrl],
    ['article:published_time', publishedAt?.toISOString()],
  ]
  const tags = properties.map(
    ([name, value]) => value !== undefined && html`<meta property="${name}" content="${value}">\n`,
  )
  return html`${tags}<meta name="twitter:card" content="${card === undefined ? 'summary' : 'summary_large_image'}">\n`
}

/** JSON within a script element: `</script>` in a title would end it. */
function structuredData(data: object): Html {
  return trustedHtml(JSON.stringify(data).replaceAll('<', '\\u003c'))
}
