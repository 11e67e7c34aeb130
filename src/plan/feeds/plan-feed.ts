import type {Feed} from '../../model/feed.ts'
import {type FeedFormatName, type FeedPaths, feedFormatNames} from '../../model/feed-settings.ts'
import {type OutputFile, unchangedFile} from '../../model/output.ts'
import type {Problem} from '../../model/problem.ts'
import type {RenderedFeed} from '../../model/rendered-show.ts'
import {type DocumentFile, feedFormats, serialiseFeed} from '../../serialise/serialise.ts'
import {byteSize} from '../../text/byte-sizes.ts'
import type {TextPiece} from '../../text/text-piece.ts'
import type {PlannedEpisodes} from '../engine.ts'
import type {TakeFile} from '../take-file.ts'
import {reportedPath} from './member-feeds.ts'
import {problem} from './plan-problems.ts'
import type {TakenFeed} from './taken-feed.ts'

/** What there is to say of a planned feed. */
export type PlannedFeed = {
  /** As `show.yaml` calls it; `main` for the show's own. */
  readonly name: string
  readonly title: string
  /** Below the output folder. */
  readonly paths: FeedPaths
  /** How many members a private feed has. Each of them has an address of their own, so `paths` is empty then. */
  readonly members?: number
  /** Episodes in the document that people subscribe to. */
  readonly episodes: number
  /** Archives of older ones, the oldest first. */
  readonly archives: readonly {readonly paths: FeedPaths; readonly episodes: number}[]
  /** The size of the document that people subscribe to. */
  readonly sizeInBytes: {readonly [F in FeedFormatName]?: number}
}

export type FeedSink = {
  readonly take: TakeFile
  /** For files that must not appear in what is said about the others. */
  readonly takePrivate: TakeFile
} & Pick<PlannedEpisodes, 'itemTexts' | 'judge' | 'unchangedSizeInBytes'>

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
  const {itemTexts} = sink
  const rendered = {name, document, ...feed}
  for (const each of serialiseFeed(rendered, showFile, feedFormats, itemTexts?.textsIn)) {
    const {document, isArchive, files} = each
    const made = new Map<FeedFormatName, Pick<FeedPlanning, 'problems' | 'judged'>>()
    for (const {format, separator, file} of soonestFirst(files)) {
      const {problems: taken, pieceEndsInBytes, sizeInBytes} = await takeDocument(file, document, sink)
      itemTexts?.wrote(file.path, document, {pieceEndsInBytes, separator})
      if (!isArchive) sizes[format] = sizeInBytes
      const authors = {items: document.items, showFile}
      const judged = sink.judge({file, reportedPath: reportedPath(file.path), authors, pieceEndsInBytes, separator})
      made.set(format, {problems: taken, judged: [judged]})
    }
    for (const {format} of files) {
      problems.push(...(made.get(format)?.problems ?? []))
      judged.push(...(made.get(format)?.judged ?? []))
    }
    const own = Object.fromEntries(files.map(({format, file}) => [format, file.path]))
    if (isArchive) archives.push({paths: own, episodes: document.items.length})
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

/** The quick formats come first, so that threads that judge need not wait for the slow ones. */
function soonestFirst(files: readonly DocumentFile[]): readonly DocumentFile[] {
  const isSoon = ({isQuick}: DocumentFile) => isQuick === true
  return [...files.filter(isSoon), ...files.filter((file) => !isSoon(file))]
}

type TakenDocument = Pick<TakenFeed, 'pieceEndsInBytes'> & {
  readonly problems: readonly Problem[]
  readonly sizeInBytes: number
}

async function takeDocument(
  file: OutputFile,
  document: Feed,
  {take, unchangedSizeInBytes}: FeedSink,
): Promise<TakenDocument> {
  if (!('pieces' in file)) return {problems: await take(file), pieceEndsInBytes: [], sizeInBytes: 0}
  const known = unchangedSizeInBytes(file.path, document)
  if (known !== undefined) return {problems: await take(unchangedFile(file)), pieceEndsInBytes: [], sizeInBytes: known}
  const measured = measuredPieces(file.pieces)
  const problems = await take({...file, pieces: measured.pieces})
  const pieceEndsInBytes = measured.endsInBytes()
  return {problems, pieceEndsInBytes, sizeInBytes: pieceEndsInBytes.at(-1) ?? 0}
}

/** Passes the pieces on, and notes where each of them ends. */
function measuredPieces(unmeasured: Iterable<TextPiece>) {
  let ends: number[] = []
  function* pieces(): Generator<TextPiece> {
    ends = []
    let sizeInBytes = 0
    for (const piece of unmeasured) {
      sizeInBytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
      ends.push(sizeInBytes)
      yield piece
    }
  }
  return {pieces: {[Symbol.iterator]: pieces}, endsInBytes: (): readonly number[] => ends}
}

function budgetProblems({name, episodes, sizeInBytes, paths}: PlannedFeed, budgetInBytes: number, showFile: string) {
  const largest = Math.max(0, ...Object.values(sizeInBytes))
  if (largest <= budgetInBytes) return []
  const over = feedFormatNames.filter((format) => (sizeInBytes[format] ?? 0) > budgetInBytes)
  const files = over
    .map((format) => `${reportedPath(paths[format] ?? '')} (${byteSize(sizeInBytes[format] ?? 0)})`)
    .join(', ')
  const message = `The feed ${name} is larger than its budget of ${byteSize(budgetInBytes)}: ${files}, with ${episodes} episodes. Apps fetch all of it whenever they look for new ones`
  const fitting = Math.max(10, Math.floor((episodes * budgetInBytes) / largest / 2 / 10) * 10)
  const hint = `Shorten the show notes; or keep older episodes in archives, which Apple Podcasts and Spotify do not read: items_per_feed: ${fitting}; or allow it: feed_budget: ${Math.ceil(largest / 1e6)} MB`
  return [problem('feed-too-large', {file: showFile, line: 1}, message, hint)]
}
