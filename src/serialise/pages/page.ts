import type {Channel, ImageLink} from '../../model/feed.ts'
import {type Html, html, trustedHtml} from '../../text/html.ts'
import {wordsFor} from '../../words/words.ts'
import {formatLinks, separated} from './feed-links.ts'
import {type PagePlace, pageLink, pageRoot} from './page-links.ts'

export type PageHead = PagePlace & {
  readonly title: string
  readonly description?: string
  readonly language: string
  readonly image?: ImageLink
  readonly type: 'article' | 'website'
  readonly publishedAt?: Date
  readonly audioUrl?: string
  /** Kept out of search engines: the show or the episode is blocked from directories. */
  readonly hidden: boolean
  /** schema.org, for search engines. */
  readonly structuredData: object
}

/**
 * Nothing runs but our own script, nothing is framed, nothing is sent anywhere. Pictures and media may come from wherever the
 * author keeps them.
 */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http: data:; media-src 'self' https: http:; " +
  "base-uri 'none'; form-action 'none'"

/** A page up to its content: all that is above `<main>`. */
export function pageStart(channel: Channel, head: PageHead): string {
  const {lang, words} = wordsFor(channel.language)
  const root = pageRoot(head)
  return html`<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title}</title>
${head.description !== undefined && html`<meta name="description" content="${head.description}">\n`}${head.hidden && trustedHtml('<meta name="robots" content="noindex">\n')}<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${head.url}">
<link rel="icon" href="${channel.image === undefined ? 'data:,' : pageLink(channel.image.url, head)}">
<link rel="stylesheet" href="${root}assets/castwright.css">
<script src="${root}assets/player.js" defer></script>
${feedLinks(channel)}${openGraph(channel, head)}<script type="application/ld+json">${structuredData(head.structuredData)}</script>
</head>
<body>
<a class="skip" href="#content" lang="${lang}">${words.skip}</a>
`.html
}

/** The end of every page: where to find the feeds, and whose work it is. */
export function pageEnd(channel: Channel): string {
  const links = formatLinks(channel.feedUrls).map(({address, label}) => html`<a href="${address}">${label}</a>`)
  return html`<footer class="foot">
<nav aria-label="Feeds">${separated(links, ' ')}</nav>
<p>${channel.copyright ?? channel.author}</p>
</footer>
</body>
</html>
`.html
}

/** The first alternate is the one that apps take for the main feed. */
function feedLinks({publicFeeds}: Channel): readonly Html[] {
  return publicFeeds.flatMap(({title, urls}) =>
    formatLinks(urls).map(({address, type, label}) => {
      const suffix = label === 'RSS' ? '' : ` (${label})`
      return html`<link rel="alternate" type="${type}" title="${title}${suffix}" href="${address}">\n`
    }),
  )
}

/** https://ogp.me, and the one tag that X and Mastodon need beside it. */
function openGraph(channel: Channel, {title, description, url, type, image, publishedAt, audioUrl}: PageHead): Html {
  const properties: readonly (readonly [name: string, value: string | undefined])[] = [
    ['og:type', type],
    ['og:site_name', channel.title],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', image?.url],
    ['og:audio', audioUrl],
    ['article:published_time', publishedAt?.toISOString()],
  ]
  const tags = properties.map(
    ([name, value]) => value !== undefined && html`<meta property="${name}" content="${value}">\n`,
  )
  return html`${tags}<meta name="twitter:card" content="summary">\n`
}

/** JSON within a script element: `</script>` in a title would end it. */
function structuredData(data: object): Html {
  return trustedHtml(JSON.stringify(data).replaceAll('<', '\\u003c'))
}
