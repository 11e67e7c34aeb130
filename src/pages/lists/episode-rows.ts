import type {Channel, FeedItem} from '../../model/feed.ts'
import {type Html, html, trustedHtml} from '../../text/markup/html.ts'
import type {Words} from '../../words/words.ts'
import {numberLabels} from '../episode/episode-page.ts'
import {dateLabel, durationLabel} from '../labels.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {pictureOf} from '../picture.ts'

/** Episodes as a list of links, in pieces, an episode each. `heading` is the rank of their titles. */
export function* episodeRows(
  channel: Channel,
  items: readonly FeedItem[],
  base: LinkBase,
  words: Words,
  heading: 'h2' | 'h3' = 'h3',
): Generator<string> {
  if (items.length === 0) return
  yield '<ol>\n'
  for (const item of items) yield episodeRow(channel, item, base, words, trustedHtml(heading)).html
  yield '</ol>\n'
}

export function factsOf(channel: Channel, item: FeedItem, words: Words): Html {
  const duration = item.enclosure?.facts.durationInSeconds
  const facts = [
    ...numberLabels(item, words),
    dateLabel(item.publishedAt, channel),
    ...(duration === undefined ? [] : [durationLabel(duration, words)]),
  ]
  return html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
}

function episodeRow(channel: Channel, item: FeedItem, base: LinkBase, words: Words, heading: Html): Html {
  const {image} = item
  const picture =
    image?.url !== channel.image?.url && pictureOf(image, base, {class: 'thumb', widthInPixels: 72, isLazy: true})
  return html`<li>
${factsOf(channel, item, words)}
<${heading} class="name" dir="auto">${picture}<a href="${pageLink(item.url, base)}">${item.title}</a></${heading}>
${item.summary !== '' && html`<p dir="auto">${item.summary}</p>\n`}</li>
`
}
