import type {FeedItem} from '../model/feed.ts'
import {type FeedFormatName, type FeedPaths, type FeedPlan, feedFormatNames} from '../model/feed-plan.ts'
import type {Lock, LockedEpisode} from '../model/lock.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Problem, problem} from '../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../model/rendered-episode.ts'
import type {RenderedFeed} from '../model/rendered-show.ts'
import type {Redirect} from '../model/serving.ts'
import {renderFeeds, renderMoves} from '../render/render.ts'
import {serialiseFeed, serialiseMoved, serialiseShow} from '../serialise/serialise.ts'
import {published} from './episode-memory.ts'
import {earlyFolder, memberFeeds, reportedPath} from './member-feeds.ts'
import {located, type ReadyShow, type TakeFile} from './plan-episode.ts'

/** What there is to say of a planned feed. */
export type PlannedFeed = {
  /** As `show.yaml` calls it; `main` for the show's own. */
  readonly name: string
  readonly title: string
  /** Below the output folder. */
  readonly paths: FeedPaths
  /** How many have a private feed; their addresses are theirs alone, so there are no paths then. */
  readonly members?: number
  /** Episodes in the document that people subscribe to. */
  readonly episodes: number
  /** Archives of older ones, the oldest first. */
  readonly archives: readonly {readonly paths: FeedPaths; readonly episodes: number}[]
  /** Of the document that people subscribe to. */
  readonly sizeInBytes: {readonly [F in FeedFormatName]?: number}
}

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

type FeedSink = {
  readonly take: TakeFile
  /** For files that must not appear in what is said about the others. */
  readonly takePrivate: TakeFile
  /** The size in bytes of a text that is published as it would be made, so that it need not be made. */
  readonly publishedSize: (path: string) => number | undefined
  /** What is wrong with a document that was taken, with these items. Others may be made before the answer is there. */
  readonly judge: (file: OutputFile, items: readonly FeedItem[]) => Promise<readonly Problem[]>
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
    problems.push(...(await sink.take(located(unlessPublished(file, sink), folder))))
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

type FeedPlanning = {
  readonly feed: PlannedFeed
  readonly problems: readonly Problem[]
  readonly judged: readonly Promise<readonly Problem[]>[]
}

async function planFeed(
  {name, document, ...feed}: RenderedFeed,
  showFile: string,
  sink: FeedSink,
): Promise<FeedPlanning> {
  const problems: Problem[] = []
  const judged: Promise<readonly Problem[]>[] = []
  const archives: PlannedFeed['archives'][number][] = []
  const sizes: {[F in FeedFormatName]?: number} = {}
  let paths: FeedPaths = {}
  for (const {document: each, isArchive, files} of serialiseFeed({name, document, ...feed}, showFile)) {
    for (const {format, file} of files) {
      const count = (bytes: number) => {
        if (!isArchive) sizes[format] = bytes
      }
      const made = unlessPublished(file, sink, count)
      problems.push(...(await sink.take(measured(made, count))))
      judged.push(sink.judge(file, each.items))
    }
    const own = Object.fromEntries(files.map(({format, file}) => [format, file.path]))
    if (isArchive) archives.push({paths: own, episodes: each.items.length})
    else paths = own
  }
  const planned = {
    name,
    title: document.channel.title,
    paths,
    episodes: document.items.length,
    archives,
    sizeInBytes: sizes,
  }
  return {feed: planned, problems: [...problems, ...budgetProblems(planned, feed.budgetInBytes, showFile)], judged}
}

/** `file`, without its text where that is published; then its size is told at once. */
function unlessPublished(
  file: OutputFile,
  {publishedSize}: FeedSink,
  tell: (sizeInBytes: number) => void = () => {},
): OutputFile {
  const sizeInBytes = 'pieces' in file ? publishedSize(file.path) : undefined
  if (sizeInBytes === undefined) return file
  tell(sizeInBytes)
  return published(file)
}

/** `file`, which tells its size once it was read to its end. */
function measured(file: OutputFile, tell: (sizeInBytes: number) => void): OutputFile {
  if (!('pieces' in file)) return file
  const {pieces} = file
  function* counted(): Generator<string> {
    let sizeInBytes = 0
    for (const piece of pieces) {
      sizeInBytes += Buffer.byteLength(piece)
      yield piece
    }
    tell(sizeInBytes)
  }
  return {...file, pieces: {[Symbol.iterator]: counted}}
}

function budgetProblems({name, episodes, sizeInBytes, paths}: PlannedFeed, budgetInBytes: number, showFile: string) {
  const largest = Math.max(0, ...Object.values(sizeInBytes))
  if (largest <= budgetInBytes) return []
  const over = feedFormatNames.filter((format) => (sizeInBytes[format] ?? 0) > budgetInBytes)
  const files = over
    .map((format) => `${reportedPath(paths[format] ?? '')} (${megabytes(sizeInBytes[format] ?? 0)})`)
    .join(', ')
  const message = `The feed ${name} is larger than its budget of ${megabytes(budgetInBytes)}: ${files}, with ${episodes} episodes. Apps fetch all of it whenever they look for new ones`
  const fitting = Math.max(10, Math.floor((episodes * budgetInBytes) / largest / 2 / 10) * 10)
  const hint = `Shorten the show notes; or keep older episodes in archives, which Apple Podcasts and Spotify do not read: items_per_feed: ${fitting}; or allow it: feed_budget: ${Math.ceil(largest / 1e6)} MB`
  return [problem('feed-too-large', {file: showFile, line: 1}, message, hint)]
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
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
