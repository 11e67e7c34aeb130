import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Channel, FeedItem} from '../../model/feed.ts'
import type {RenderedShow} from '../../model/rendered-show.ts'
import {listFolders, siteAddress} from '../../model/site-paths.ts'
import {type Html, html} from '../../text/markup/html.ts'
import {numbered, type Words, wordsFor} from '../../words/words.ts'
import {showBar} from '../episode/episode-page.ts'
import {pageEnd, pageStart} from '../page.ts'
import type {Page} from '../page-file.ts'
import {pageLink} from '../page-links.ts'
import {type Group, leastEpisodesOfPage, ownEpisodes, personsOf, seasonsOf, topicsOf, topicsPath} from '../topics.ts'
import {episodeRows} from './episode-rows.ts'

/** What episodes can have in common, by the word for it. */
export type GroupKind = 'seasons' | 'people' | 'topics'
export type NamedGroups = {readonly kind: GroupKind; readonly groups: readonly Group[]}

/** Groups that are large enough for a page. People who are in every episode are the show itself. */
export function groupsWithPages(siteUrl: AbsoluteUrl, all: readonly FeedItem[]): readonly NamedGroups[] {
  const items = ownEpisodes(siteUrl, all)
  const large = (groups: readonly Group[]) => groups.filter((group) => group.items.length >= leastEpisodesOfPage)
  const seasons = seasonsOf(items)
  const people = large(personsOf(items)).filter((group) => group.items.length < items.length)
  return [
    // One season is no choice.
    {kind: 'seasons', groups: seasons.length > 1 ? large(seasons) : []},
    {kind: 'people', groups: people},
    {kind: 'topics', groups: large(topicsOf(items))},
  ]
}

const folders: Readonly<Record<GroupKind, string>> = listFolders

export function groupPath(kind: GroupKind, {slug}: Pick<Group, 'slug'>): string {
  return `${folders[kind]}${slug}/`
}

export function groupTitle(kind: GroupKind, {title, items}: Group, words: Words): string {
  return kind === 'seasons' ? (items[0]?.seasonName ?? numbered(words.season, title)) : title
}

/** A page for each season, person and topic with its episodes; and one with every topic, to which episodes link. */
export function* groupPages({channel, items}: Pick<RenderedShow, 'channel' | 'items'>): Generator<Page> {
  const {words} = wordsFor(channel.language)
  for (const {kind, groups} of groupsWithPages(channel.siteUrl, items)) {
    for (const group of groups) {
      const path = groupPath(kind, group)
      const pieces = groupPage(channel, path, groupTitle(kind, group, words), words, group.items)
      yield {path: `${path}index.html`, pieces}
    }
  }
  const topics = topicsOf(ownEpisodes(channel.siteUrl, items))
  if (topics.length > 0) yield {path: `${topicsPath}index.html`, pieces: topicsPage(channel, topics, words)}
}

function start(channel: Channel, path: string, title: string): string {
  const base = {url: siteAddress(channel.siteUrl, path), siteUrl: channel.siteUrl}
  const head = {...base, language: channel.language, type: 'website', hidden: channel.blocked} as const
  const picture = channel.image === undefined ? {} : {image: channel.image}
  return `${pageStart(channel, {...head, ...picture, title: `${title} – ${channel.title}`})}${showBar(channel, base).html}
<main id="content" class="show">
<header class="title"><h1 dir="auto">${html`${title}`.html}</h1></header>
`
}

function* groupPage(
  channel: Channel,
  path: string,
  title: string,
  words: Words,
  items: readonly FeedItem[],
): Generator<string> {
  const base = {url: siteAddress(channel.siteUrl, path), siteUrl: channel.siteUrl}
  yield start(channel, path, title)
  yield '<div class="episodes">\n'
  yield* episodeRows(channel, items, base, words, 'h2')
  yield '</div>\n</main>\n'
  yield pageEnd(channel)
}

function* topicsPage(channel: Channel, topics: readonly Group[], words: Words): Generator<string> {
  const base = {url: siteAddress(channel.siteUrl, topicsPath), siteUrl: channel.siteUrl}
  yield start(channel, topicsPath, words.topics)
  for (const topic of topics) {
    const rows = topic.items.map(
      ({title, url}): Html => html`<li><a href="${pageLink(url, base)}" dir="auto">${title}</a></li>\n`,
    )
    yield html`<section class="topic"><h2 id="${topic.slug}"><bdi>${topic.title}</bdi></h2>\n<ul>\n${rows}</ul>\n</section>\n`
      .html
  }
  yield '</main>\n'
  yield pageEnd(channel)
}
