import type {FooterData} from '../../data/template-types.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {licenseKey} from '../../tags/podcast/podcast-rights.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {formatLinks, separated} from '../feed-links.ts'
import {pageLink} from '../page-links.ts'
import {part, ready} from './part.ts'
import type {MadePage} from './template-data.ts'

/** Below the content of every page: where to find the feeds, the author's links, and who made it. */
export function siteFooter(channel: SiteChannel, page: MadePage): Iterable<string> {
  const data = () => ({html: {feeds: ready(feedLinks(channel)), rights: ready(rights(channel))}})
  return part<FooterData>({channel, page, name: 'footer', data}, () => {
    const footer = html`<footer class="foot">
<nav aria-label="Feeds">${feedLinks(channel)}</nav>
${ownLinks(channel, page)}<p>${rights(channel)}</p>
</footer>
`
    return [footer.html]
  })
}

function feedLinks({feedUrls}: SiteChannel): Html {
  const links = formatLinks(feedUrls).map(({address, label}) => html`<a href="${address}">${label}</a>`)
  return html`${separated(links, ' ')}`
}

function ownLinks({theme}: SiteChannel, page: MadePage): Html | undefined {
  if (theme === undefined || theme.footer.length === 0) return undefined
  const links = theme.footer.map(({text, url}) => html`<a href="${pageLink(url, page)}">${text}</a>`)
  return html`<p class="links">${separated(links, ' ')}</p>\n`
}

function rights(channel: SiteChannel): Html {
  const {name, url} = licenseKey.of(channel) ?? {}
  const license =
    name !== undefined && (url === undefined ? html` · ${name}` : html` · <a href="${url}" rel="license">${name}</a>`)
  return html`${channel.copyright ?? channel.author}${license}`
}
