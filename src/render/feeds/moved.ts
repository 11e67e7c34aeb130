import {feedKinds} from '../../file-kinds/feed-kinds.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Channel, FeedItem} from '../../model/feed.ts'
import type {FeedFormatName} from '../../model/feed-settings.ts'
import type {Place, Problem} from '../../model/problem.ts'
import {type Redirect, redirectsEverywhere} from '../../model/serving.ts'
import type {Show} from '../../model/show.ts'
import {sitePaths} from '../../model/site-paths.ts'
import {oldSitePath} from '../../text/addresses/site-path.ts'
import {problem} from './feed-problems.ts'

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
  /** Old addresses of episodes that lead on, on every host of the show. */
  readonly left: readonly {readonly slug: string; readonly path: string}[]
  readonly problems: readonly Problem[]
}

/** Where the old addresses of a show lead to now. It tells nothing of episodes that are not published. */
export function renderMoves(show: Show, channel: Channel, items: readonly FeedItem[]): Moves {
  const feeds = leftFeeds(show)
  const moved = items.filter(({aliases}) => aliases.length > 0)
  const taken = moved.length === 0 ? new Map() : takenPaths(show, items, feeds)
  const episodes = moved.map((item) => episodeMoves(show, item, taken))
  return {
    redirects: [...feedRedirects(show, channel, feeds), ...episodes.flatMap(({redirects}) => redirects)],
    pages: episodes.flatMap(({pages}) => pages),
    feeds,
    left: episodes.flatMap(({left}) => left),
    problems: episodes.flatMap(({problems}) => problems),
  }
}

/** What stands at each address: the page of an episode, something else of the show, or an old address that an episode claims. */
type Taken = Map<string, {readonly file: string; readonly isOld?: true}>

function takenPaths({siteUrl, feeds, file}: Show, items: readonly FeedItem[], left: readonly LeftFeed[]): Taken {
  const taken: Taken = new Map()
  for (const {paths} of feeds) for (const path of Object.values(paths)) taken.set(pathKey(path), {file})
  for (const {path} of left) taken.set(pathKey(path), {file})
  for (const {url, source} of items) taken.set(pathKey(oldSitePath(siteUrl, url) ?? ''), {file: source.file})
  return taken
}

/** Some disks keep only one of two names that differ in upper and lower case alone. */
function pathKey(path: string): string {
  return withoutIndex(path).toLowerCase()
}

function withoutIndex(path: string): string {
  return path.replace(/(?:^|\/)index\.(?:html?|xml)$/i, '').replace(/\/$/, '')
}

/** Old feeds on this site. Only the name tells the format. If the name does not tell it, it is RSS, because podcast apps read RSS. */
function leftFeeds({siteUrl, oldFeedUrls, feeds}: Show): readonly LeftFeed[] {
  const taken = new Set(feeds.flatMap(({paths}) => Object.values(paths)))
  const {paths = {}} = feeds[0] ?? {}
  const found = oldFeedUrls.flatMap((url): readonly LeftFeed[] => {
    const path = oldSitePath(siteUrl, url)
    if (path === undefined || taken.has(path)) return []
    const format = formatNamed(path)
    // An address like `feed/` is a folder: what hosts serve for it is its index.
    return [{path: path.replace(/\/$/, '/index.xml'), format: paths[format] === undefined ? 'rss' : format}]
  })
  return [...new Map(found.map((feed) => [feed.path, feed])).values()]
}

function formatNamed(path: string): FeedFormatName {
  return feedKinds.findLast(({named}) => named?.test(path))?.name ?? 'rss'
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

function episodeMoves(show: Show, item: FeedItem, taken: Taken): Omit<Moves, 'feeds'> {
  const moves = item.aliases.map((alias) => aliasMoves(show, item, alias, taken))
  return {
    redirects: moves.flatMap(({redirects}) => redirects),
    pages: moves.flatMap(({pages}) => pages),
    left: moves.flatMap(({left}) => left),
    problems: moves.flatMap(({problems}) => problems),
  }
}

function aliasMoves(show: Show, item: FeedItem, alias: string, taken: Taken): Omit<Moves, 'feeds'> {
  const written = oldSitePath(show.siteUrl, alias)
  const path = written === undefined ? undefined : withoutIndex(written)
  if (path === undefined || path === '') {
    const message = `No file of ${show.siteUrl} can have the old address ${alias}, so nothing can be left there`
    const hint = 'Write a path below the site: aliases: [/2019/first-light/]. On other sites, redirect there'
    return {
      redirects: [],
      pages: [],
      left: [],
      problems: [problem('alias-unusable', placeOf(item), message, hint)],
    }
  }
  const owner = taken.get(pathKey(path))
  if (owner !== undefined) return {redirects: [], pages: [], left: [], problems: aliasTaken(item, alias, owner)}
  taken.set(pathKey(path), {file: item.source.file, isOld: true})
  const ending = /\.[a-z0-9]{1,5}$/i.exec(path)?.[0].toLowerCase()
  const isPage = ending === undefined || ending === '.html' || ending === '.htm'
  // An old media file leads to the new one: an app that plays from it expects sound, not a page.
  const to = isPage ? item.url : (item.enclosure?.url ?? item.url)
  const oldSlug = slugOf(path)
  // If the files of a slug stay where they are, only the page has moved.
  const redirects: readonly Redirect[] =
    oldSlug === undefined || oldSlug === item.filesAt
      ? [{from: path, covers: ending === undefined ? 'page' : 'file', to}]
      : [{from: path, covers: 'folder', to: item.url}, ...mediaMoves(show, item, oldSlug)]
  const pagePath = ending === undefined ? `${path}/index.html` : path
  const pages = isPage ? [{path: pagePath, to: item.url, title: item.title, source: item.source.file}] : []
  const leadsOn = isPage || redirectsEverywhere(show.hosting)
  return {redirects, pages, left: leadsOn ? [{slug: item.slug, path: pagePath}] : [], problems: []}
}

function placeOf({source, aliasesPlace}: FeedItem): Place {
  return {file: source.file, ...(aliasesPlace ?? {line: 1})}
}

/** An episode may claim its own address: that is no problem. */
function aliasTaken(item: FeedItem, alias: string, {file, isOld}: {readonly file: string; readonly isOld?: true}) {
  if (file === item.source.file) return []
  const what = isOld ? `${file} claims it as well, and comes first` : `what is published from ${file} is there`
  const message = `The old address ${alias} does not lead to this episode: ${what}`
  const hint = `Remove ${alias} from \`aliases\` here, or there`
  return [problem('alias-duplicate', placeOf(item), message, hint)]
}

/** The slug of an episode whose page was at `path`, if that is an address that we give to episodes. */
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
