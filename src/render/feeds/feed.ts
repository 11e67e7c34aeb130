import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Guid} from '../../model/episode.ts'
import type {Channel, Feed, FeedItem} from '../../model/feed.ts'
import {type FeedPaths, type FeedSettings, mapFormats, ownGuid} from '../../model/feed-settings.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import type {FileCopy} from '../../model/rendered-episode.ts'
import type {RenderedFeed, RenderedShow} from '../../model/rendered-show.ts'
import type {Show} from '../../model/show.ts'
import {archivePath} from '../../model/site-paths.ts'
import {listMediumOf} from '../../tags/podcast/podcast-show.ts'
import {feedAddresses} from '../channel.ts'
import {type ArchiveOf, divideIntoArchives} from './archives.ts'
import {datedForMembers} from './due.ts'
import {type EarlyInput, earlyInFeed, nothingEarly} from './early.ts'
import {problem} from './feed-problems.ts'
import {selectItems} from './feed-query.ts'

export type FeedsInput = {
  readonly show: Pick<
    Show,
    'feeds' | 'siteUrl' | 'membersUrl' | 'language' | 'file' | 'schedule' | 'places' | 'tagValues'
  >
  /** The channel of each feed, in the order of the show's feeds. */
  readonly feedChannels: readonly Channel[]
  readonly channel: Channel
  /** The paths of a private feed: each member has their own. */
  readonly memberPaths: (feed: string) => readonly FeedPaths[]
  /** What was published before, for each feed by its name. */
  readonly archiveOf: (feed: string) => ArchiveOf
  /** Absent where nothing is early, as in the feeds of a network. */
  readonly early?: EarlyInput
}

export type FeedsRendering = {
  readonly rendered: RenderedShow
  /** The episodes of each feed by its name, also of a feed that nobody has. */
  readonly selected: ReadonlyMap<string, readonly FeedItem[]>
  /** Files for members alone, at private paths. */
  readonly privateCopies: readonly FileCopy[]
  /** When members get episodes that they do not have yet. */
  readonly waiting: readonly Date[]
  readonly problems: readonly Problem[]
}

/** The newest comes first, as apps expect. Items that share their minute keep their order. */
export function newestFirst(one: FeedItem, other: FeedItem): number {
  const byDate = other.publishedAt.getTime() - one.publishedAt.getTime()
  if (byDate !== 0) return byDate
  const byNumber = (other.number ?? 0) - (one.number ?? 0)
  return byNumber === 0 ? (one.slug < other.slug ? -1 : 1) : byNumber
}

/** To Apple, the address of the enclosure is an identity as well: it ignores the second of two items with one address. */
function enclosureProblems(items: readonly FeedItem[]): readonly Problem[] {
  const first = new Map<string, FeedItem>()
  const problems: Problem[] = []
  for (const item of items) {
    if (item.enclosure === undefined) continue
    const other = first.get(item.enclosure.url)
    if (other === undefined) {
      first.set(item.enclosure.url, item)
      continue
    }
    const message = `"${item.title}" and "${other.title}" (${other.source.file}) have one media file, ${item.enclosure.url}`
    problems.push(problem('enclosure-duplicate', item.source, message, 'Give each episode its own file'))
  }
  return problems
}

/** All feeds of a show, from its published episodes in any order. */
export function renderFeeds(
  {show, feedChannels, channel, archiveOf, memberPaths, early}: FeedsInput,
  unordered: readonly FeedItem[],
): FeedsRendering {
  const items = [...unordered].sort(newestFirst)
  const feeds: RenderedFeed[] = []
  const problems: Problem[] = [...enclosureProblems([...items].reverse()), ...listProblems(show, items.length)]
  const privateCopies: FileCopy[] = []
  const waiting: Date[] = []
  const selected = new Map<string, readonly FeedItem[]>()
  for (const [index, settings] of show.feeds.entries()) {
    const paths = settings.members === undefined ? [settings.paths] : memberPaths(settings.name)
    const isEarly = early !== undefined && paths.length > 0
    const ahead = isEarly ? earlyInFeed(show, settings, early) : nothingEarly
    problems.push(...ahead.errors)
    privateCopies.push(...ahead.copies)
    waiting.push(...ahead.waiting)
    const all = isEarly ? withEarly(items, ahead.items, settings) : items
    const inFeed = selectItems(all, settings.query, show.language)
    selected.set(settings.name, inFeed)
    if (inFeed.length === 0 && items.length > 0) problems.push(emptyFeed(settings, show.file))
    const own = feedChannels[index] ?? channel
    const base = settings.members === undefined ? show.siteUrl : (show.membersUrl ?? show.siteUrl)
    for (const each of paths) {
      const feedUrls = feedAddresses(base, each)
      feeds.push(renderFeed({...settings, paths: each, base}, {...own, feedUrls}, inFeed, archiveOf(settings.name)))
    }
  }
  return {rendered: {channel, items, feeds}, selected, privateCopies, waiting, problems}
}

/** The public episodes and those of members, in the order in which members get them. */
function withEarly(
  items: readonly FeedItem[],
  ahead: readonly FeedItem[],
  {earlyInSeconds}: FeedSettings,
): readonly FeedItem[] {
  if (earlyInSeconds === undefined) return items
  return [...ahead, ...items.map((item) => datedForMembers(item, earlyInSeconds))].sort(newestFirst)
}

function listProblems(show: FeedsInput['show'], episodes: number): readonly Problem[] {
  const medium = listMediumOf(show)
  if (medium === undefined || episodes === 0) return []
  const message = `\`medium: ${medium}\` makes the feed a list of what other feeds hold, but the show has episodes of its own, which apps would not look for`
  const own = medium === 'mixed' ? 'podcast' : medium.slice(0, -1)
  const hint = `Write: medium: ${own}; or name what the list holds with remote_items, and move the episodes to a show of theirs`
  return [problem('list-has-episodes', {file: show.file, ...show.places.get('medium')}, message, hint)]
}

function emptyFeed({name, place}: FeedSettings, file: string): Problem {
  const message = `The feed ${name} holds no episode: none of those that are published is what it asks for`
  return problem('feed-empty', {file, ...place}, message, 'Look at season, tag, language, type, person and media of it')
}

function renderFeed(
  settings: FeedSettings & {readonly base: AbsoluteUrl},
  channel: Channel,
  selected: readonly FeedItem[],
  archiveOf: ArchiveOf,
): RenderedFeed {
  const {name, budgetInBytes, itemsPerDocument, query} = settings
  const items = selected.map((item) => itemInFeed(item, settings))
  const trailers = items.filter(({type}) => type === 'trailer')
  const {current, archives} =
    itemsPerDocument === undefined
      ? {current: items, archives: []}
      : divideIntoArchives(items, itemsPerDocument, archiveOf)
  const archived = archives.map(({number, items: each}) => ({
    number,
    items: each,
    paths: archivePaths(settings.paths, number),
  }))
  const urls = archived.map(({paths}) => feedAddresses(settings.base, paths))
  const newest = urls.at(-1)
  const isWindow = query.first !== undefined || query.latest !== undefined
  const history: Feed['history'] =
    newest === undefined ? (isWindow ? {kind: 'complete'} : undefined) : {kind: 'subscription', previous: newest}
  return {
    name,
    isPrivate: settings.members !== undefined,
    budgetInBytes,
    paths: settings.paths,
    document: {...documentOf(channel, current, settings), trailers, ...present({history})},
    archives: archived.map(({number, items: each, paths}, index) => {
      const neighbours = present({previous: urls[index - 1], next: urls[index + 1]})
      const own = {...channel, feedUrls: urls[index] ?? {}}
      const archive = {kind: 'archive', current: channel.feedUrls, ...neighbours} as const
      return {number, paths, document: {...documentOf(own, each, settings), history: archive}}
    }),
  }
}

/** `updatedAt` is the newest date of the content: never the clock. */
function documentOf(channel: Channel, items: readonly FeedItem[], {order}: FeedSettings): Feed {
  const newest = items.reduce((latest, {updatedAt}) => Math.max(latest, updatedAt.getTime()), 0)
  const ordered = order === 'oldest' ? [...items].reverse() : items
  return {channel, items: ordered, updatedAt: new Date(newest), trailers: []}
}

/** An item as one feed has it. One that is as it was is not copied: of a network's, a copy would hold its texts in memory. */
function itemInFeed(whole: FeedItem, {itemGuids, guid, hasTranscripts}: FeedSettings): FeedItem {
  if (itemGuids !== 'own' && !hasTranscripts && !('transcriptHtml' in whole)) return whole
  const {transcriptHtml = '', ...item} = whole
  return {
    ...item,
    ...(itemGuids === 'own' ? {guid: ownGuid(item.guid, guid) as Guid} : {}),
    ...(hasTranscripts ? withTranscript(item, transcriptHtml) : {}),
  }
}

/** The transcript goes into the text that feed readers show. The description stays one that podcast apps take. */
function withTranscript({notesHtml, descriptionHtml = notesHtml}: FeedItem, transcriptHtml: string): Partial<FeedItem> {
  const parts = [notesHtml, transcriptHtml].filter((part) => part !== '')
  return {notesHtml: parts.join('\n'), descriptionHtml}
}

function archivePaths(paths: FeedPaths, number: number): FeedPaths {
  return mapFormats(paths, (path) => archivePath(path, number))
}
