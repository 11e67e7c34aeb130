import type {FeedItem} from '../model/feed.ts'
import {type FeedFormatName, type FeedPaths, feedFormatNames} from '../model/feed-plan.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {RenderedFeed} from '../model/rendered-show.ts'
import {type DocumentFile, serialiseFeed} from '../serialise/serialise.ts'
import {published} from './episode-memory.ts'
import {countedPieces, type FeedParts} from './feed-parts.ts'
import {reportedPath} from './member-feeds.ts'
import type {TakeFile} from './plan-episode.ts'

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

export type FeedSink = {
  readonly take: TakeFile
  /** For files that must not appear in what is said about the others. */
  readonly takePrivate: TakeFile
  /** The size in bytes of a text that is published as it would be made, so that it need not be made. */
  readonly publishedSize: (path: string) => number | undefined
  /** What is wrong with a document that was taken, with these items. Others may be made before the answer is there. */
  readonly judge: (file: OutputFile, items: readonly FeedItem[], parts?: FeedParts) => Promise<readonly Problem[]>
}

type FeedPlanning = {
  readonly feed: PlannedFeed
  readonly problems: readonly Problem[]
  readonly judged: readonly Promise<readonly Problem[]>[]
}

/** A feed with its archives, in all its formats. */
export async function planFeed(
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
    const made = new Map<FeedFormatName, Pick<FeedPlanning, 'problems' | 'judged'>>()
    for (const {format, separator, file} of soonestFirst(files)) {
      const {taken, sizeInBytes, parts} = await takeDocument(file, sink, each.items.length, separator)
      if (!isArchive) sizes[format] = sizeInBytes
      made.set(format, {problems: taken, judged: [sink.judge(file, each.items, parts)]})
    }
    for (const {format} of files) {
      problems.push(...(made.get(format)?.problems ?? []))
      judged.push(...(made.get(format)?.judged ?? []))
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

/** Atom is made in a third of the time of the others: threads that judge need not wait for those. */
function soonestFirst(files: readonly DocumentFile[]): readonly DocumentFile[] {
  const isSoon = ({format}: DocumentFile) => format === 'atom'
  return [...files.filter(isSoon), ...files.filter((file) => !isSoon(file))]
}

type TakenDocument = {readonly taken: readonly Problem[]; readonly sizeInBytes: number; readonly parts?: FeedParts}

async function takeDocument(
  file: OutputFile,
  {take, publishedSize}: FeedSink,
  itemCount: number,
  separator: string,
): Promise<TakenDocument> {
  if (!('pieces' in file)) return {taken: await take(file), sizeInBytes: 0}
  const known = publishedSize(file.path)
  if (known !== undefined) return {taken: await take(published(file)), sizeInBytes: known}
  const {pieces, sizeInBytes, parts} = countedPieces(file.pieces)
  const taken = await take({...file, pieces})
  return {taken, sizeInBytes: sizeInBytes(), ...present({parts: parts(itemCount, separator)})}
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
