import {ownGuid} from '../model/feed-settings.ts'
import type {Lock, LockedEpisode, LockedFeed, LockedItem, LockedMedia, LockedShow} from '../model/lock.ts'
import {isStream} from '../model/media.ts'
import {present} from '../model/present.ts'
import {servedFile, sitePaths} from '../model/site-paths.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import type {Delivered, DeliveredFeed, DeliveredItem} from './delivered.ts'

/** What subscribers have according to the lock, and how each episode is known there. Lines that are not due yet count as well. */
export function deliveredByLock(lock: Lock): Delivered {
  const {show, feeds, episodes, items, shows} = lock
  const addresses = new Map<string, string>((show.also ?? []).map((path) => [path, 'show']))
  for (const episode of episodes) for (const path of pathsOf(episode, show)) addresses.set(path, episode.slug)
  return {
    feeds: feeds.map((feed) => (items === undefined ? deliveredFeed(feed, episodes) : feedOfNetwork(feed, items))),
    addresses,
    ...(items === undefined && shows === undefined ? {} : {isOfNetwork: true}),
  }
}

function pathsOf({slug, media, also = []}: LockedEpisode, {site, left = []}: LockedShow): readonly string[] {
  const own = media.filter(({file, url}) => file !== undefined && url.startsWith(site))
  const files = left.includes('media') ? [] : own.map(({url}) => percentDecoded(url.slice(site.length)))
  const pages = left.includes('pages') ? [] : [servedFile(sitePaths.episode(slug))]
  return [...pages, ...files, ...also]
}

export type LockedFile = {readonly slug: string; readonly path: string; readonly sha256: string}

/** The media files of the author that lie below the site. */
export function filesByLock({show: {site}, episodes}: Lock): readonly LockedFile[] {
  return episodes.flatMap(({slug, media}) =>
    media.flatMap(({url, sha256}) =>
      sha256 === undefined || !url.startsWith(site)
        ? []
        : [{slug, path: percentDecoded(url.slice(site.length)), sha256}],
    ),
  )
}

function whatLastsOf({name, paths, guid, media, window, kept, key, membersAt: at = ''}: LockedFeed) {
  const membersAt = paths.length === 0 ? at : undefined
  return {name, paths, isWindow: window !== undefined, ...present({guid, media, kept, key, membersAt})}
}

/** Which archive an item of a network is in is not recorded: all of them count as items of the document. */
function feedOfNetwork(feed: LockedFeed, items: readonly LockedItem[]): DeliveredFeed {
  const inFeed = items.flatMap((item): readonly DeliveredItem[] => {
    const enclosure = item.feeds[feed.name]
    if (enclosure === undefined) return []
    const {episode: slug, guid, published} = item
    const facts = {guid: guidIn(feed, guid), slug, publishedInMilliseconds: Date.parse(published)}
    return [enclosure === '' ? facts : {...facts, enclosure}]
  })
  return {...whatLastsOf(feed), items: inFeed, archived: []}
}

function deliveredFeed(feed: LockedFeed, episodes: readonly LockedEpisode[]): DeliveredFeed {
  const {name, window} = feed
  const common = whatLastsOf(feed)
  // In a lock of the first format no episode says in which feeds it is.
  if (window === undefined && episodes.every(({feeds}) => feeds === undefined)) return {...common, archived: []}
  const slugs = new Set(window)
  const inFeed = episodes.filter(({slug, feeds}) => slugs.has(slug) || feeds?.includes(name) === true)
  const isArchived = ({archives}: LockedEpisode) => archives?.[name] !== undefined
  const itemOf = (episode: LockedEpisode) => deliveredItem(episode, feed)
  return {
    ...common,
    items: inFeed.filter((each) => !isArchived(each)).map(itemOf),
    archived: inFeed.filter(isArchived).map(itemOf),
  }
}

function deliveredItem(episode: LockedEpisode, feed: LockedFeed): DeliveredItem {
  const {slug, guid, published, media} = episode
  const enclosure = enclosureOf(media, feed.media)?.url
  return {guid: guidIn(feed, guid), slug, publishedInMilliseconds: Date.parse(published), ...present({enclosure})}
}

function guidIn({itemGuids, guid: feedGuid}: LockedFeed, guid: string): string {
  return itemGuids === 'own' && feedGuid !== undefined ? ownGuid(guid, feedGuid) : guid
}

/** The same choice as in `divideMedia`: a file of the kind that the feed asks for, or else sound before video. */
function enclosureOf(media: readonly LockedMedia[], kind: LockedFeed['media']): LockedMedia | undefined {
  const files = media.filter(({type}) => !isStream({mimeType: type}))
  const first = (wanted: LockedMedia['kind']) => files.find((each) => each.kind === wanted)
  return kind === undefined ? (first('audio') ?? first('video')) : first(kind)
}
