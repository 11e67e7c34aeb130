import {join} from 'node:path'
import type {Episode, ProbedShow} from './model/episode.ts'
import type {Channel, FeedItem} from './model/feed.ts'
import type {OutputFile} from './model/output.ts'
import {hasErrors, type Outcome, type Problem} from './model/problem.ts'
import type {FileCopy} from './model/rendered-episode.ts'
import {probeEpisode, probeShow} from './probe/probe.ts'
import type {EpisodeIdentity} from './read/duplicates.ts'
import {type EpisodeFiles, type OpenedShow, openShow, readEpisode} from './read/read.ts'
import {type HeldBack, renderChannel, renderEpisode} from './render/render.ts'
import {serialiseEpisode} from './serialise/serialise.ts'

/** Where the files of a plan go: to an output folder, into memory, or nowhere. */
export type TakeFile = (file: OutputFile) => Promise<readonly Problem[]>

/** A show whose own part is planned: its episodes can be, one by one and in any order. */
export type ReadyShow = {
  readonly opened: OpenedShow
  readonly show: ProbedShow
  readonly channel: Channel
  readonly copies: readonly FileCopy[]
}

/** What stays of a planned episode: little, so that a show of any length fits into memory. */
export type EpisodeResult = {
  readonly problems: readonly Problem[]
  readonly item?: FeedItem
  readonly heldBack?: HeldBack
  readonly identity?: EpisodeIdentity
}

/** So many episodes are worked on at once: enough to keep the disk busy, few enough that memory stays flat. */
const episodesAtOnce = 8

export async function readyShow(folder: string): Promise<Outcome<ReadyShow>> {
  const opened = await openShow(folder)
  if (!opened.ok) return opened
  const probed = await probeShow(opened.value.show, opened.value.folder)
  if (!probed.ok) return {ok: false, problems: [...opened.problems, ...probed.problems]}
  const {channel, copies, problems} = renderChannel(probed.value)
  const value = {opened: opened.value, show: probed.value, channel, copies}
  // What a wrong field leaves out is missing later: said once, where it is wrong.
  const consequences = hasErrors(opened.problems) ? [] : problems
  return {ok: true, value, problems: [...opened.problems, ...probed.problems, ...consequences]}
}

/** One episode through all stages. Its text is let go of here: only the feed item stays. */
export async function planEpisode(
  {opened, channel}: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
): Promise<EpisodeResult> {
  const episode = await readEpisode(opened, files)
  if (!episode.ok) return {problems: episode.problems}
  const identity = identityOf(episode.value)
  const probed = await probeEpisode(episode.value, opened.folder)
  if (!probed.ok) return {identity, problems: [...episode.problems, ...probed.problems]}
  const rendering = renderEpisode(opened.show, channel, probed.value, now)
  const problems = [...episode.problems, ...probed.problems, ...rendering.problems]
  if (rendering.rendered === undefined) return {identity, heldBack: rendering.heldBack, problems}
  for (const file of serialiseEpisode(channel, rendering.rendered)) {
    problems.push(...(await take(located(file, opened.folder))))
  }
  return detached({identity, item: rendering.rendered.item, problems})
}

/**
 * A copy whose strings are their own: V8 keeps a piece of a text as a reference into it, so that titles and notes would
 * hold the texts of all episodes in memory.
 */
function detached(result: EpisodeResult): EpisodeResult {
  return structuredClone(result)
}

/** Stages name files as the author does, below the show folder; what leaves here can be opened from anywhere. */
export function located(file: OutputFile, folder: string): OutputFile {
  return 'copyFrom' in file ? {...file, copyFrom: join(folder, file.copyFrom)} : file
}

function identityOf({file, slug, guid, places}: Episode): EpisodeIdentity {
  const line = places.get('guid')?.line
  return {file, slug, guid, ...(line === undefined ? {} : {line})}
}

/** Runs `work` over `inputs`, several at once, results in the order of the inputs. */
export async function mapSeveral<In, Out>(
  inputs: Iterable<In>,
  work: (input: In, index: number) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = []
  let next = 0
  const iterator = inputs[Symbol.iterator]()
  const worker = async () => {
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
      const index = next
      next += 1
      results[index] = await work(step.value, index)
    }
  }
  await Promise.all(Array.from({length: episodesAtOnce}, worker))
  return results
}
