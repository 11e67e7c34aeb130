import {appLinks} from '../../model/app-links.ts'
import type {Channel, FeedItem, FeedLink} from '../../model/feed.ts'
import type {RenderedShow} from '../../model/rendered-show.ts'
import {listFolders, siteAddress} from '../../model/site-paths.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {peopleList} from '../episode/episode-aside.ts'
import {supportLinks} from '../episode/episode-facts.ts'
import {mediaSection} from '../episode/episode-media.ts'
import {showBar, titleSize} from '../episode/episode-page.ts'
import {formatLinks, separated} from '../feed-links.ts'
import {pageEnd, pageStart} from '../page.ts'
import type {Page} from '../page-file.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {pictureOf} from '../picture.ts'
import {searchButton} from '../search-button.ts'
import {seriesStructuredData} from '../structured-data.ts'
import {episodeRows, factsOf} from './episode-rows.ts'
import {groupLinks} from './group-links.ts'

type PublishedShow = Pick<RenderedShow, 'channel' | 'items'>

/** A page of more is slow on a phone, and nobody reads so far down. */
const episodesOfPage = 50

/** The page of the show, and those with its older episodes. */
export function* indexPages(show: PublishedShow): Generator<Page> {
  const count = Math.max(1, Math.ceil(show.items.length / episodesOfPage))
  for (let number = 1; number <= count; number += 1)
    yield {path: pathOf(number), pieces: number === 1 ? indexPage(show) : olderPage(show, number, count)}
}

function pathOf(number: number): string {
  return number === 1 ? 'index.html' : `${listFolders.older}${number}/index.html`
}

/** What it is, how to follow, the episode to begin with, and the newest episodes. In pieces, an episode each. */
export function* indexPage({channel, items}: PublishedShow): Generator<string> {
  const {words} = wordsFor(channel.language)
  const base = {url: channel.siteUrl, siteUrl: channel.siteUrl}
  const first = firstToHear(channel, items)
  yield pageStart(channel, {
    ...base,
    title: channel.title,
    description: channel.subtitle ?? channel.description,
    language: channel.language,
    type: 'website',
    hidden: channel.blocked,
    structuredData: seriesStructuredData(channel),
    mediaUrls: first?.enclosure === undefined ? [] : [first.enclosure.url],
    ...(channel.image === undefined ? {} : {image: channel.image}),
  })
  yield html`<main id="content" class="show">
${showHeader(channel, base, words)}
${first !== undefined && featured(channel, first, base, words)}${peopleList(channel.people, base, words)}<section class="episodes" aria-labelledby="episodes">
<div class="list-head"><h2 id="episodes">${words.episodes}</h2>${searchButton(base, words)}</div>
`.html
  if (items.length === 0) yield html`<p>${words.noEpisodes}</p>\n`.html
  yield* episodeRows(channel, items.slice(0, episodesOfPage), base, words)
  const count = Math.ceil(items.length / episodesOfPage)
  yield html`${pager(1, count, base, words)}</section>
${groupLinks(channel, items, base, words)}</main>
`.html
  yield pageEnd(channel)
}

function* olderPage({channel, items}: PublishedShow, number: number, count: number): Generator<string> {
  const {words} = wordsFor(channel.language)
  const base = {url: siteAddress(channel.siteUrl, `${listFolders.older}${number}/`), siteUrl: channel.siteUrl}
  yield pageStart(channel, {
    ...base,
    title: `${words.episodes} ${number}/${count} – ${channel.title}`,
    language: channel.language,
    type: 'website',
    hidden: channel.blocked,
    ...(channel.image === undefined ? {} : {image: channel.image}),
  })
  yield html`${showBar(channel, base)}
<main id="content" class="show">
<section class="episodes" aria-labelledby="episodes"><h1 id="episodes" class="long">${words.episodes} <small>${number}/${count}</small></h1>
`.html
  const from = (number - 1) * episodesOfPage
  yield* episodeRows(channel, items.slice(from, from + episodesOfPage), base, words, 'h2')
  yield html`${pager(number, count, base, words)}</section>\n</main>\n`.html
  yield pageEnd(channel)
}

function pager(number: number, count: number, base: LinkBase, words: Words): Html | undefined {
  if (count < 2) return undefined
  const link = (to: number, label: string, rel: string) => {
    const address = to === 1 ? `${base.siteUrl}#episodes` : siteAddress(base.siteUrl, `${listFolders.older}${to}/`)
    return html`<a class="${rel}" rel="${rel}" href="${pageLink(address, base)}">${label}</a>`
  }
  return html`<nav class="pager" aria-label="${words.allEpisodes}">${number > 1 && link(number - 1, words.newer, 'prev')}<span>${number} / ${count}</span>${number < count && link(number + 1, words.older, 'next')}</nav>
`
}

/** Of a serial the story begins with its first episode, of any other show the newest is what people come for. */
function firstToHear({type}: Channel, items: readonly FeedItem[]): FeedItem | undefined {
  const heard = items.filter(({enclosure, hostedVideo}) => enclosure !== undefined || hostedVideo !== undefined)
  const full = heard.filter((item) => item.type === 'full')
  return type === 'serial' ? (full.at(-1) ?? heard.at(-1)) : (full[0] ?? heard[0])
}

/** One episode to hear at once. */
function featured(channel: Channel, item: FeedItem, base: LinkBase, words: Words): Html {
  const label = channel.type === 'serial' ? words.firstOne : words.newest
  return html`<section class="featured" aria-labelledby="featured"><h2 id="featured">${label}</h2>
<h3 dir="auto"><a href="${pageLink(item.url, base)}">${item.title}</a></h3>
${factsOf(channel, item, words)}
${mediaSection({item}, base, words, channel)}</section>
`
}

function showHeader(channel: Channel, base: LinkBase, words: Words): Html {
  const {title, subtitle, description, author, image, publicFeeds} = channel
  const [main, ...others] = publicFeeds
  const sizes = '(min-width: 58rem) 17rem, 5.4rem'
  const cover = pictureOf(image, base, {class: 'cover', widthInPixels: 272, sizes})
  const support = supportLinks(channel)
  return html`<header class="hero">
${cover}
<div class="names">
<h1 dir="auto" class="${titleSize(title)}">${title}</h1>
<p class="author"><bdi>${author}</bdi></p>
</div>
<div class="about-show">
${subtitle !== undefined && html`<p class="subtitle">${subtitle}</p>`}
${description.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>\n`)}${support.length > 0 && html`<p class="supports">${support}</p>\n`}
${main !== undefined && followSection(main, others, channel, words)}</div>
</header>`
}

function followSection(main: FeedLink, others: readonly FeedLink[], channel: Channel, words: Words): Html {
  return html`<section class="subscribe" aria-labelledby="subscribe"><h2 id="subscribe">${words.subscribe}</h2>
${followButtons(channel, main)}<details><summary>${words.subscribeHow}</summary>
${mainFeed(main, words)}
${others.map(otherFeed)}</details>
</section>
`
}

/** A button for each app: the show's page in its directory, else an address that opens the app with the feed. */
function followButtons({appLinks: given}: Channel, {urls}: FeedLink): Html | undefined {
  const buttons = appLinks.flatMap(({name, title, opensFeed}) => {
    const page = given.get(name)
    const address = page ?? (urls.rss === undefined ? undefined : opensFeed?.(urls.rss))
    return address === undefined || address === 'none' ? [] : [html`<li><a href="${address}">${title}</a></li>\n`]
  })
  return buttons.length === 0 ? undefined : html`<ul class="apps">\n${buttons}</ul>\n`
}

function mainFeed({urls}: FeedLink, words: Words): Html {
  const links = formatLinks(urls)
  const readers = links.map(({address, label}) => html`<a href="${address}">${label}</a>`)
  return html`<p><code class="address">${links[0]?.address}</code></p>
<p class="readers">${words.feedReader} ${separated(readers, ' · ')}</p>`
}

function otherFeed({title, urls}: FeedLink): Html {
  const links = formatLinks(urls).map(({address, label}) => html`<a href="${address}">${label}</a>`)
  return html`<p class="readers">${title}: ${separated(links, ' · ')}</p>\n`
}
