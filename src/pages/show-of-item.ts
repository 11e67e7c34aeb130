import type {Channel, ListedItem, NetworkShow} from '../model/feed.ts'

/** Lists ask for each of a hundred thousand episodes, and a network may have hundreds of shows. */
const showsBySite = new WeakMap<readonly NetworkShow[], ReadonlyMap<string, NetworkShow>>()

/** On a page of a network: the show that an episode is of. The files of the episode are on its site. */
export function showOfItem({shows}: Channel, {url}: Pick<ListedItem, 'url'>): NetworkShow | undefined {
  if (shows === undefined) return undefined
  const bySite = showsBySite.get(shows) ?? new Map(shows.map((show) => [show.siteUrl, show]))
  showsBySite.set(shows, bySite)
  // A site ends with a slash. Where one show lies below another, the nearer one has the episode.
  for (let end = url.lastIndexOf('/'); end > 0; end = url.lastIndexOf('/', end - 1)) {
    const show = bySite.get(url.slice(0, end + 1))
    if (show !== undefined) return show
  }
  return undefined
}
