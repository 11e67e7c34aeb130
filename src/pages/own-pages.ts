import type {OwnPageData} from '../data/template-types.ts'
import type {SiteChannel} from '../model/templates.ts'
import type {OwnPage} from '../model/theme.ts'
import {html, trustedHtml} from '../text/markup/html.ts'
import {wordsFor} from '../words/words.ts'
import {type PageHead, wholePage} from './page.ts'
import type {Page} from './page-file.ts'
import {pageRoot} from './page-links.ts'
import {part, ready} from './parts/part.ts'
import {textOnPage} from './text-on-page.ts'

/** A page of the author's own. */
export function ownPage(channel: SiteChannel, {path, url, title, description, html: written, pictures}: OwnPage): Page {
  const {siteUrl, language, blocked, image} = channel
  const head: PageHead = {
    kind: 'page',
    url,
    siteUrl,
    title,
    language,
    type: 'website',
    hidden: blocked,
    ...(description === undefined ? {} : {description}),
    ...(image === undefined ? {} : {image}),
  }
  // Links are relative, as on all pages, so that a copy of the site works under any address.
  const text = textOnPage(written, head, wordsFor(language).words, pictures)
  const content = text.replaceAll(`="${siteUrl}`, `="${pageRoot(head)}`)
  const data = () => ({html: {content: ready(content)}})
  const main = part<OwnPageData>({channel, page: head, name: 'page', data}, function* () {
    yield html`<main id="content" class="own">
<article>
<header class="title"><h1 dir="auto">${title}</h1></header>
<div class="text">
${trustedHtml(content)}
</div>
</article>
</main>
`.html
  })
  return {path: `${path}index.html`, pieces: [...wholePage(channel, head, main)]}
}
