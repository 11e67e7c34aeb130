import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Enclosure, FeedItem} from '../../model/feed.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {Problem} from '../../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../../model/rendered-episode.ts'
import type {Show} from '../../model/show.ts'
import {siteAddress} from '../../model/site-paths.ts'
import {datedForMembers, dueAt} from './due.ts'
import {selectItems} from './feed-query.ts'

/** What feeds for members may have before everybody. */
export type EarlyInput = {
  readonly episodes: readonly EarlyEpisode[]
  readonly now: Date
  /** The folder of the files that are copied for the members of a feed. It ends in `/`, and nobody can guess it. */
  readonly folderOf: (feed: string, slug: string) => string
}

export type EarlyInFeed = {
  readonly items: readonly FeedItem[]
  readonly copies: readonly FileCopy[]
  /** When members will get what they do not have yet. */
  readonly waiting: readonly Date[]
  readonly errors: readonly Problem[]
}

export const nothingEarly: EarlyInFeed = {items: [], copies: [], waiting: [], errors: []}

type ShowOfEarly = Pick<Show, 'siteUrl' | 'membersUrl' | 'language' | 'schedule'>

/** The episodes that only the members of a feed have. Their files have addresses that stand in no other items. */
export function earlyInFeed(
  show: ShowOfEarly,
  {name, query, earlyInSeconds}: FeedSettings,
  {episodes, now, folderOf}: EarlyInput,
): EarlyInFeed {
  if (earlyInSeconds === undefined) return nothingEarly
  const asked = episodes
    .filter(({item}) => selectItems([item], query, show.language).length > 0)
    .map((each) => ({...each, item: datedForMembers(each.item, earlyInSeconds)}))
  const due = asked.map((each) => ({each, at: dueAt(each.item, show.schedule)}))
  const here = due.filter(({at}) => at <= now).map(({each}) => each)
  const moved = here.map((each) => inFolder(each, show, folderOf(name, each.item.slug)))
  return {
    items: moved.map(({item}) => item),
    copies: moved.flatMap(({copies}) => copies),
    waiting: due.filter(({at}) => at > now).map(({at}) => at),
    errors: here.flatMap(({errors}) => errors),
  }
}

/** The episode with everything that is copied for it below `folder`. Files on other servers have one address for everybody. */
function inFolder(
  {item, copies, ...early}: EarlyEpisode,
  {siteUrl, membersUrl = siteUrl}: ShowOfEarly,
  folder: string,
): EarlyEpisode {
  const own = copies.map((copy) => ({...copy, path: `${folder}${copy.path}`}))
  const addresses = new Map<string, AbsoluteUrl>(
    copies.map(({path}) => [siteAddress(siteUrl, path), siteAddress(membersUrl, `${folder}${path}`)]),
  )
  const moved = <T extends {readonly url: AbsoluteUrl}>(each: T): T => ({
    ...each,
    url: addresses.get(each.url) ?? each.url,
  })
  const {enclosure, image, pictures} = item
  return {
    ...early,
    copies: own,
    item: {
      ...item,
      alternates: item.alternates.map<Enclosure>(moved),
      otherMedia: item.otherMedia.map<Enclosure>(moved),
      people: item.people.map((person) => {
        const portrait = addresses.get(person.image ?? '')
        return portrait === undefined ? person : {...person, image: portrait}
      }),
      ...(enclosure === undefined ? {} : {enclosure: moved(enclosure)}),
      ...(image === undefined ? {} : {image: moved(image)}),
      ...(pictures === undefined ? {} : {pictures: pictures.map(moved)}),
    },
  }
}
