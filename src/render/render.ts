import type {ProbedEpisode} from '../model/episode.ts'
import type {Channel} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {EarlyEpisode, RenderedEpisode} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {siteAddress, sitePaths} from '../model/site-paths.ts'
import {dueAt} from './feeds/due.ts'
import {renderPublished} from './published-episode.ts'

/**
 * Why an episode is not published now, and when it will be. It holds nothing else of the episode, so that nothing else can reach
 * any output.
 */
export type HeldBack = {readonly state: 'draft'} | {readonly state: 'scheduled'; readonly at: Date}

export type EpisodeRendering = {readonly problems: readonly Problem[]} & (
  | {readonly heldBack: HeldBack; readonly rendered?: never}
  | {readonly rendered: RenderedEpisode; readonly heldBack?: never}
)

function heldBack(show: Show, {publication, notBefore}: ProbedEpisode, now: Date): HeldBack | undefined {
  if (publication.state === 'draft') return {state: 'draft'}
  const due = dueAt({publishedAt: publication.at, ...present({notBefore})}, show.schedule)
  return due > now ? {state: 'scheduled', at: due} : undefined
}

/** An episode with all of its files, or why it is held back at `now`. */
export function renderEpisode(show: Show, channel: Channel, episode: ProbedEpisode, now: Date): EpisodeRendering {
  const {publication} = episode
  const held = heldBack(show, episode, now)
  if (held !== undefined || publication.state === 'draft') return {heldBack: held ?? {state: 'draft'}, problems: []}

  const url = siteAddress(channel.siteUrl, sitePaths.episode(episode.slug))
  return renderPublished(show, channel, episode, {url, publishedAt: publication.at})
}

/**
 * An episode that is held back, for feeds of members. A draft is in no feed. Its page is not there yet, so links lead to the page of the
 * show.
 */
export function renderEarly(show: Show, channel: Channel, episode: ProbedEpisode): EarlyEpisode | undefined {
  const {publication} = episode
  if (publication.state === 'draft') return undefined
  const page = {url: channel.siteUrl, publishedAt: publication.at}
  const {rendered, problems} = renderPublished(show, channel, episode, page)
  const {chaptersUrl: _unpublished, ...item} = rendered.item
  return {
    item: {...item, aliases: [], transcripts: []},
    copies: [...rendered.copies, ...rendered.portraits],
    mediaUrls: rendered.mediaUrls,
    errors: problems.filter(({severity}) => severity === 'error'),
  }
}

export {renderChannels} from './channel.ts'
export {newestFirst, renderFeeds} from './feeds/feed.ts'
export {type Moves, oldSlugs, renderMoves} from './feeds/moved.ts'
