import type {Channel, NetworkShow} from '../../model/feed.ts'
import {type Html, html} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {pictureOf} from '../picture.ts'

/** More of them scroll by themselves, so that the newest episode stays near. */
const mostAtOnce = 12

/** On the page of a network: its shows, each with its cover and what it is about. */
export function networkShows({shows = []}: Channel, base: LinkBase, words: Words): Html | undefined {
  if (shows.length === 0) return undefined
  return html`<nav class="shows" aria-labelledby="shows"><h2 id="shows">${words.shows}</h2>
<ul${shows.length > mostAtOnce && html` class="many"`}>
${shows.map((show) => html`<li>${linkTo(show, base)}</li>\n`)}</ul>
</nav>
`
}

function linkTo({title, subtitle, description, siteUrl, image}: NetworkShow, base: LinkBase): Html {
  const picture = pictureOf(image, base, {widthInPixels: 72, isLazy: true, siteUrl})
  return html`<a href="${pageLink(siteUrl, base)}">${picture}<span><b dir="auto">${title}</b><span dir="auto">${subtitle ?? description}</span></span></a>`
}
