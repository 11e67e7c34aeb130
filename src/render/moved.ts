import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-plan.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {Redirect} from '../model/serving.ts'
import type {Show} from '../model/show.ts'
import {oldSitePath} from '../text/site-path.ts'
import {sitePaths} from './addresses.ts'

/** The page that remains at an old address, for hosts that cannot redirect. */
export type MovedPage = {
  readonly path: string
  readonly to: AbsoluteUrl
  readonly title: string
  readonly source: string
}

/** A feed that is left at an old address of the site. */
export type LeftFeed = {readonly path: string; readonly format: FeedFormatName}

export type Moves = {
  readonly redirects: readonly Redirect[]
  readonly pages: readonly MovedPage[]
  readonly feeds: readonly LeftFeed[]
  readonly problems: readonly Problem[]
}

/** Where addresses that a show once had lead to now. Of what is not published there is nothing in it. */
export function renderMoves(show: Show, channel: Channel, items: readonly FeedItem[]): Moves {
  const feeds = leftFeeds(show)
  const episodes = items.map((item) => episodeMoves(show, item))
  return {
    redirects: [...feedRedirects(show, channel, feeds), ...episodes.flatMap(({redirects}) => redirects)],
    pages: episodes.flatMap(({pages}) => pages),
    feeds,
    problems: episodes.flatMap(({problems}) => problems),
  }
}

/** Old feeds on this site. The name is all there is to tell the format by; subscribers of podcasts have RSS. */
function leftFeeds({siteUrl, oldFeedUrls, feeds}: Show): readonly LeftFeed[] {
  const taken = new Set(feeds.flatMap(({paths}) => Object.values(paths)))
  const {paths = {}} = feeds[0] ?? {}
  const found = oldFeedUrls.flatMap((url): readonly LeftFeed[] => {
    const path = oldSitePath(siteUrl, url)
    if (path === undefined || taken.has(path)) return []
    const format = path.endsWith('.json') ? 'json' : /atom/i.test(path) ? 'atom' : 'rss'
    // An address like `feed/` is a folder: what hosts serve for it is its index.
    return [{path: path.replace(/\/$/, '/index.xml'), format: paths[format] === undefined ? 'rss' : format}]
  })
  return [...new Map(found.map((feed) => [feed.path, feed])).values()]
}

function feedRedirects(show: Show, {feedUrls}: Channel, left: readonly LeftFeed[]): readonly Redirect[] {
  const onSite = left.flatMap(({path, format}): readonly Redirect[] => {
    const to = feedUrls[format]
    return to === undefined ? [] : [{from: path.replace(/\/index\.xml$/, ''), covers: 'page', to}]
  })
  const own = show.feeds[0]?.paths.rss
  if (show.newFeedUrl === undefined || own === undefined || show.newFeedUrl === feedUrls.rss) return onSite
  return [...onSite, {from: own, covers: 'file', to: show.newFeedUrl}]
}

function episodeMoves(show: Show, item: FeedItem): Omit<Moves, 'feeds'> {
  const moves = item.aliases.map((alias) => aliasMoves(show, item, alias))
  return {
    redirects: moves.flatMap(({redirects}) => redirects),
    pages: moves.flatMap(({pages}) => pages),
    problems: moves.flatMap(({problems}) => problems),
  }
}

function aliasMoves(show: Show, item: FeedItem, alias: string): Omit<Moves, 'feeds'> {
  const path = oldSitePath(show.siteUrl, alias)
    ?.replace(/(?:^|\/)index\.html?$/i, '')
    .replace(/\/$/, '')
  if (path === undefined || path === '') {
    const message = `The old address ${alias} is none that a file of ${show.siteUrl} can have, so nothing can be left there`
    const hint = 'Write a path below the site: aliases: [/2019/first-light/]. On other sites, redirect there'
    return {
      redirects: [],
      pages: [],
      problems: [problem('alias-unusable', {file: item.source.file, line: 1}, message, hint)],
    }
  }
  const ending = /\.[a-z0-9]{1,5}$/i.exec(path)?.[0].toLowerCase()
  const isPage = ending === undefined || ending === '.html' || ending === '.htm'
  // An old media file leads to the new one: an app that plays from it expects sound, not a page.
  const to = isPage ? item.url : (item.enclosure?.url ?? item.url)
  const oldSlug = slugOf(path)
  const redirects: readonly Redirect[] =
    oldSlug === undefined
      ? [{from: path, covers: ending === undefined ? 'page' : 'file', to}]
      : [{from: path, covers: 'folder', to: item.url}, ...mediaMoves(show, item, oldSlug)]
  const pagePath = ending === undefined ? `${path}/index.html` : path
  const pages = isPage ? [{path: pagePath, to: item.url, title: item.title, source: item.source.file}] : []
  return {redirects, pages, problems: []}
}

/** The slug of an episode whose page was at `path`, where that is an address that we give to episodes. */
function slugOf(path: string): string | undefined {
  const slug = path.split('/')[1]
  return slug !== undefined && path === sitePaths.episode(slug).replace(/\/$/, '') ? slug : undefined
}

/** Slugs that an episode had, by the old addresses that its author gives. */
export function oldSlugs(siteUrl: string, aliases: readonly string[]): readonly string[] {
  return aliases.flatMap((alias) => slugOf(oldSitePath(siteUrl, alias)?.replace(/\/(?:index\.html)?$/, '') ?? '') ?? [])
}

/** Media are named by the slug, so they moved with it. */
function mediaMoves({siteUrl}: Show, {slug, enclosure, alternates, otherMedia}: FeedItem, oldSlug: string) {
  const start = `${siteUrl}${sitePaths.media(slug, '', '')}`
  const local = [...(enclosure === undefined ? [] : [enclosure]), ...alternates, ...otherMedia]
  const urls = new Set(local.map(({url}) => url).filter((url) => url.startsWith(start)))
  return [...urls].map((to): Redirect => {
    return {from: sitePaths.media(oldSlug, '', to.slice(start.length)), covers: 'file', to}
  })
}
