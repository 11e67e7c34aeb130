import type {EpisodePageData} from '../../data/template-types.ts'
import type {Channel, FeedItem, ListedItem} from '../../model/feed.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {allEpisodesPath, episodeListPath, siteAddress, sitePaths} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {type Html, html, trustedHtml} from '../../text/markup/html.ts'
import {numbered, type Words, wordsFor} from '../../words/words.ts'
import {dateLabel, durationLabel} from '../labels.ts'
import {type PageHead, wholePage} from '../page.ts'
import {type LinkBase, pageRoot} from '../page-links.ts'
import {part, ready} from '../parts/part.ts'
import {episodeOf} from '../parts/template-data.ts'
import {pictureOf} from '../picture.ts'
import {episodeStructuredData} from '../structured-data.ts'
import {translationLinks} from '../translation-links.ts'
import {isEmbeddable} from './embed-page.ts'
import {chapterList, peopleList} from './episode-aside.ts'
import {factsList, highlights, supportLinks} from './episode-facts.ts'
import {mediaSection} from './episode-media.ts'
import {pageNotes} from './page-notes.ts'
import {transcriptSections} from './transcript-section.ts'

/** The page of an episode, in pieces. Complete without scripts; `assets/player.js` adds seeking. */
export function episodePage(channel: SiteChannel, episode: RenderedEpisode): readonly string[] {
  const {item} = episode
  const {words} = wordsFor(channel.language)
  const head = episodeHead(channel, episode)
  const data = () => ({
    title_size: titleSize(item.title),
    episode: episodeOf(channel, item, head),
    html: readyParts(channel, episode, head, words),
  })
  const main = part<EpisodePageData>({channel, page: head, name: 'episode', data}, () =>
    episodeMain(channel, episode, head, words),
  )
  // This runs at once, because what the files of an episode share is kept for a moment only.
  return [...wholePage(channel, head, main)]
}

function episodeMain(channel: Channel, episode: RenderedEpisode, base: LinkBase, words: Words): readonly string[] {
  const {item} = episode
  const aside = [
    chapterList(item, words),
    highlights(item, words),
    peopleList(item.people, base, words),
    factsList(item, base, words),
  ]
  const hasAside = aside.some((each) => each !== undefined)
  return [
    html`<main id="content" class="episode">
<article>
${heading(channel, item, base, words)}
${mediaSection(episode, base, words, channel, support(channel, item))}`.html,
    `<div class="${hasAside ? 'columns' : 'column'}">\n`,
    hasAside ? html`<aside>${aside}</aside>\n`.html : '',
    '<div class="text">\n',
    notesSection(episode, base, words),
    ...transcriptSections(episode, base, words, channel),
    '</div>\n</div>\n</article>\n',
    neighbourLinks(item, base, words).html,
    '</main>\n',
  ]
}

function readyParts(channel: Channel, episode: RenderedEpisode, base: LinkBase, words: Words): EpisodePageData['html'] {
  const {item} = episode
  const transcripts = transcriptSections(episode, base, words, channel)
  return {
    picture: ready(ownPicture(channel, item, base)),
    facts: ready(headingFacts(channel, item, words)),
    media: ready(mediaSection(episode, base, words, channel, support(channel, item))),
    chapters: ready(chapterList(item, words)),
    highlights: ready(highlights(item, words)),
    people: ready(peopleList(item.people, base, words)),
    about: ready(factsList(item, base, words)),
    notes: ready(notesSection(episode, base, words)),
    transcripts: ready([...transcripts].join('')),
    neighbours: ready(neighbourLinks(item, base, words)),
  }
}

function episodeHead(channel: Channel, {item, card, transcripts}: RenderedEpisode): PageHead {
  const image = item.image ?? channel.image
  return {
    kind: 'episode',
    ...(channel.hasEmbed === true && isEmbeddable(item)
      ? {oembedUrl: siteAddress(channel.siteUrl, sitePaths.oembed(item.slug))}
      : {}),
    url: item.url,
    siteUrl: channel.siteUrl,
    title: item.title,
    language: item.language ?? channel.language,
    type: 'article',
    publishedAt: item.publishedAt,
    hidden: item.blocked || channel.blocked,
    hasTranscript: transcripts.length > 0,
    structuredData: episodeStructuredData(channel, item),
    mediaUrls: [item.enclosure, ...item.alternates, ...item.otherMedia].flatMap((each) =>
      each === undefined ? [] : [each.url],
    ),
    ...(item.translations === undefined ? {} : {translations: item.translations}),
    ...(item.summary === '' ? {} : {description: item.summary}),
    ...(image === undefined ? {} : {image}),
    ...(card === undefined ? {} : {card}),
    ...(item.enclosure?.kind === 'audio' ? {audioUrl: item.enclosure.url} : {}),
  }
}

function support(channel: Channel, item: FeedItem): Html | undefined {
  const own = supportLinks(item)
  const links = own.length > 0 ? own : supportLinks(channel)
  return links.length === 0 ? undefined : html`<p class="supports">${links}</p>\n`
}

/**
 * Links to the episode before and the one after. They change with every new episode, and the page must not. So the script asks
 * the list.
 */
function neighbourLinks(item: FeedItem, base: LinkBase, words: Words): Html {
  const root = pageRoot(base)
  return html`<nav class="neighbours" aria-label="${words.episodes}" data-list="${root}${episodeListPath}" data-root="${root}" data-path="${item.url.slice(base.siteUrl.length)}" data-previous="${words.previous}" data-next="${words.next}"><a href="${root}${allEpisodesPath}#e-${item.slug}">${words.allEpisodes}</a></nav>
`
}

/** A long title in large letters fills a phone. */
export function titleSize(title: string): 'short' | 'long' | 'very-long' {
  const {length} = [...title]
  return length <= 40 ? 'short' : length <= 90 ? 'long' : 'very-long'
}

/** The picture of the episode; that of the show stands in the bar already. */
function ownPicture(channel: Channel, {image}: FeedItem, base: LinkBase): Html | undefined {
  if (image?.url === channel.image?.url) return undefined
  const sizes = '(min-width: 58rem) 9rem, 5.5rem'
  return pictureOf(image, base, {class: 'picture', widthInPixels: 144, sizes})
}

function headingFacts(channel: Channel, item: FeedItem, words: Words): Html {
  const duration = item.enclosure?.facts.durationInSeconds
  const facts = [
    ...numberLabels(item, words),
    dateLabel(item.publishedAt, channel),
    ...(duration === undefined ? [] : [durationLabel(duration, words)]),
    ...(item.explicit ? [html`<b class="explicit">${words.explicit}</b>`] : []),
  ]
  return html`<ul class="facts">${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}</ul>`
}

function heading(channel: Channel, item: FeedItem, base: LinkBase, words: Words): Html {
  const subtitle = item.subtitle !== undefined && html`<p class="subtitle" dir="auto">${item.subtitle}</p>`
  const text = html`${headingFacts(channel, item, words)}
<h1 dir="auto" class="${titleSize(item.title)}">${item.title}</h1>
${subtitle}${translationLinks(item.translations)}`
  const picture = ownPicture(channel, item, base)
  return picture === undefined
    ? html`<header class="title">\n${text}\n</header>`
    : html`<header class="title pictured">\n${picture}\n<div>\n${text}\n</div>\n</header>`
}

/** `Season 2`, `Episode 12`, or what else it is. */
export function numberLabels({type, season, seasonName, number, shortCode}: ListedItem, words: Words): readonly Html[] {
  const labels: Html[] = []
  if (type !== 'full') labels.push(html`${words[type]}`)
  if (season !== undefined) labels.push(html`${seasonName ?? numbered(words.season, season)}`)
  if (shortCode !== undefined) labels.push(html`${shortCode}`)
  else if (number !== undefined) labels.push(html`${numbered(words.episode, number)}`)
  return labels
}

function notesSection(episode: RenderedEpisode, base: LinkBase, words: Words): string {
  const notes = pageNotes(episode.pageNotesHtml, episode.item, base, words, episode.notesPictures)
  if (notes.trim() === '') return ''
  return html`<section class="notes" aria-labelledby="notes"><h2 id="notes">${words.notes}</h2>
${trustedHtml(notes)}
</section>
`.html
}
