import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {Channel, ListedItem} from '../model/feed.ts'
import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import type {ListedShow} from '../model/rendered-show.ts'
import {siteAddress, sitePaths} from '../model/site-paths.ts'
import type {EpisodeLink, FeedData, PersonData, ShowData} from './data-types.ts'

/** A show as other site generators get it. `items` are the newest first. */
export function showData({channel, items}: ListedShow): ShowData {
  const {title, description, siteUrl, language, author, type, people, publicFeeds, subtitle, copyright, image} = channel
  return {
    version: 1,
    title,
    description,
    url: siteUrl,
    language,
    author,
    type,
    people: people.map(personData),
    feeds: publicFeeds.map(feedData),
    episodes: items.map((item) => episodeLink(channel, item)),
    ...present({subtitle, copyright, image: image?.url}),
  }
}

function feedData({title, urls}: Channel['publicFeeds'][number]): FeedData {
  return {title, ...present(Object.fromEntries(feedKinds.map(({name}) => [name, urls[name]])))}
}

export function personData({name, role, group, url, image}: Person): PersonData {
  return {name, role, group, ...present({url, image})}
}

function episodeLink({siteUrl}: Channel, item: ListedItem): EpisodeLink {
  const {slug, title, url, publishedAt, summary, subtitle, season, number, image, enclosure} = item
  return {
    slug,
    title,
    url,
    date: publishedAt.toISOString(),
    summary,
    data: siteAddress(siteUrl, sitePaths.data(slug)),
    ...present({
      subtitle,
      season,
      number,
      image: image?.url,
      durationInSeconds: enclosure?.facts.durationInSeconds,
    }),
  }
}
