import type {Channel, FeedItem} from '../../model/feed.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {type Html, html, trustedHtml} from '../../text/html.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {chapterList, peopleList} from './episode-aside.ts'
import {mediaSection} from './episode-media.ts'
import {dateLabel, durationLabel} from './labels.ts'
import {pageEnd, pageStart} from './page.ts'
import {type PagePlace, pageLink, pageRoot} from './page-links.ts'
import {episodeData} from './structured-data.ts'
import {transcriptSections} from './transcript-section.ts'

/** The page of an episode, in pieces. Complete without scripts; `assets/player.js` adds seeking. */
export function episodePage(channel: Channel, episode: RenderedEpisode): readonly string[] {
  const {item} = episode
  const {words} = wordsFor(channel.language)
  const place = {url: item.url, siteUrl: channel.siteUrl}
  const aside = [chapterList(item, words), peopleList(item.people, words)]
  const hasAside = aside.some((each) => each !== undefined)
  return [
    episodeStart(channel, item, place),
    html`<header class="bar"><a href="${pageRoot(place)}">${cover(channel, place)}<span>${channel.title}</span></a></header>
<main id="content" class="episode">
<article>
${heading(channel, item, words)}
${mediaSection(episode, place, words)}`.html,
    `<div class="${hasAside ? 'columns' : 'column'}">\n`,
    hasAside ? html`<aside>${aside}</aside>\n`.html : '',
    '<div class="text">\n',
    ...textSections(episode, place, words),
    '</div>\n</div>\n</article>\n</main>\n',
    pageEnd(channel),
  ]
}

function episodeStart(channel: Channel, item: FeedItem, place: PagePlace): string {
  const image = item.image ?? channel.image
  return pageStart(channel, {
    title: `${item.title} – ${channel.title}`,
    language: item.language ?? channel.language,
    type: 'article',
    publishedAt: item.publishedAt,
    hidden: item.blocked || channel.blocked,
    structuredData: episodeData(channel, item),
    ...place,
    ...(item.summary === '' ? {} : {description: item.summary}),
    ...(image === undefined ? {} : {image}),
    ...(item.enclosure?.kind === 'audio' ? {audioUrl: item.enclosure.url} : {}),
  })
}

function cover({image}: Channel, place: PagePlace): Html | undefined {
  if (image === undefined) return undefined
  return html`<img src="${pageLink(image.url, place)}" alt="" width="40" height="40">`
}

function heading(channel: Channel, item: FeedItem, words: Words): Html {
  const duration = item.enclosure?.facts.durationInSeconds
  const facts = [
    ...numberLabels(item, words),
    dateLabel(item.publishedAt, channel),
    ...(duration === undefined ? [] : [durationLabel(duration)]),
    ...(item.explicit ? [html`<b class="explicit">${words.explicit}</b>`] : []),
  ]
  const subtitle = item.subtitle !== undefined && html`<p class="subtitle">${item.subtitle}</p>`
  return html`<header class="title">
<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<h1>${item.title}</h1>
${subtitle}
</header>`
}

/** `Season 2`, `Episode 12`, or what else it is. */
export function numberLabels({type, season, seasonName, number}: FeedItem, words: Words): readonly Html[] {
  const labels: Html[] = []
  if (type !== 'full') labels.push(html`${words[type]}`)
  if (season !== undefined) labels.push(html`${seasonName ?? `${words.season} ${season}`}`)
  if (number !== undefined) labels.push(html`${words.episode} ${number}`)
  return labels
}

function* textSections(episode: RenderedEpisode, place: PagePlace, words: Words): Generator<string> {
  const {pageNotesHtml} = episode
  if (pageNotesHtml !== '') {
    yield html`<section class="notes" aria-labelledby="notes"><h2 id="notes">${words.notes}</h2>
${trustedHtml(pageNotesHtml)}
</section>
`.html
  }
  yield* transcriptSections(episode, place, words)
}
