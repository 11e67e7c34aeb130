import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {ListedItem} from '../model/feed.ts'
import {listFolders, siteAddress} from '../model/site-paths.ts'
import {slugOf} from '../text/addresses/slug.ts'

/** A person, a season or a topic gets a page of its own if it has this many episodes. */
export const leastEpisodesOfPage = 3

/** Episodes that have something in common, the newest first. */
export type Group = {readonly slug: string; readonly title: string; readonly items: readonly ListedItem[]}

/** The episodes that have their pages here. The page of a network also lists episodes of its shows, which have sites of their own. */
export function ownEpisodes(siteUrl: AbsoluteUrl, items: readonly ListedItem[]): readonly ListedItem[] {
  const folder = `${siteUrl}episodes/`
  return items.filter(({url}) => url.startsWith(folder))
}

/**
 * Groups episodes by what `of` says of each. What is written in two ways (`Trains`, `trains`) is one group. It has the name that
 * the newest episode gives it.
 */
function groupsOf(items: readonly ListedItem[], of: (item: ListedItem) => readonly string[]): readonly Group[] {
  const groups = new Map<string, {slug: string; title: string; items: ListedItem[]}>()
  for (const item of items) {
    for (const title of of(item)) {
      const slug = slugOf(title)
      if (slug === '') continue
      const group = groups.get(slug)
      if (group === undefined) groups.set(slug, {slug, title, items: [item]})
      else if (group.items.at(-1) !== item) group.items.push(item)
    }
  }
  return [...groups.values()]
}

export function topicsOf(items: readonly ListedItem[]): readonly Group[] {
  return [...groupsOf(items, ({tags}) => tags)].sort((one, other) => other.items.length - one.items.length)
}

export function personsOf(items: readonly ListedItem[]): readonly Group[] {
  return groupsOf(items, ({people}) => people.map(({name}) => name))
}

export function seasonsOf(items: readonly ListedItem[]): readonly Group[] {
  return groupsOf(items, ({season}) => (season === undefined ? [] : [String(season)]))
}

export const topicsPath = listFolders.topics

/** Where a topic stands on the page of all of them. */
export function topicAddress(topic: string, siteUrl: AbsoluteUrl): string {
  return `${siteAddress(siteUrl, topicsPath)}#${slugOf(topic)}`
}
