import type {GroupPageData} from '../../data/template-types.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Channel, ListedItem} from '../../model/feed.ts'
import type {ListedShow} from '../../model/rendered-show.ts'
import {listFolders, siteAddress} from '../../model/site-paths.ts'
import type {SiteChannel} from '../../model/templates.ts'
import {html} from '../../text/markup/html.ts'
import {numbered, type Words, wordsFor} from '../../words/words.ts'
import {type PageHead, wholePage} from '../page.ts'
import type {Page} from '../page-file.ts'
import {part, ready} from '../parts/part.ts'
import {type Group, leastEpisodesOfPage, ownEpisodes, personsOf, seasonsOf, topicsOf, topicsPath} from '../topics.ts'
import {episodeRows} from './episode-rows.ts'
import {topicsPage} from './topics-page.ts'

/** What episodes can have in common, with the words for it. */
export type GroupKind = 'seasons' | 'people' | 'topics'
export type NamedGroups = {readonly kind: GroupKind; readonly groups: readonly Group[]}

/** Groups that are large enough for a page. People who are in every episode get none: their page would be the page of the show. */
export function groupsWithPages(siteUrl: AbsoluteUrl, all: readonly ListedItem[]): readonly NamedGroups[] {
  const items = ownEpisodes(siteUrl, all)
  const large = (groups: readonly Group[]) => groups.filter((group) => group.items.length >= leastEpisodesOfPage)
  const seasons = seasonsOf(items)
  const people = large(personsOf(items)).filter((group) => group.items.length < items.length)
  return [
    // Where there is one season, there is nothing to choose.
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
export function* groupPages({channel, items}: ListedShow): Generator<Page> {
  const {words} = wordsFor(channel.language)
  for (const {kind, groups} of groupsWithPages(channel.siteUrl, items)) {
    for (const group of groups) {
      const path = groupPath(kind, group)
      const pieces = groupPage(channel, path, groupTitle(kind, group, words), words, group.items)
      yield {path: `${path}index.html`, pieces, items: group.items}
    }
  }
  const topics = topicsOf(ownEpisodes(channel.siteUrl, items))
  if (topics.length === 0) return
  const head = listHead(channel, topicsPath, words.topics, 'topics')
  yield {path: `${topicsPath}index.html`, pieces: topicsPage(channel, head, mainStart(words.topics), topics, words)}
}

function listHead(channel: Channel, path: string, title: string, kind: 'group' | 'topics'): PageHead {
  const {siteUrl, language, blocked, image} = channel
  const picture = image === undefined ? {} : {image}
  return {kind, title, url: siteAddress(siteUrl, path), siteUrl, language, type: 'website', hidden: blocked, ...picture}
}

function mainStart(title: string): string {
  return html`<main id="content" class="show">
<header class="title"><h1 dir="auto">${title}</h1></header>
`.html
}

function groupPage(
  channel: SiteChannel,
  path: string,
  title: string,
  words: Words,
  items: readonly ListedItem[],
): Iterable<string> {
  const head = listHead(channel, path, title, 'group')
  const rows = () => episodeRows(channel, items, head, words, 'h2')
  const data = () => ({title, html: {episodes: ready([...rows()].join(''))}})
  const main = part<GroupPageData>({channel, page: head, name: 'group', data}, function* () {
    yield mainStart(title)
    yield '<div class="episodes">\n'
    yield* rows()
    yield '</div>\n</main>\n'
  })
  return wholePage(channel, head, main)
}
