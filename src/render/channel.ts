import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel, ImageLink, PictureLink} from '../model/feed.ts'
import {type FeedPaths, type FeedSettings, type FeedUrls, mapFormats} from '../model/feed-settings.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {ProbedShow} from '../model/show.ts'
import {coverName, siteAddress} from '../model/site-paths.ts'
import {coverColours, showCard} from './cards.ts'
import {renderImage, renderPictures} from './image.ts'
import {mixedMedia} from './media.ts'
import {descriptionProblems} from './notes/description-problems.ts'
import {renderPeople} from './people.ts'
import {problem} from './render-problems.ts'

export type RenderedChannels = {
  /** The channel of the main feed, which the pages have as well. */
  readonly channel: Channel
  /** The channel of each feed, in the order of the show's feeds. */
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

/** What each feed of a show says of itself. The pages say of the show what the main feed says. */
export function renderChannels(show: ProbedShow): RenderedChannels {
  const cover = renderImage(show, show.image, show.imageFacts, coverName)
  const {people, portraits} = renderPeople(show, show.people)
  const further = renderPictures(show, show.pictures, coverName)
  const {card, copies: cards} = showCard(show, cover.image)
  const colours = coverColours(show, cover.image)
  const usual = {
    ...showChannel(show, cover.image, further.pictures),
    people,
    ...present({card, hasCoverColours: colours === undefined ? undefined : (true as const)}),
  }
  const channels: Channel[] = []
  const copies = [
    ...cover.copies,
    ...cards,
    ...further.copies,
    ...portraits,
    ...(colours === undefined ? [] : [colours]),
  ]
  for (const feed of show.feeds) {
    const own = renderImage(show, feed.image, feed.imageFacts, `${coverName}-${feed.name}`)
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
    appLinks: show.appLinks,
    guid: show.guid,
    tagValues: show.tagValues,
    feedUrls: {},
    ...(show.hasPages ? {} : {leavesOutPages: true}),
    ...(show.hasData ? {hasData: true} : {}),
    ...(show.hasEmbed ? {hasEmbed: true} : {}),
    publicFeeds: linked.map(({title, paths}) => ({title: title ?? show.title, urls: feedAddresses(siteUrl, paths)})),
    ...present({
      subtitle: show.subtitle,
      translations: show.translations,
      editBase: show.editBase,
      owner: show.owner,
      copyright: show.copyright,
      image,
      pictures: pictures.length === 0 ? undefined : pictures,
    }),
  }
}

/** The channel of the show, with what the feed says differently. */
function feedChannel(usual: Channel, show: ProbedShow, feed: FeedSettings, image: ImageLink | undefined): Channel {
  const {title, subtitle, description, language, guid, blocked, order, paths, prefixes, members} = feed
  return {
    ...usual,
    ...present({title, subtitle, description, language, image, prefixes, newFeedUrl: newAddress(show, feed)}),
    guid,
    blocked,
    type: order === 'oldest' ? 'serial' : usual.type,
    // The addresses of members are known only to the code that makes the feed of each member.
    feedUrls: members === undefined ? feedAddresses(show.siteUrl, paths) : {},
    // A hub would learn the address of each member.
    hubs: members === undefined ? usual.hubs : [],
  }
}

/** The new address of the feed, for apps that have another one. Only the main feed has old addresses. */
function newAddress(
  {siteUrl, newFeedUrl, oldFeedUrls, feeds}: ProbedShow,
  feed: FeedSettings,
): AbsoluteUrl | undefined {
  if (feed.name !== feeds[0]?.name) return undefined
  return newFeedUrl ?? (oldFeedUrls.length === 0 ? undefined : feedAddresses(siteUrl, feed.paths).rss)
}

export function feedAddresses(siteUrl: AbsoluteUrl, paths: FeedPaths): FeedUrls {
  return mapFormats(paths, (path) => siteAddress(siteUrl, path))
}
