import {joinFeed} from '../../adopt/feed-join.ts'
import type {LivePair} from '../../adopt/live-facts.ts'
import type {Guid} from '../../model/episode.ts'
import type {LockedEpisode, LockedMedia} from '../../model/lock.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {writeLock} from '../../plan/identity/lock-file.ts'
import {type PlanOptions, plan} from '../../plan/plan.ts'
import type {Timed} from '../../plan/timed.ts'
import type {SourceEpisode, SourceShow} from '../../sources/source-show.ts'
import {isSameMedia} from '../../text/addresses/analytics-prefixes.ts'
import {problem} from './adopt-problems.ts'

/** How many episodes were found in the live feed, by which mark, and what was not found on either side. */
export type JoinReport = {
  readonly byMedia: number
  readonly byGuid: number
  readonly byTitle: number
  /** Titles of items of the live feed that match no file of the repository. */
  readonly onlyInFeed: readonly string[]
  /** Files that match no item of the live feed. */
  readonly onlyInFiles: readonly string[]
}

/** Which item of the live feed is which episode. */
export type LiveJoin = {
  readonly report: JoinReport
  readonly pairs: readonly LivePair[]
  readonly siteUrl: string
  /** The items by the files of their episodes. */
  readonly itemByFile: ReadonlyMap<string, SourceEpisode>
}

/** Joins the items of the live feed to the episodes of the show in `folder`, as a build would publish them. */
export async function joinLiveFeed(
  folder: string,
  live: SourceShow,
  options: Pick<Timed<PlanOptions>, 'now' | 'onProgress'>,
): Promise<Outcome<LiveJoin>> {
  const planned = await plan(folder, options, () => undefined)
  if (!planned.ok) return planned
  const published = planned.value.episodes.flatMap((each) => (each.kind === 'published' ? [each] : []))
  const episodes = published.map(({item, identity, lockFacts}) => ({
    own: {
      file: item.source.file,
      pageUrl: item.url,
      mediaUrls: lockFacts.media.map(({url}) => url),
      ...(identity.hasOwnGuid ? {ownGuid: item.guid} : {}),
    },
    title: item.title,
    guid: item.guid,
    mediaUrls: lockFacts.media.map(({url}) => url),
    mediaFiles: lockFacts.media.flatMap(({file}) => (file === undefined ? [] : [file])),
    publishedAt: item.publishedAt,
  }))
  const joined = joinFeed(live.episodes.map(asItem), episodes)
  const count = (by: string) => joined.pairs.filter((pair) => pair.by === by).length
  const onlyInFeed = joined.items.map(({title}) => title)
  const value: LiveJoin = {
    report: {
      byMedia: count('media'),
      byGuid: count('guid'),
      byTitle: count('title'),
      onlyInFeed,
      onlyInFiles: joined.episodes.map(({own}) => own.file),
    },
    pairs: joined.pairs.map(({item, episode}) => ({item: item.source, episode: episode.own})),
    siteUrl: planned.value.show.siteUrl,
    itemByFile: new Map(joined.pairs.map(({item, episode}) => [episode.own.file, item.source])),
  }
  return {ok: true, value, problems: onlyInFeed.length === 0 ? [] : [lostItems(onlyInFeed)]}
}

/**
 * Puts the identity that subscribers have into the lock: each episode gets the guid and the date of first publication of its item, and
 * facts of its media that nobody here knows.
 */
export async function lockLiveIdentities(folder: string, {itemByFile}: LiveJoin, now: Date): Promise<Outcome<unknown>> {
  const planned = await plan(folder, {now}, () => undefined)
  if (!planned.ok) return planned
  const {lock: stored} = planned.value
  const locked = stored.lock.episodes.map((each) => withIdentity(each, itemByFile.get(each.source ?? '')))
  return writeLock(folder, {...stored, lock: {...stored.lock, episodes: locked}})
}

function asItem(source: SourceEpisode) {
  const {title, guid, media, publishedAt} = source
  return {
    source,
    title,
    guid,
    mediaUrls: media.map(({url}) => url),
    ...(publishedAt === undefined ? {} : {publishedAt}),
  }
}

function withIdentity(episode: LockedEpisode, source: SourceEpisode | undefined): LockedEpisode {
  if (source === undefined) return episode
  const published = source.publishedAt?.toISOString() ?? ''
  // Where the file has another day, the next build reports that as a change, and the author decides.
  const isSameDay = published.slice(0, 10) === episode.published.slice(0, 10)
  return {
    ...episode,
    guid: source.guid as Guid,
    published: isSameDay ? published : episode.published,
    media: episode.media.map((each) => withFacts(each, source)),
  }
}

function withFacts(media: LockedMedia, {media: live}: SourceEpisode): LockedMedia {
  const found = media.file === undefined ? live.find(({url}) => isSameMedia(url, media.url)) : undefined
  if (found === undefined) return media
  const {sizeInBytes = 0, durationInSeconds} = found
  return {
    ...(durationInSeconds === undefined ? {} : {durationInSeconds}),
    ...media,
    sizeInBytes: media.sizeInBytes === 0 ? sizeInBytes : media.sizeInBytes,
  }
}

function lostItems(titles: readonly string[]): Problem {
  const some = titles
    .slice(0, 3)
    .map((title) => `"${title}"`)
    .join(', ')
  const more = titles.length > 3 ? ` and ${titles.length - 3} more` : ''
  const [count, them] = titles.length === 1 ? ['1 episode', 'it'] : [`${titles.length} episodes`, 'them']
  const message = `The live feed has ${count} that no file here is (${some}${more}): subscribers would lose ${them}`
  const hint = `If a file here is ${them === 'it' ? 'that episode' : 'one of these'}, give it the title or the media of the feed. Else add a file: castwright import makes one of each item, in a folder of its own`
  return problem('adopt-item-unmatched', {}, message, hint)
}
