import type {TemplateData} from '../data/template-types.ts'
import type {ListedShow} from '../model/rendered-show.ts'
import {notFoundPath, robotsPath, siteAddress, sitemapPath} from '../model/site-paths.ts'
import {html} from '../text/markup/html.ts'
import {wordsFor} from '../words/words.ts'
import {groupPath, groupsWithPages} from './lists/group-pages.ts'
import {wholePage} from './page.ts'
import type {Page} from './page-file.ts'
import {part} from './parts/part.ts'
import {ownEpisodes} from './topics.ts'

/** What hosts answer if there is no page. Its links begin at the root, because it stands under every address. */
export function notFoundPage({channel}: ListedShow): Iterable<string> {
  const {words} = wordsFor(channel.language)
  const head = {
    kind: 'not-found',
    url: siteAddress(channel.siteUrl, notFoundPath),
    siteUrl: channel.siteUrl,
    isAnywhere: true,
    title: words.notFound,
    language: channel.language,
    type: 'website',
    hidden: true,
  } as const
  const main = part<TemplateData>({channel, page: head, name: 'not-found', data: () => ({})}, function* () {
    yield html`<main id="content" class="show">
<header class="title"><h1>${words.notFound}</h1>
<p class="subtitle">${words.notFoundHow}</p>
<p><a href="${new URL(channel.siteUrl).pathname}">${words.allEpisodes}</a></p></header>
</main>
`.html
  })
  return wholePage(channel, head, main)
}

/** https://www.sitemaps.org/protocol.html: what search engines may show, so nothing that is kept out of directories. */
export function* sitemap({channel, items}: ListedShow): Generator<Page> {
  if (channel.blocked) return
  yield {path: sitemapPath, pieces: sitemapPieces({channel, items})}
  // Programs look for it at the root of a host and nowhere else.
  if (new URL(channel.siteUrl).pathname === '/')
    yield {
      path: robotsPath,
      mimeType: 'text/plain',
      pieces: [`User-agent: *\nAllow: /\nSitemap: ${siteAddress(channel.siteUrl, sitemapPath)}\n`],
    }
}

function* sitemapPieces({channel, items}: ListedShow): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
  yield entry(channel.siteUrl)
  for (const url of channel.ownPages ?? []) yield entry(url)
  for (const {kind, groups} of groupsWithPages(
    channel.siteUrl,
    items.filter(({blocked}) => !blocked),
  ))
    for (const group of groups) yield entry(siteAddress(channel.siteUrl, groupPath(kind, group)))
  for (const {url, blocked, updatedAt} of ownEpisodes(channel.siteUrl, items)) if (!blocked) yield entry(url, updatedAt)
  yield '</urlset>\n'
}

function entry(address: string, changedAt?: Date): string {
  const changed = changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
  return `<url><loc>${html`${address}`.html}</loc>${changed}</url>\n`
}
