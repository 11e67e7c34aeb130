import type {HeaderData} from '../../data/template-types.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {pageLink, pageRoot} from '../page-links.ts'
import {pictureOf} from '../picture.ts'
import {searchButton} from '../search-button.ts'
import {part, ready} from './part.ts'
import type {MadePage} from './template-data.ts'

/**
 * Above the content of every page: which show it belongs to, the way back, and the links of the author. The page of the show says
 * itself which show it is.
 */
export function siteHeader(channel: SiteChannel, page: MadePage): Iterable<string> {
  const {words} = wordsFor(channel.language)
  const cover = () => pictureOf(channel.image, page, {widthInPixels: 40})
  const data = () => ({
    html: {
      cover: ready(cover()),
      navigation: ready(navigation(channel, page, words)),
      subscribe: ready(subscribe(channel, page, words)),
      search: ready(search(page, words)),
    },
  })
  return part<HeaderData>({channel, page, name: 'header', data}, () => {
    const {theme} = channel
    const isPlain = theme === undefined || (theme.logo === undefined && theme.navigation.length === 0)
    if (page.kind === 'show' && isPlain) return []
    const home = theme?.logo === undefined ? html`${cover()}<bdi>${channel.title}</bdi>` : logo(channel, page)
    const header = html`<header class="bar"><a href="${pageRoot(page) || './'}">${home}</a>${navigation(channel, page, words)}${subscribe(channel, page, words)}${search(page, words)}</header>\n`
    return [header.html]
  })
}

function logo({theme, title}: SiteChannel, page: MadePage): Html | undefined {
  if (theme?.logo === undefined) return undefined
  const {url, widthInPixels, heightInPixels} = theme.logo
  return html`<img class="logo" src="${pageLink(url, page)}" alt="${title}" width="${widthInPixels}" height="${heightInPixels}">`
}

function navigation({theme}: SiteChannel, page: MadePage, {menu}: Words): Html | undefined {
  if (theme === undefined || theme.navigation.length === 0) return undefined
  const links = theme.navigation.map(({text, url}) => {
    const current = url === page.url && html` aria-current="page"`
    return html`<a href="${pageLink(url, page)}"${current}>${text}</a>`
  })
  return html`<nav class="around" aria-label="${menu}">${links}</nav>`
}

/** Whoever comes by a link to an episode finds the way to all of them. The page of the show says it itself. */
function subscribe({publicFeeds}: SiteChannel, page: MadePage, words: Words): Html | undefined {
  if (page.kind === 'show' || publicFeeds.length === 0) return undefined
  return html`<a class="follow" href="${pageRoot(page)}#subscribe">${words.subscribe}</a>`
}

/** On the page of the show it stands above the list of episodes. */
function search(page: MadePage, words: Words): Html | undefined {
  return page.kind === 'show' ? undefined : searchButton(page, words)
}
