import type {Channel, ListedItem, NetworkShow} from '../model/feed.ts'

/** On a page of a network: the show that an episode is of. The files of the episode are on its site. */
export function showOfItem({shows = []}: Channel, {url}: Pick<ListedItem, 'url'>): NetworkShow | undefined {
  return shows.find(({siteUrl}) => url.startsWith(siteUrl))
}
