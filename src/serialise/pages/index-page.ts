import type {Channel, Feed, FeedItem} from '../../model/feed.ts'
import {type Html, html} from '../../text/html.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {numberLabels} from './episode-page.ts'
import {dateLabel, durationLabel} from './labels.ts'
import {pageEnd, pageStart} from './page.ts'
import {type PagePlace, pageLink} from './page-links.ts'
import {seriesData} from './structured-data.ts'

/** The page of the show: what it is, how to subscribe, and every episode, newest first. In pieces, an episode each. */
export function* indexPage({channel, items}: Feed): Generator<string> {
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
  const {title, subtitle, description, author, image, feedUrls} = channel
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
<p><code class="address">${feedUrls.rss}</code></p>
<p class="readers">${words.feedReader} <a href="${feedUrls.rss}">RSS</a> · <a href="${feedUrls.atom}">Atom</a> · <a href="${feedUrls.json}">JSON Feed</a></p>
</section>
</div>
</header>`
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
