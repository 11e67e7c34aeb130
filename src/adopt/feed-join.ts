import {bareMediaUrl} from '../text/addresses/analytics-prefixes.ts'
import {alikePairs} from './alike-pairs.ts'
import {type Joinable, type Pair, plainTitle} from './joinable.ts'

export type Joined<Item, Episode> = {
  readonly pairs: readonly Pair<Item, Episode>[]
  readonly items: readonly Item[]
  readonly episodes: readonly Episode[]
}

/**
 * Finds the item of the live feed for each episode. The address of the media decides first (without services that count, query
 * and scheme), then the guid, then the title and the day together, and at last what is alike and of one day. An address, a guid or a
 * title that two items or two episodes share joins nothing.
 */
export function joinFeed<Item extends Joinable, Episode extends Joinable>(
  items: readonly Item[],
  episodes: readonly Episode[],
): Joined<Item, Episode> {
  const pairs: Pair<Item, Episode>[] = []
  let left = {items: [...items], episodes: [...episodes]}
  const steps = [
    ['media', mediaKeys],
    ['guid', guidKeys],
    ['title', titleKeys],
    ['title', bareTitleKeys],
  ] as const
  for (const [by, keysOf] of steps) {
    const ofItems = uniqueBy(left.items, keysOf)
    const ofEpisodes = uniqueBy(left.episodes, keysOf)
    const taken = new Set<unknown>()
    for (const [key, item] of ofItems) {
      const episode = ofEpisodes.get(key)
      if (episode === undefined || taken.has(item) || taken.has(episode)) continue
      taken.add(item).add(episode)
      pairs.push({item, episode, by})
    }
    left = {
      items: left.items.filter((each) => !taken.has(each)),
      episodes: left.episodes.filter((each) => !taken.has(each)),
    }
  }
  const alike = alikePairs(left.items, left.episodes)
  const taken = new Set<unknown>(alike.flatMap(({item, episode}) => [item, episode]))
  return {
    pairs: [...pairs, ...alike],
    items: left.items.filter((each) => !taken.has(each)),
    episodes: left.episodes.filter((each) => !taken.has(each)),
  }
}

function uniqueBy<T>(list: readonly T[], keysOf: (each: T) => readonly string[]): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>()
  for (const each of list) {
    for (const key of new Set(keysOf(each))) found.set(key, found.has(key) ? undefined : each)
  }
  return new Map([...found].flatMap(([key, each]) => (each === undefined ? [] : [[key, each] as const])))
}

function mediaKeys({mediaUrls}: Joinable): readonly string[] {
  return mediaUrls.map((url) =>
    bareMediaUrl(url)
      .replace(/^https?:\/\//i, '')
      .replace(/[?#].*$/, '')
      .toLowerCase(),
  )
}

function guidKeys({guid}: Joinable): readonly string[] {
  return guid === undefined ? [] : [guid.trim()]
}

function titleKeys(each: Joinable): readonly string[] {
  const day = each.publishedAt?.toISOString().slice(0, 10)
  return day === undefined ? [] : [`${day} ${plainTitle(each.title)}`]
}

/** The day may have moved by a zone or a correction: a title that nothing else has is enough. */
function bareTitleKeys({title}: Joinable): readonly string[] {
  const plain = plainTitle(title)
  return plain.length < 4 ? [] : [plain]
}
