import {episodeData} from '../data/episode-data.ts'
import {podloveEpisode} from '../data/podlove-data.ts'
import {showData} from '../data/show-data.ts'
import type {Channel} from '../model/feed.ts'
import type {OutputFile} from '../model/output.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {ListedShow, RenderedShow} from '../model/rendered-show.ts'
import {
  allEpisodesPath,
  episodeListPath,
  notFoundPath,
  searchFolder,
  showDataPath,
  sitemapPath,
  sitePaths,
} from '../model/site-paths.ts'
import type {SiteChannel} from '../model/templates.ts'
import {searchFiles} from '../search/shards.ts'
import {embedPage, isEmbeddable, oembedData} from './episode/embed-page.ts'
import {episodePage} from './episode/episode-page.ts'
import {timedWordsOf, wordTimes} from './episode/word-times.ts'
import {allEpisodesPage} from './lists/all-episodes.ts'
import {episodeList} from './lists/episode-list.ts'
import {groupPages} from './lists/group-pages.ts'
import {indexPages} from './lists/index-page.ts'
import type {Page} from './page-file.ts'
import {notFoundPage, sitemap} from './site-files.ts'
import {ownEpisodes} from './topics.ts'

export type {Page} from './page-file.ts'

type PageKind = {
  readonly name: string
  /** What it is, for docs/outputs.md. */
  readonly title: string
  /** Its path for the slug of an episode, for docs/outputs.md. */
  readonly example: (slug: string) => string
  /** The type of its files, but for those that say another. `text/html` where absent. */
  readonly mimeType?: string
  /** For other generators: written only with `data: true`, and with `pages: false` as well. */
  readonly isData?: true
  /** For pages of other sites: written only with `embed: true`. */
  readonly isEmbed?: true
}

/** Pages that each episode has of its own, made when its texts are at hand. */
export type EpisodePageKind = PageKind & {
  readonly pages: (channel: SiteChannel, episode: RenderedEpisode) => Iterable<Page>
}

/** Pages of the show as a whole. They are made when all episodes are known, from what feeds say of them. */
export type ShowPageKind = PageKind & {
  readonly rank: OutputFile['rank']
  readonly pages: (show: ListedShow & Pick<RenderedShow, 'words'>) => Iterable<Page>
  /** Whether its pages hold words of the episodes. Other kinds do not get them. */
  readonly hasWords?: true
}

function episodePath(slug: string): string {
  return `${sitePaths.episode(slug)}index.html`
}

function jsonPieces(data: object): readonly string[] {
  return [`${JSON.stringify(data)}\n`]
}

/** Those of `kinds` that a show wants. */
export function wantedKinds<K extends PageKind>(channel: Channel, kinds: readonly K[]): readonly K[] {
  const {leavesOutPages, hasData, hasEmbed} = channel
  return kinds.filter(({isData, isEmbed}) => {
    if (isData === true) return hasData === true
    return leavesOutPages !== true && (isEmbed !== true || hasEmbed === true)
  })
}

export const episodePageKinds: readonly EpisodePageKind[] = [
  {
    name: 'episode',
    title: 'The page of an episode',
    example: episodePath,
    pages: (channel, episode) => [{path: episodePath(episode.item.slug), pieces: episodePage(channel, episode)}],
  },
  {
    name: 'word-times',
    title: 'When each word of the transcript is heard, if a machine has said that; the player asks for it',
    example: sitePaths.wordTimes,
    mimeType: 'application/json',
    pages: (_channel, episode) => {
      const timed = timedWordsOf(episode)
      return timed === undefined
        ? []
        : [{path: sitePaths.wordTimes(episode.item.slug), pieces: jsonPieces(wordTimes(timed))}]
    },
  },
  {
    name: 'episode-data',
    title: 'Everything of an episode, for other generators (`data: true`)',
    example: sitePaths.data,
    mimeType: 'application/json',
    isData: true,
    pages: (channel, episode) => [
      {path: sitePaths.data(episode.item.slug), pieces: jsonPieces(episodeData(channel, episode))},
    ],
  },
  {
    name: 'embed',
    title: 'The player alone, for frames of other sites (`embed: true`)',
    example: (slug) => `${sitePaths.embed(slug)}index.html`,
    isEmbed: true,
    pages: (channel, episode) =>
      isEmbeddable(episode.item)
        ? [{path: `${sitePaths.embed(episode.item.slug)}index.html`, pieces: embedPage(channel, episode)}]
        : [],
  },
  {
    name: 'oembed',
    title: 'What tells other sites of that player (oEmbed, `embed: true`)',
    example: sitePaths.oembed,
    mimeType: 'application/json',
    isEmbed: true,
    pages: (channel, {item}) =>
      isEmbeddable(item) ? [{path: sitePaths.oembed(item.slug), pieces: jsonPieces(oembedData(channel, item))}] : [],
  },
  {
    name: 'podlove',
    title: 'The episode as the Podlove web player reads it (`embed: true`)',
    example: sitePaths.podlove,
    mimeType: 'application/json',
    isEmbed: true,
    pages: (channel, episode) =>
      isEmbeddable(episode.item)
        ? [{path: sitePaths.podlove(episode.item.slug), pieces: jsonPieces(podloveEpisode(channel, episode))}]
        : [],
  },
]

export const showPageKinds: readonly ShowPageKind[] = [
  {
    name: 'index',
    title: 'The page of the show',
    example: () => 'index.html',
    // What it links to must be there before it is.
    rank: 'feed',
    pages: indexPages,
  },
  {
    name: 'all-episodes',
    title: 'All episodes, a line each',
    example: () => `${allEpisodesPath}index.html`,
    rank: 'referred',
    pages: (show) => [{path: `${allEpisodesPath}index.html`, pieces: allEpisodesPage(show)}],
  },
  {
    name: 'groups',
    title: 'Pages of seasons, of people and of topics with three episodes or more, and a page with all topics',
    example: () => 'topics/index.html',
    rank: 'referred',
    pages: groupPages,
  },
  {
    name: 'list',
    title: 'A list of all episodes: from it, pages link to the episode before and the one after',
    mimeType: 'application/json',
    example: () => episodeListPath,
    rank: 'referred',
    pages: (show) => [{path: episodeListPath, pieces: episodeList(show)}],
  },
  {
    name: 'search',
    title: 'What the search of the pages asks for: the words of all episodes, by season or year',
    example: () => `${searchFolder}2026/0.txt`,
    mimeType: 'text/plain',
    rank: 'referred',
    hasWords: true,
    pages: ({channel, items, words}) => {
      const own = words === undefined ? [] : ownEpisodes(channel.siteUrl, items)
      return searchFiles(
        channel,
        own.map((item) => ({item, words: () => words?.(item.slug) ?? ''})),
      )
    },
  },
  {
    name: 'show-data',
    title: 'The show and the list of its episodes, for other generators (`data: true`)',
    example: () => showDataPath,
    mimeType: 'application/json',
    isData: true,
    rank: 'referred',
    pages: ({channel, items}) => {
      const own = ownEpisodes(channel.siteUrl, items)
      return [{path: showDataPath, pieces: jsonPieces(showData({channel, items: own}))}]
    },
  },
  {
    name: 'not-found',
    title: 'The page that hosts show if there is nothing at an address',
    example: () => notFoundPath,
    rank: 'referred',
    pages: (show) => [{path: notFoundPath, pieces: notFoundPage(show)}],
  },
  {
    name: 'sitemap',
    title: 'The pages that search engines may show; if the site is at the root of its host, robots.txt as well',
    mimeType: 'application/xml',
    example: () => sitemapPath,
    rank: 'referred',
    pages: sitemap,
  },
]
