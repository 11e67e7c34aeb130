import type {EpisodeRowData} from '../../data/template-types.ts'
import type {Channel, ListedItem} from '../../model/feed.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {type Html, html, trustedHtml} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {numberLabels} from '../episode/episode-page.ts'
import {dateLabel, durationLabel} from '../labels.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {part, ready} from '../parts/part.ts'
import {episodeOf, type MadePage} from '../parts/template-data.ts'
import {pictureOf} from '../picture.ts'
import {showOfItem} from '../show-of-item.ts'

/** Episodes as a list of links, in pieces, an episode each. `heading` is the rank of their titles. */
export function* episodeRows(
  channel: SiteChannel,
  items: readonly ListedItem[],
  page: MadePage,
  words: Words,
  heading: 'h2' | 'h3' = 'h3',
): Generator<string> {
  if (items.length === 0) return
  yield '<ol>\n'
  for (const item of items) yield* episodeRow(channel, item, page, words, heading)
  yield '</ol>\n'
}

export function factsOf(channel: Channel, item: ListedItem, words: Words): Html {
  const duration = item.enclosure?.facts.durationInSeconds
  const show = showOfItem(channel, item)
  const facts = [
    ...(show === undefined ? [] : [html`${show.title}`]),
    ...numberLabels(item, words),
    dateLabel(item.publishedAt, channel),
    ...(duration === undefined ? [] : [durationLabel(duration, words)]),
  ]
  return html`<ul class="facts">${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}</ul>`
}

function* episodeRow(
  channel: SiteChannel,
  item: ListedItem,
  page: MadePage,
  words: Words,
  heading: 'h2' | 'h3',
): Generator<string> {
  const facts = () => factsOf(channel, item, words)
  const data = () => ({
    episode: episodeOf(channel, item, page),
    heading,
    html: {facts: ready(facts()), picture: ready(thumbnail(channel, item, page))},
  })
  yield* part<EpisodeRowData>({channel, page, name: 'episode-row', data}, () => {
    const name = trustedHtml(heading)
    const row = html`<li>
${facts()}
<${name} class="name" dir="auto">${thumbnail(channel, item, page)}<a href="${pageLink(item.url, page)}">${item.title}</a></${name}>
${item.summary !== '' && html`<p dir="auto">${item.summary}</p>\n`}</li>
`
    return [row.html]
  })
}

/** The picture of an episode, if it has one of its own. */
export function thumbnail(channel: Channel, item: ListedItem, base: LinkBase): Html | undefined {
  if (item.image === undefined || item.image.url === channel.image?.url) return undefined
  const {siteUrl = base.siteUrl} = showOfItem(channel, item) ?? {}
  return pictureOf(item.image, base, {class: 'thumb', widthInPixels: 72, isLazy: true, siteUrl})
}
