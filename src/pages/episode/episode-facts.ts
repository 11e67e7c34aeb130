import type {Channel, FeedItem} from '../../model/feed.ts'
import {soundbitesKey} from '../../tags/podcast/podcast-episode.ts'
import {locationKey} from '../../tags/podcast/podcast-location.ts'
import {fundingKey, licenseKey} from '../../tags/podcast/podcast-rights.ts'
import {discussionKey} from '../../tags/podcast/podcast-social.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {formatDuration} from '../../text/time/durations.ts'
import type {Words} from '../../words/words.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {topicAddress} from '../topics.ts'
import {section} from './episode-aside.ts'
import {seekAddress} from './episode-media.ts'

/** The parts that stand for the episode, each to hear. */
export function highlights(item: FeedItem, words: Words): Html | undefined {
  const rows = (soundbitesKey.of(item) ?? []).flatMap(({start, title}) => {
    const address = seekAddress(item, start)
    const label = html`<span class="time">${formatDuration(start)}</span> <span dir="auto">${title ?? item.title}</span>`
    return address === undefined ? [] : [html`<li><a href="${address}">${label}</a></li>\n`]
  })
  return rows.length === 0 ? undefined : section('highlights', words.highlights, html`<ol>\n${rows}</ol>`)
}

/** What its author says about the episode beside the notes: topics, location, licence, and where it is discussed. */
export function factsList(item: FeedItem, base: LinkBase, words: Words): Html | undefined {
  const locations = (locationKey.of(item) ?? []).map(({name, osm}) =>
    osm === undefined ? html`<bdi>${name}</bdi>` : html`<a href="${mapAddress(osm)}"><bdi>${name}</bdi></a>`,
  )
  const rights = licenseKey.of(item)
  const posts = (discussionKey.of(item) ?? []).flatMap(({uri, protocol}) =>
    uri === undefined || protocol === 'disabled' ? [] : [html`<a href="${uri}">${hostOf(uri)}</a>`],
  )
  const rows: readonly (readonly [string, readonly Html[]])[] = [
    [words.topics, item.tags.map((tag) => topicOf(tag, base))],
    [words.place, locations],
    [words.discuss, posts],
    [
      words.license,
      rights === undefined
        ? []
        : [
            rights.url === undefined
              ? html`${rights.name}`
              : html`<a href="${rights.url}" rel="license">${rights.name}</a>`,
          ],
    ],
  ]
  const filled = rows.filter(([, values]) => values.length > 0)
  if (filled.length === 0) return undefined
  const list = filled.map(
    ([label, values]) => html`<div><dt>${label}</dt>${values.map((each) => html`<dd>${each}</dd>`)}</div>\n`,
  )
  return section('about', words.about, html`<dl>\n${list}</dl>`)
}

/**
 * A topic has a page if it has three episodes or more, which one episode cannot know. So the link leads to the page of all
 * topics, which has an anchor for each.
 */
function topicOf(tag: string, base: LinkBase): Html {
  return html`<a href="${pageLink(topicAddress(tag, base.siteUrl), base)}"><bdi>${tag}</bdi></a>`
}

function mapAddress(osm: string): string {
  const kinds: Readonly<Record<string, string>> = {N: 'node', W: 'way', R: 'relation'}
  return `https://www.openstreetmap.org/${kinds[osm[0] ?? ''] ?? 'node'}/${osm.slice(1)}`
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** Where listeners can give something, in the author's words: the links of the episode, else those of the show. */
export function supportLinks(holder: Pick<FeedItem | Channel, 'tagValues'>): readonly Html[] {
  return (fundingKey.of(holder) ?? []).map(({url, text}) => html`<a class="support" href="${url}">${text}</a>`)
}
