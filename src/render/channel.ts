import type {ProbedShow} from '../model/episode.ts'
import type {Channel} from '../model/feed.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import {siteAddress} from './addresses.ts'
import {descriptionProblems} from './description-problems.ts'
import {renderImage} from './image.ts'

export type RenderedChannel = {
  readonly channel: Channel
  readonly copies: readonly FileCopy[]
  readonly problems: readonly Problem[]
}

function channelProblems(show: ProbedShow): readonly Problem[] {
  const problems: Problem[] = []
  const place = {file: show.file, line: 1}
  if (show.image === undefined) {
    problems.push(
      problem('cover-missing', place, 'The show has no cover art, so directories will refuse it', 'image: cover.jpg'),
    )
  }
  if (show.categories.length === 0) {
    problems.push(
      problem(
        'category-missing',
        place,
        'The show has no category, so Apple Podcasts will refuse it',
        'categories: [Technology]',
      ),
    )
  }
  return [...problems, ...descriptionProblems(show.description, 'description', show)]
}

/** What is true of every feed and page of a show. */
export function renderChannel(show: ProbedShow): RenderedChannel {
  const {image, copies} = renderImage(show, show.image, show.imageFacts, 'cover')
  const {
    title,
    description,
    siteUrl,
    language,
    timeZone,
    author,
    categories,
    explicit,
    type,
    complete,
    blocked,
    people,
    tagValues,
  } = show
  const channel: Channel = {
    title,
    description,
    siteUrl,
    language,
    timeZone,
    author,
    categories,
    explicit,
    type,
    complete,
    blocked,
    people,
    guid: show.guid,
    tagValues,
    feedUrls: {
      rss: siteAddress(siteUrl, show.feedPaths.rss),
      atom: siteAddress(siteUrl, show.feedPaths.atom),
      json: siteAddress(siteUrl, show.feedPaths.json),
    },
    ...(show.subtitle === undefined ? {} : {subtitle: show.subtitle}),
    ...(show.owner === undefined ? {} : {owner: show.owner}),
    ...(show.copyright === undefined ? {} : {copyright: show.copyright}),
    ...(show.newFeedUrl === undefined ? {} : {newFeedUrl: show.newFeedUrl}),
    ...(image === undefined ? {} : {image}),
  }
  return {channel, copies, problems: channelProblems(show)}
}
