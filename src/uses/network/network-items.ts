import type {Guid} from '../../model/episode.ts'
import type {Channel, FeedItem} from '../../model/feed.ts'
import {ownGuid} from '../../model/feed-settings.ts'
import type {Lock, LockedFeed, LockedItem} from '../../model/lock.ts'
import {present} from '../../model/present.ts'
import type {RenderedFeed} from '../../model/rendered-show.ts'
import type {Delivered, DeliveredItem} from '../../witness/delivered.ts'

type ItemsByName = ReadonlyMap<string, readonly FeedItem[]>

/** The name of the show and the slug of each episode, by its `source`, which it keeps in every feed. */
type EpisodeNames = ReadonlyMap<FeedItem['source'], string>

export function namesInNetwork(
  shows: readonly {readonly name: string; readonly items: readonly FeedItem[]}[],
): EpisodeNames {
  return new Map(shows.flatMap(({name, items}) => items.map(({source, slug}) => [source, `${name}/${slug}`] as const)))
}

/** What the feeds of a network have, for its lock. `feeds` are by the name of the feed. */
export function itemsOfNetwork(
  feeds: ItemsByName,
  rendered: readonly Pick<RenderedFeed, 'name' | 'archives'>[],
  names: EpisodeNames,
): readonly LockedItem[] {
  const archives = new Map<FeedItem['source'], Readonly<Record<string, number>>>()
  for (const {name, archives: documents} of rendered)
    for (const {number, document} of documents) {
      // One for all items of an archive that are in no other feed.
      const alone = {[name]: number}
      for (const {source} of document.items) {
        const others = archives.get(source)
        archives.set(source, others === undefined ? alone : {...others, [name]: number})
      }
    }
  const found = new Map<FeedItem['source'], LockedItem & {readonly feeds: Record<string, string>}>()
  for (const [feed, items] of feeds) {
    for (const {source, guid, publishedAt, enclosure} of items) {
      const url = enclosure?.url ?? ''
      const known = found.get(source)
      if (known !== undefined) {
        known.feeds[feed] = url
        continue
      }
      const episode = names.get(source) ?? source.file
      const of = present({archives: archives.get(source)})
      found.set(source, {episode, guid, published: publishedAt.toISOString(), ...of, feeds: {[feed]: url}})
    }
  }
  return [...found.values()]
}

/** The archive that each episode of a network was put into: it stays there. */
export function archivesOf(
  {items = []}: Pick<Lock, 'items'>,
  names: EpisodeNames,
): (feed: string) => (item: FeedItem) => number | undefined {
  const known = new Map(items.flatMap(({episode, archives}) => (archives === undefined ? [] : [[episode, archives]])))
  return (feed) =>
    ({source}) =>
      known.get(names.get(source) ?? '')?.[feed]
}

type ShowItems = {readonly channel: Pick<Channel, 'guid'>; readonly items: readonly FeedItem[]}

/**
 * The same shows, in whose feeds of the network no guid is there twice. Each show has guids of its own choice, such as `1`, so two
 * shows can have the same one. The item that the network has delivered keeps it; the other one has a guid made of its own and that of
 * its show, and keeps that for ever, whatever becomes of the first.
 */
export function withUniqueGuids<T extends ShowItems & {readonly name: string}>(
  shows: readonly T[],
  {items: locked = []}: Pick<Lock, 'items'>,
): readonly T[] {
  const keepers = keepersOf(shows, locked)
  const delivered = new Set<string>(locked.map(({guid}) => guid))
  return shows.map((show) => {
    const items = show.items.map((item) => {
      const made = ownGuid(item.guid, show.channel.guid) as Guid
      return delivered.has(made) || keepers.get(item.guid) !== show.name ? {...item, guid: made} : item
    })
    return {...show, items}
  })
}

/** The show that keeps each guid: the one that the network has delivered it of, else the first that has it. */
function keepersOf(
  shows: readonly (ShowItems & {readonly name: string})[],
  locked: readonly LockedItem[],
): ReadonlyMap<string, string> {
  const deliveredOf = new Map<string, string>(locked.map((item) => [item.guid, showOf(item)]))
  const keepers = new Map<string, string>()
  for (const {name, items} of shows)
    for (const {guid} of items) if (!keepers.has(guid) || deliveredOf.get(guid) === name) keepers.set(guid, name)
  return keepers
}

/**
 * The lock of a network without what its shows have changed themselves: an episode that its show does not publish any more, and a
 * file that it does not have any more. The lock of that show guards them, and its author has accepted the loss there.
 */
export function withoutExplained(lock: Lock, shows: ItemsByName): Lock {
  if (lock.items === undefined) return lock
  const byGuid = new Map([...shows].map(([name, all]) => [name, new Map(all.map((item) => [item.guid, item]))]))
  const items = lock.items.flatMap((item): readonly LockedItem[] => {
    const show = byGuid.get(showOf(item))
    if (show === undefined) return [item]
    const now = show.get(item.guid)
    if (now === undefined) return []
    // Nearly all: a copy of each would fill the memory.
    if (Object.values(item.feeds).every((url) => isFileOf(now, url))) return [item]
    const feeds = Object.entries(item.feeds).map(([feed, url]) => [feed, isFileOf(now, url) ? url : ''] as const)
    return [{...item, feeds: Object.fromEntries(feeds)}]
  })
  return {...lock, items}
}

/**
 * What the output of a network has, without the files that its shows do not have any more: as in `withoutExplained`, they are a matter
 * of the show.
 */
export function withoutMovedFiles(delivered: Delivered, hasFile: HasFile): Delivered {
  const feeds = delivered.feeds.map((feed) => {
    if (feed.items === undefined) return feed
    const bare = (each: DeliveredItem): DeliveredItem => {
      const {enclosure = '', ...rest} = each
      const isThere = hasFile(each.guid, enclosure) ?? hasFile(guidBefore(each.guid, feed.guid), enclosure)
      return isThere === false ? rest : each
    }
    return {...feed, items: feed.items.map(bare), archived: feed.archived.map(bare)}
  })
  return {...delivered, feeds}
}

/** Whether the episode with a guid of its show has the file at an address; `undefined` if there is no such episode. */
export type HasFile = (guid: string, url: string) => boolean | undefined

export function filesOfItems(items: readonly FeedItem[]): HasFile {
  const byGuid = new Map<string, FeedItem>(items.map((item) => [item.guid, item]))
  return (guid, url) => {
    const item = byGuid.get(guid)
    return item && isFileOf(item, url)
  }
}

/** What the locks of the shows have taken back, by the keys that it has in the feeds of the network. */
export function takenBackInShows(
  keys: readonly string[],
  feeds: readonly Pick<LockedFeed, 'guid'>[],
): readonly string[] {
  return keys.flatMap((key) => {
    if (key.startsWith('enclosure ')) return [key]
    const guid = /^guid (.*)$/s.exec(key)?.[1]
    if (guid === undefined) return []
    return [guid, ...feeds.flatMap((feed) => guidsOf(guid, feed.guid))].map((each) => `guid ${each}`)
  })
}

/** The guids that an episode may have in a feed: its own, or one that is made from it for a feed with `item_guids: own`. */
function guidsOf(guid: string, feedGuid: string | undefined): readonly string[] {
  return feedGuid === undefined ? [guid] : [guid, ownGuid(guid, feedGuid)]
}

/** The guid of an episode whose guid in a feed is made from it, as in `guidsOf`. */
function guidBefore(guid: string, feedGuid: string | undefined): string {
  const added = feedGuid === undefined ? '' : ownGuid('', feedGuid)
  return added !== '' && guid.endsWith(added) ? guid.slice(0, -added.length) : guid
}

function isFileOf({enclosure, alternates, otherMedia}: FeedItem, url: string): boolean {
  const isIt = (file: {readonly url: string}) => file.url === url
  return enclosure?.url === url || alternates.some(isIt) || otherMedia.some(isIt)
}

function showOf({episode}: LockedItem): string {
  return episode.slice(0, episode.lastIndexOf('/'))
}
