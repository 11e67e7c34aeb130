import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel, ImageLink, PictureLink} from '../model/feed.ts'
import type {FeedPaths, FeedPlan, FeedUrls} from '../model/feed-plan.ts'
import {present} from '../model/present.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {ProbedShow} from '../model/show.ts'
import {siteAddress} from './addresses.ts'
import {descriptionProblems} from './description-problems.ts'
import {renderImage, renderPictures} from './image.ts'
import {mixedMedia} from './media.ts'
import {renderPeople} from './people.ts'

export type RenderedChannels = {
  /** That of the main feed, which is that of the pages. */
  readonly channel: Channel
  /** Of each feed, in the order of the show's. */
  readonly feedChannels: readonly Channel[]
  readonly copies: readonly FileCopy[]
  readonly problems: readonly Problem[]
}

function channelProblems(show: ProbedShow): readonly Problem[] {
  const problems: Problem[] = []
  const place = {file: show.file, line: 1}
  if (show.image === undefined) {
    problems.push(
      problem(
        'cover-missing',
        place,
        'The show has no cover art, so directories will refuse it',
        'Write: image: cover.jpg',
      ),
    )
  }
  if (show.categories.length === 0) {
    problems.push(
      problem(
        'category-missing',
        place,
        'The show has no category, so Apple Podcasts will refuse it',
        'Write: categories: [Technology]',
      ),
    )
  }
  if (show.alternateVideo) problems.push(mixedMedia({file: show.file, ...show.places.get('alternate_video')}))
  return [...problems, ...descriptionProblems(show.description, 'description', show)]
}

/** What each feed of a show says of itself, and what its pages say of it. */
export function renderChannels(show: ProbedShow): RenderedChannels {
  const cover = renderImage(show, show.image, show.imageFacts, 'cover')
  const {people, portraits} = renderPeople(show, show.people)
  const further = renderPictures(show, show.pictures, 'cover')
  const usual = {...showChannel(show, cover.image, further.pictures), people}
  const channels: Channel[] = []
  const copies = [...cover.copies, ...further.copies, ...portraits]
  for (const feed of show.feeds) {
    const own = renderImage(show, feed.image, feed.imageFacts, `cover-${feed.name}`)
    copies.push(...own.copies)
    channels.push(feedChannel(usual, show, feed, own.image))
  }
  return {channel: channels[0] ?? usual, feedChannels: channels, copies, problems: channelProblems(show)}
}

function showChannel(show: ProbedShow, image: ImageLink | undefined, pictures: readonly PictureLink[]): Channel {
  const {siteUrl, feeds} = show
  const linked = feeds.filter(({isLinked}) => isLinked)
  return {
    title: show.title,
    description: show.description,
    siteUrl,
    language: show.language,
    timeZone: show.timeZone,
    author: show.author,
    categories: show.categories,
    explicit: show.explicit,
    type: show.type,
    complete: show.complete,
    blocked: show.blocked,
    people: show.people,
    prefixes: show.prefixes,
    hubs: show.hubs,
    guid: show.guid,
    tagValues: show.tagValues,
    feedUrls: {},
    publicFeeds: linked.map(({title, paths}) => ({title: title ?? show.title, urls: feedAddresses(siteUrl, paths)})),
    ...present({
      subtitle: show.subtitle,
      owner: show.owner,
      copyright: show.copyright,
      image,
      pictures: pictures.length === 0 ? undefined : pictures,
    }),
  }
}

/** The channel of the show with what one feed says otherwise. */
function feedChannel(usual: Channel, show: ProbedShow, feed: FeedPlan, image: ImageLink | undefined): Channel {
  const {title, subtitle, description, language, guid, blocked, order, paths, prefixes, members} = feed
  return {
    ...usual,
    ...present({title, subtitle, description, language, image, prefixes, newFeedUrl: newAddress(show, feed)}),
    guid,
    blocked,
    type: order === 'oldest' ? 'serial' : usual.type,
    // Those of members are known only where each one's feed is made.
    feedUrls: members === undefined ? feedAddresses(show.siteUrl, paths) : {},
    // A hub would be asked for the address of each.
    hubs: members === undefined ? usual.hubs : [],
  }
}

/** Where the feed is to be looked for from now on, for apps that know it by another address. Old addresses are those of the main feed. */
function newAddress({siteUrl, newFeedUrl, oldFeedUrls, feeds}: ProbedShow, feed: FeedPlan): AbsoluteUrl | undefined {
  if (feed.name !== feeds[0]?.name) return undefined
  return newFeedUrl ?? (oldFeedUrls.length === 0 ? undefined : feedAddresses(siteUrl, feed.paths).rss)
}

export function feedAddresses(siteUrl: AbsoluteUrl, {rss, atom, json}: FeedPaths): FeedUrls {
  const address = (path: string | undefined) => (path === undefined ? undefined : siteAddress(siteUrl, path))
  return present({rss: address(rss), atom: address(atom), json: address(json)})
}
