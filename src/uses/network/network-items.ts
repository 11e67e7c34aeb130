import type {FeedItem} from '../../model/feed.ts'
import type {Lock, LockedItem} from '../../model/lock.ts'

type ItemsByName = ReadonlyMap<string, readonly FeedItem[]>

/** What the feeds of a network have, for its lock. `feeds` are by the name of the feed, `shows` by the name of the show. */
export function itemsOfNetwork(feeds: ItemsByName, shows: ItemsByName): readonly LockedItem[] {
  const episodes = new Map<string, string>()
  for (const [show, items] of shows) for (const {slug, source} of items) episodes.set(source.file, `${show}/${slug}`)
  const found = new Map<string, LockedItem>()
  for (const [feed, items] of feeds) {
    for (const {source, guid, publishedAt, enclosure} of items) {
      const episode = episodes.get(source.file) ?? source.file
      const known = found.get(episode) ?? {episode, guid, published: publishedAt.toISOString(), feeds: {}}
      found.set(episode, {...known, feeds: {...known.feeds, [feed]: enclosure?.url ?? ''}})
    }
  }
  return [...found.values()]
}

/**
 * The lock of a network without what its shows have changed themselves: an episode that its show does not publish any more, and a
 * file that it does not have any more. The lock of that show guards them, and its author has accepted the loss there.
 */
export function withoutExplained(lock: Lock, shows: ItemsByName): Lock {
  if (lock.items === undefined) return lock
  const items = lock.items.flatMap((item): readonly LockedItem[] => {
    const show = shows.get(showOf(item))
    if (show === undefined) return [item]
    const now = show.find(({guid}) => guid === item.guid)
    if (now === undefined) return []
    const urls = urlsOf(now)
    const feeds = Object.entries(item.feeds).map(([feed, url]) => [feed, urls.has(url) ? url : ''] as const)
    return [{...item, feeds: Object.fromEntries(feeds)}]
  })
  return {...lock, items}
}

function urlsOf({enclosure, alternates, otherMedia}: FeedItem): ReadonlySet<string> {
  const media = [...(enclosure === undefined ? [] : [enclosure]), ...alternates, ...otherMedia]
  return new Set(media.map(({url}) => url))
}

function showOf({episode}: LockedItem): string {
  return episode.slice(0, episode.lastIndexOf('/'))
}
