import type {Channel, FeedItem, FeedLink} from '../../model/feed.ts'
import type {RenderedShow} from '../../model/rendered-show.ts'
import {type Html, html} from '../../text/html.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {numberLabels} from './episode-page.ts'
import {formatLinks, separated} from './feed-links.ts'
import {dateLabel, durationLabel} from './labels.ts'
import {pageEnd, pageStart} from './page.ts'
import {type PagePlace, pageLink} from './page-links.ts'
import {seriesData} from './structured-data.ts'

/** The page of the show: what it is, how to subscribe, and every episode, newest first. In pieces, an episode each. */
export function* indexPage({channel, items}: Pick<RenderedShow, 'channel' | 'items'>): Generator<string> {
  const {words} = wordsFor(channel.language)
  const place = {url: channel.siteUrl, siteUrl: channel.siteUrl}
  yield pageStart(channel, {
    ...place,
    title: channel.title,
    description: channel.subtitle ?? channel.description,
    language: channel.language,
    type: 'website',
    hidden: channel.blocked,
    structuredData: seriesData(channel),
    ...(channel.image === undefined ? {} : {image: channel.image}),
  })
  yield html`<main id="content" class="show">
${showHeader(channel, place, words)}
<section class="episodes" aria-labelledby="episodes"><h2 id="episodes">${words.episodes}</h2>
`.html
  yield items.length === 0 ? html`<p>${words.noEpisodes}</p>\n`.html : '<ol>\n'
  for (const item of items) yield episodeRow(channel, item, place, words).html
  yield `${items.length === 0 ? '' : '</ol>\n'}</section>\n</main>\n`
  yield pageEnd(channel)
}

function showHeader(channel: Channel, place: PagePlace, words: Words): Html {
  const {title, subtitle, description, author, image, publicFeeds} = channel
  const [main, ...others] = publicFeeds
  const size = image?.facts
  const cover =
    image !== undefined &&
    html`<img class="cover" src="${pageLink(image.url, place)}" alt="" width="${size?.widthInPixels ?? 600}" height="${size?.heightInPixels ?? 600}">`
  return html`<header class="hero">
${cover}
<div>
<h1>${title}</h1>
<p class="author">${author}</p>
${subtitle !== undefined && html`<p class="subtitle">${subtitle}</p>`}
${description.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>\n`)}
<section class="subscribe" aria-labelledby="subscribe"><h2 id="subscribe">${words.subscribe}</h2>
<p>${words.subscribeHow}</p>
${main !== undefined && mainFeed(main, words)}
${others.map(otherFeed)}</section>
</div>
</header>`
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

function episodeRow(channel: Channel, item: FeedItem, place: PagePlace, words: Words): Html {
  const duration = item.enclosure?.facts.durationInSeconds
  const facts = [
    ...numberLabels(item, words),
    dateLabel(item.publishedAt, channel),
    ...(duration === undefined ? [] : [durationLabel(duration)]),
  ]
  return html`<li>
<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<h3><a href="${pageLink(item.url, place)}">${item.title}</a></h3>
${item.summary !== '' && html`<p>${item.summary}</p>\n`}</li>
`
}
