import type {Channel, FeedItem} from '../../model/feed.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {Lock, LockedEpisode, LockedFeed, LockedShow, SitePart} from '../../model/lock.ts'
import {present} from '../../model/present.ts'
import type {RenderedFeed} from '../../model/rendered-show.ts'
import type {Moves} from '../../render/render.ts'

export type DeliveredFeeds = {
  readonly settings: readonly FeedSettings[]
  /** The episodes of each feed, by the name of the feed, whoever may have the feed. */
  readonly selected: ReadonlyMap<string, readonly FeedItem[]>
  readonly rendered: readonly RenderedFeed[]
  /** All channels, for their pictures. */
  readonly channels: readonly Channel[]
  readonly items: readonly FeedItem[]
  readonly moves: Moves
  readonly siteUrl: string
  /** What another program makes of the site. */
  readonly left: readonly SitePart[]
  /** Where members have their feeds, if not below the site. */
  readonly membersUrl?: string
  /** For a feed of members. */
  readonly keyOf: (feed: string) => string | undefined
  /** For a feed of members: marks of the episodes (by their guids) that nobody else has. */
  readonly earlyOf: (feed: string, guids: readonly string[]) => readonly string[] | undefined
}

/** `lock` with what each feed delivers, and with every other address that is published. */
export function withDelivered(lock: Lock, delivered: DeliveredFeeds): Lock {
  const {settings, selected, channels, siteUrl, left} = delivered
  const published = new Set(lock.episodes.filter(({ahead}) => ahead === undefined).map(({slug}) => slug))
  // Members may have episodes whose names nobody else may learn.
  const slugsOf = (name: string) =>
    (selected.get(name) ?? []).map(({slug}) => slug).filter((slug) => published.has(slug))
  const pictures = channels.flatMap(({image, pictures: further = []}) => [...(image ? [image] : []), ...further])
  const also = onSite(pictures, siteUrl)
  const lists = {also: also.length === 0 ? undefined : also, left: left.length === 0 ? undefined : left}
  const show: LockedShow = {...lock.show, ...present(lists)}
  const earlyIn = (name: string) =>
    (selected.get(name) ?? []).filter(({slug}) => !published.has(slug)).map(({guid}) => guid)
  const feeds = settings.map((each) => lockedFeed(each, slugsOf(each.name), earlyIn(each.name), delivered))
  return {...lock, show, feeds, episodes: withFeeds(lock.episodes, slugsOf, delivered)}
}

function lockedFeed(
  feed: FeedSettings,
  slugs: readonly string[],
  earlyGuids: readonly string[],
  {moves, keyOf, earlyOf, membersUrl}: DeliveredFeeds,
): LockedFeed {
  const {name, paths, guid, query, itemGuids, itemsPerDocument, members, earlyInSeconds} = feed
  const left = name === 'main' ? moves.feeds.map(({path}) => path) : []
  return {
    name,
    paths: members === undefined ? [...Object.values(paths), ...left] : [],
    guid,
    ...(itemGuids === 'own' ? {itemGuids} : {}),
    ...(query.latest === undefined ? {} : {window: slugs}),
    ...present({media: query.media, kept: itemsPerDocument}),
    ...(members === undefined
      ? {}
      : present({key: keyOf(name), earlyInSeconds, early: earlyOf(name, earlyGuids), membersAt: membersUrl})),
  }
}

function withFeeds(
  episodes: readonly LockedEpisode[],
  slugsOf: (feed: string) => readonly string[],
  {settings, rendered, items, moves, siteUrl}: DeliveredFeeds,
): readonly LockedEpisode[] {
  // Those of a network are in the locks of its shows.
  if (episodes.length === 0) return episodes
  const windows = new Set(settings.filter(({query}) => query.latest !== undefined).map(({name}) => name))
  const feeds = new Map<string, string[]>()
  for (const {name} of settings.filter(({name: feed}) => !windows.has(feed)))
    for (const slug of slugsOf(name)) feeds.set(slug, [...(feeds.get(slug) ?? []), name])
  const archives = new Map<string, Record<string, number>>()
  for (const {name, archives: documents} of rendered) {
    for (const {number, document} of documents) {
      for (const {slug} of document.items) archives.set(slug, {...archives.get(slug), [name]: number})
    }
  }
  const bySlug = new Map(items.map((item) => [item.slug, item]))
  const left = new Map<string, string[]>()
  for (const {slug, path} of moves.left) left.set(slug, [...(left.get(slug) ?? []), path])
  return episodes.map(({slug, archives: _before, ...rest}): LockedEpisode => {
    const episode = {slug, ...rest}
    const item = bySlug.get(slug)
    if (item === undefined) return episode
    const also = [...addressesOf(item, siteUrl), ...(left.get(item.slug) ?? [])].sort()
    return {
      slug,
      ...rest,
      feeds: feeds.get(slug) ?? [],
      ...present({archives: archives.get(slug), also: also.length === 0 ? undefined : also}),
    }
  })
}

/** What is published of an episode beside its page and media. Pictures of people are those of other episodes, too. */
function addressesOf({transcripts, chaptersUrl, image, pictures = []}: FeedItem, siteUrl: string): readonly string[] {
  const chapters = chaptersUrl === undefined ? [] : [chaptersUrl, chaptersUrl.replace(/\.json$/, '.vtt')]
  return onSite([...transcripts, ...chapters.map((url) => ({url})), ...(image ? [image] : []), ...pictures], siteUrl)
}

/** The path of a file that the build writes: below the site, decoded. An author may name other files of the site by their addresses. */
function onSite(links: readonly {readonly url: string}[], siteUrl: string): readonly string[] {
  const urls = links.map(({url}) => url).filter((url) => url.startsWith(siteUrl))
  const paths = urls.map((url) => decodeURIComponent(url.slice(siteUrl.length)))
  return [...new Set(paths.filter((path) => /^(?:episodes|images)\//.test(path)))].sort()
}
