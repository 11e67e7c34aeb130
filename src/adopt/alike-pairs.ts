import {type Joinable, type Pair, plainTitle} from './joinable.ts'

const dayInMilliseconds = 86_400_000

/**
 * Items and episodes of nearly the same time that are alike: a host wrote the number of the episode or the name of the show before the
 * title, or serves the file under its name at another address. What is like two others joins nothing.
 */
export function alikePairs<Item extends Joinable, Episode extends Joinable>(
  items: readonly Item[],
  episodes: readonly Episode[],
): readonly Pair<Item, Episode>[] {
  const byDay = new Map<number, Episode[]>()
  for (const episode of episodes) {
    const day = dayOf(episode)
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), episode])
  }
  const pairs = items.flatMap((item): readonly Pair<Item, Episode>[] => {
    const day = dayOf(item)
    // A zone may have moved the day by one.
    const near = day === undefined ? [] : [day - 1, day, day + 1].flatMap((each) => byDay.get(each) ?? [])
    return near.flatMap((episode) => {
      const by = likeness(item, episode)
      return by === undefined ? [] : [{item, episode, by}]
    })
  })
  const count = new Map<unknown, number>()
  for (const {item, episode} of pairs) for (const each of [item, episode]) count.set(each, (count.get(each) ?? 0) + 1)
  return pairs.filter(({item, episode}) => count.get(item) === 1 && count.get(episode) === 1)
}

function dayOf({publishedAt}: Joinable): number | undefined {
  return publishedAt === undefined ? undefined : Math.floor(publishedAt.getTime() / dayInMilliseconds)
}

function likeness(item: Joinable, episode: Joinable): 'media' | 'title' | undefined {
  const served = new Set(item.mediaUrls.map((url) => nameIn(url.replace(/[?#].*$/, ''))))
  const named = [
    ...episode.mediaUrls.map((url) => nameIn(url.replace(/[?#].*$/, ''))),
    ...(episode.mediaFiles ?? []).map(nameIn),
  ]
  if (named.some((name) => served.has(name))) return 'media'
  return holds(plainTitle(item.title), plainTitle(episode.title)) ? 'title' : undefined
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

/** Whether one title is the end of the other, or its beginning. Numbers alone are no title. */
function holds(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (!/\p{L}{2}/u.test(short)) return false
  return long.endsWith(` ${short}`) || long.startsWith(`${short} `)
}
