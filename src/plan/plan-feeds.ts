import type {FeedItem} from '../model/feed.ts'
import type {FeedPaths, FeedPlan} from '../model/feed-plan.ts'
import type {Lock, LockedEpisode} from '../model/lock.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Problem} from '../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../model/rendered-episode.ts'
import type {RenderedFeed} from '../model/rendered-show.ts'
import type {Redirect} from '../model/serving.ts'
import {renderFeeds, renderMoves} from '../render/render.ts'
import {serialiseMoved, serialiseShow} from '../serialise/serialise.ts'
import {published} from './episode-memory.ts'
import {earlyFolder, memberFeeds} from './member-feeds.ts'
import {located, type ReadyShow} from './plan-episode.ts'
import {type FeedSink, type PlannedFeed, planFeed} from './plan-feed.ts'

export type PlannedFeeds = {
  readonly feeds: readonly PlannedFeed[]
  /** With the archives that episodes are in now. */
  readonly lock: Lock
  /** Old addresses of the show, and where they lead. */
  readonly redirects: readonly Redirect[]
  /** When members get episodes that they do not have yet. */
  readonly waiting: readonly Date[]
  readonly problems: readonly Problem[]
}

type PublishedEpisodes = {
  readonly items: readonly FeedItem[]
  /** Pictures of people, each as often as an episode has it. */
  readonly portraits: readonly FileCopy[]
  readonly lock: Lock
  /** Those that members may have already. */
  readonly early?: {readonly episodes: readonly EarlyEpisode[]; readonly now: Date}
}

type FeedsOf = Pick<ReadyShow, 'channel' | 'feedChannels' | 'copies'> & {
  readonly opened: Pick<ReadyShow['opened'], 'show' | 'showFile' | 'folder'>
}

/** The feeds of a show and its index page, from its published episodes. */
export async function planFeeds(
  {opened, channel, feedChannels, copies}: FeedsOf,
  {items, portraits, lock, early}: PublishedEpisodes,
  sink: FeedSink,
): Promise<PlannedFeeds> {
  const {show, showFile, folder} = opened
  const locked = new Map(lock.episodes.map((each) => [each.slug, each]))
  const archiveOf = (feed: string) => (slug: string) => locked.get(slug)?.archives?.[feed]
  const members = await membersOf(show.feeds, folder, showFile)
  const memberPaths = (feed: string) => members.feeds.get(feed) ?? []
  const ahead = early === undefined ? {} : {early: {...early, folderOf: earlyFolder}}
  const input = {show, channel, feedChannels, archiveOf, memberPaths, ...ahead}
  const {rendered, privateCopies, waiting, problems: feedProblems} = renderFeeds(input, items)
  const problems = [...members.problems, ...feedProblems]
  const judge: FeedSink['judge'] = async (...document) => (hasErrors(problems) ? [] : sink.judge(...document))
  const feeds: PlannedFeed[] = []
  const judged: Promise<readonly Problem[]>[] = []
  for (const feed of rendered.feeds) {
    const planned = await planFeed(feed, showFile, feed.isPrivate ? privateSink(sink, judge) : {...sink, judge})
    problems.push(...planned.problems)
    judged.push(Promise.all(planned.judged).then((each) => each.flat()))
    if (!feed.isPrivate) feeds.push(planned.feed)
    else if (feeds.at(-1)?.name !== feed.name) {
      feeds.push({
        ...planned.feed,
        paths: {},
        archives: withoutPaths(planned.feed),
        members: memberPaths(feed.name).length,
      })
    }
  }
  // After the feeds, which are judged in the meantime.
  for (const file of serialiseShow(rendered, onceEach([...copies, ...portraits]), showFile))
    problems.push(
      ...(await sink.take(located(sink.publishedSize(file.path) === undefined ? file : published(file), folder))),
    )
  for (const {from, ...copy} of onceEach(privateCopies)) {
    const file = {...copy, rank: 'referred', isPrivate: true, source: showFile, copyFrom: from} as const
    problems.push(...(await sink.takePrivate(located(file, folder))))
  }
  for (const name of members.feeds.keys()) problems.push(...(await sink.takePrivate(listingPage(name, showFile))))
  const moves = renderMoves(show, channel, items)
  problems.push(...moves.problems)
  for (const file of movedFiles(rendered.feeds, moves, showFile)) problems.push(...(await sink.take(file)))
  problems.push(...firstErrors(await Promise.all(judged)))
  return {feeds, lock: withArchives(lock, rendered.feeds), waiting, redirects: moves.redirects, problems}
}

type Members = {readonly feeds: ReadonlyMap<string, readonly FeedPaths[]>; readonly problems: readonly Problem[]}

async function membersOf(plans: readonly FeedPlan[], folder: string, showFile: string): Promise<Members> {
  const feeds = new Map<string, readonly FeedPaths[]>()
  const problems: Problem[] = []
  for (const plan of plans.filter(({members}) => members !== undefined)) {
    const found = await memberFeeds(plan, folder, showFile)
    problems.push(...found.problems)
    feeds.set(plan.name, found.ok ? found.value.map(({paths}) => paths) : [])
  }
  return {feeds, problems}
}

/** All members have the same feed, so it is judged and measured anew for each, but only their own files hold their paths. */
function privateSink({takePrivate, ...sink}: FeedSink, judge: FeedSink['judge']): FeedSink {
  return {...sink, takePrivate, take: takePrivate, publishedSize: () => undefined, judge}
}

function withoutPaths({archives}: PlannedFeed): PlannedFeed['archives'] {
  return archives.map(({episodes}) => ({episodes, paths: {}}))
}

/** In the folder that holds the members' own: a server that lists folders would name them all. */
function listingPage(feed: string, source: string): OutputFile {
  const text = '<!doctype html>\n<meta charset="utf-8">\n<meta name="robots" content="noindex">\n<title>404</title>\n'
  return {path: `${feed}/index.html`, mimeType: 'text/html', rank: 'referred', source, pieces: [text]}
}

function movedFiles([main]: readonly RenderedFeed[], moves: ReturnType<typeof renderMoves>, showFile: string) {
  return main === undefined ? [] : serialiseMoved(main.document, moves, showFile)
}

function onceEach(copies: readonly FileCopy[]): readonly FileCopy[] {
  return [...new Map(copies.map((copy) => [`${copy.from}\n${copy.path}`, copy])).values()]
}

/** What is wrong with an episode in one feed is wrong in the other feeds that have it: said of the first. */
function firstErrors(judged: readonly (readonly Problem[])[]): readonly Problem[] {
  return judged.find((problems) => problems.length > 0) ?? []
}

function withArchives(lock: Lock, feeds: readonly RenderedFeed[]): Lock {
  const archives = new Map<string, Record<string, number>>()
  for (const {name, archives: documents} of feeds) {
    for (const {number, document} of documents) {
      for (const {slug} of document.items) archives.set(slug, {...archives.get(slug), [name]: number})
    }
  }
  const episodes = lock.episodes.map(({archives: _before, ...episode}): LockedEpisode => {
    return {...episode, ...present({archives: archives.get(episode.slug)})}
  })
  return {...lock, episodes}
}
