import type {OlderPageData, ShowPageData} from '../../data/template-types.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {appLinks} from '../../model/app-links.ts'
import type {Channel, FeedLink, ListedItem} from '../../model/feed.ts'
import type {ListedShow} from '../../model/rendered-show.ts'
import {listFolders, siteAddress} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {qrOutline} from '../../text/markup/qr-code.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {peopleList} from '../episode/episode-aside.ts'
import {supportLinks} from '../episode/episode-facts.ts'
import {mediaSection} from '../episode/episode-media.ts'
import {titleSize} from '../episode/episode-page.ts'
import {formatLinks, separated} from '../feed-links.ts'
import {type PageHead, wholePage} from '../page.ts'
import type {Page} from '../page-file.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {part, ready} from '../parts/part.ts'
import {episodeOf, type MadePage, paragraphsOf} from '../parts/template-data.ts'
import {pictureOf} from '../picture.ts'
import {searchButton} from '../search-button.ts'
import {seriesStructuredData} from '../structured-data.ts'
import {translationLinks} from '../translation-links.ts'
import {episodeRows, factsOf, thumbnail} from './episode-rows.ts'
import {groupLinks} from './group-links.ts'
import {networkShows} from './network-shows.ts'

/** More episodes on one page are slow on a phone, and nobody reads so far down. */
const episodesOfPage = 50

/** The page of the show, and those with its older episodes. */
export function* indexPages(show: ListedShow): Generator<Page> {
  const count = Math.max(1, pageCount(show.items))
  for (let number = 1; number <= count; number += 1)
    yield {path: pathOf(number), pieces: number === 1 ? indexPage(show) : olderPage(show, number, count)}
}

function pathOf(number: number): string {
  return number === 1 ? 'index.html' : `${listFolders.older}${number}/index.html`
}

/** What it is, how to follow, the episode to begin with, and the newest episodes. In pieces, an episode each. */
export function indexPage({channel, items}: ListedShow): Iterable<string> {
  const first = firstToHear(channel, items)
  const head = {
    ...headOf(channel, channel.siteUrl),
    kind: 'show',
    title: channel.title,
    description: channel.subtitle ?? channel.description,
    structuredData: seriesStructuredData(channel),
    mediaUrls: first?.enclosure === undefined ? [] : [first.enclosure.url],
    ...(channel.translations === undefined ? {} : {translations: channel.translations}),
  } as const
  const page = {channel, items, first, base: head, words: wordsFor(channel.language).words}
  const data = () => ({
    title_size: titleSize(channel.title),
    episodes: items.slice(0, episodesOfPage).map((item) => episodeOf(channel, item, head)),
    html: readyParts(page),
  })
  return wholePage(
    channel,
    head,
    part<ShowPageData>({channel, page: head, name: 'show', data}, () => indexMain(page)),
  )
}

/** What the head of every list says. */
function headOf(channel: Channel, url: AbsoluteUrl): Omit<PageHead, 'kind' | 'title'> {
  const {siteUrl, language, blocked, image} = channel
  return {url, siteUrl, language, type: 'website', hidden: blocked, ...(image === undefined ? {} : {image})}
}

type IndexParts = {
  readonly channel: SiteChannel
  readonly items: readonly ListedItem[]
  readonly first: ListedItem | undefined
  readonly base: MadePage
  readonly words: Words
}

function* indexMain({channel, items, first, base, words}: IndexParts): Generator<string> {
  yield html`<main id="content" class="show">
${showHeader(channel, base, words)}
${networkShows(channel, base, words)}${first !== undefined && featured(channel, first, base, words)}${peopleList(channel.people, base, words)}`
    .html
  yield* episodeSection({channel, items, first, base, words})
  yield html`${groupLinks(channel, items, base, words)}</main>\n`.html
}

/** The newest episodes but for the one that stands above them. */
function* episodeSection({channel, items, first, base, words}: IndexParts): Generator<string> {
  const listed = listedBelow(items, first)
  if (listed.length === 0 && first !== undefined) return
  yield html`<section class="episodes" aria-labelledby="episodes">
<div class="list-head"><h2 id="episodes">${words.episodes}</h2>${listed.length > 0 && searchButton(base, words)}</div>
`.html
  if (listed.length === 0) yield html`<p>${words.noEpisodes}</p>\n`.html
  yield* episodeRows(channel, listed, base, words)
  yield html`${pager(1, pageCount(items), base, words)}</section>\n`.html
}

function listedBelow(items: readonly ListedItem[], first: ListedItem | undefined): readonly ListedItem[] {
  return items.slice(0, episodesOfPage).filter((item) => item !== first)
}

function pageCount(items: readonly ListedItem[]): number {
  return Math.ceil(items.length / episodesOfPage)
}

function readyParts({channel, items, first, base, words}: IndexParts): ShowPageData['html'] {
  const listed = listedBelow(items, first)
  return {
    cover: ready(showCover(channel, base)),
    support: ready(showSupport(channel)),
    follow: ready(follow(channel, words)),
    shows: ready(networkShows(channel, base, words)),
    featured: ready(first !== undefined && featured(channel, first, base, words)),
    people: ready(peopleList(channel.people, base, words)),
    search: ready(listed.length > 0 && searchButton(base, words)),
    episodes: ready([...episodeRows(channel, listed, base, words)].join('')),
    pager: ready(pager(1, pageCount(items), base, words)),
    groups: ready(groupLinks(channel, items, base, words)),
  }
}

function olderPage({channel, items}: ListedShow, number: number, count: number): Iterable<string> {
  const {words} = wordsFor(channel.language)
  const head = {
    ...headOf(channel, siteAddress(channel.siteUrl, `${listFolders.older}${number}/`)),
    kind: 'older',
    title: `${words.episodes} ${number}/${count}`,
  } as const
  const from = (number - 1) * episodesOfPage
  const rows = () => episodeRows(channel, items.slice(from, from + episodesOfPage), head, words, 'h2')
  const pages = () => pager(number, count, head, words)
  const data = () => ({number, count, html: {episodes: ready([...rows()].join('')), pager: ready(pages())}})
  const main = part<OlderPageData>({channel, page: head, name: 'older', data}, function* () {
    yield html`<main id="content" class="show">
<section class="episodes" aria-labelledby="episodes"><h1 id="episodes" class="long">${words.episodes} <small>${number}/${count}</small></h1>
`.html
    yield* rows()
    yield html`${pages()}</section>\n</main>\n`.html
  })
  return wholePage(channel, head, main)
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

/** A serial begins with its first episode. For any other show, people come for the newest. */
function firstToHear({type}: Channel, items: readonly ListedItem[]): ListedItem | undefined {
  const heard = items.filter(({enclosure, hostedVideo}) => enclosure !== undefined || hostedVideo !== undefined)
  const full = heard.filter((item) => item.type === 'full')
  return type === 'serial' ? (full.at(-1) ?? heard.at(-1)) : (full[0] ?? heard[0])
}

/** One episode to hear at once. */
function featured(channel: Channel, item: ListedItem, base: LinkBase, words: Words): Html {
  const label = channel.type === 'serial' ? words.firstOne : words.newest
  return html`<section class="featured" aria-labelledby="featured"><h2 id="featured">${label}</h2>
<h3 dir="auto">${thumbnail(channel, item, base)}<a href="${pageLink(item.url, base)}">${item.title}</a></h3>
${factsOf(channel, item, words)}
${item.summary !== '' && html`<p class="summary" dir="auto">${item.summary}</p>\n`}${mediaSection({item}, base, words, channel)}</section>
`
}

function showHeader(channel: Channel, base: LinkBase, words: Words): Html {
  const {title, subtitle, description, author} = channel
  return html`<header class="hero">
${showCover(channel, base)}
<div class="names">
<h1 dir="auto" class="${titleSize(title)}">${title}</h1>
<p class="author"><bdi>${author}</bdi></p>
</div>
<div class="about-show">
${subtitle !== undefined && html`<p class="subtitle" dir="auto">${subtitle}</p>`}
${paragraphsOf(description).map((paragraph) => html`<p dir="auto">${paragraph}</p>\n`)}${showSupport(channel)}${translationLinks(channel.translations)}
${follow(channel, words)}</div>
</header>`
}

function showCover({image}: Channel, base: LinkBase): Html | undefined {
  const sizes = '(min-width: 58rem) 17rem, 5.4rem'
  return pictureOf(image, base, {class: 'cover', widthInPixels: 272, sizes})
}

function showSupport(channel: Channel): Html | undefined {
  const links = supportLinks(channel)
  return links.length === 0 ? undefined : html`<p class="supports">${links}</p>\n`
}

function follow(channel: Channel, words: Words): Html | undefined {
  const [main, ...others] = channel.publicFeeds
  return main && followSection(main, others, channel, words)
}

function followSection(main: FeedLink, others: readonly FeedLink[], channel: Channel, words: Words): Html {
  return html`<section class="subscribe" aria-labelledby="subscribe"><h2 id="subscribe">${words.subscribe}</h2>
${followButtons(channel, main)}<details><summary>${words.subscribeHow}</summary>
${mainFeed(main, words)}
${others.map(otherFeed)}</details>
${scanCode(main, words)}</section>
`
}

/** From a desk to the phone beside it. Dark on white whatever the page is: not every camera reads the other way round. */
function scanCode({urls}: FeedLink, {scan}: Words): Html | undefined {
  const [link] = formatLinks(urls)
  if (link === undefined) return undefined
  const {sizeInModules: size, outline} = qrOutline(link.address)
  return html`<figure class="scan"><svg role="img" aria-label="QR: ${link.address}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#1d1b18" d="${outline}"/></svg><figcaption>${scan}</figcaption></figure>
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
