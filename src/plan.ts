import {join} from 'node:path'
import type {Episode} from './model/episode.ts'
import type {Channel, FeedItem} from './model/feed.ts'
import type {OutputFile} from './model/output.ts'
import type {Outcome, Problem} from './model/problem.ts'
import {probeEpisode, probeShow} from './probe/probe.ts'
import {duplicateIdentities, type EpisodeIdentity} from './read/duplicates.ts'
import {type EpisodeFiles, type OpenedShow, openShow, readEpisode, unknownKeyProblems} from './read/read.ts'
import {type HeldBack, renderChannel, renderEpisode, renderFeed} from './render/render.ts'
import {serialiseEpisode, serialiseFeed} from './serialise/serialise.ts'

export type PlanOptions = {
  /** What counts as published: an episode dated later is held back, with every trace of it. */
  readonly now: Date
  /** Called after each episode. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
}

/** What there is to say of a planned show beside its files. */
export type PlanSummary = {
  readonly title: string
  readonly siteUrl: string
  readonly published: number
  readonly drafts: number
  /** When held-back episodes are due, the next one first. Nothing else of them: logs of CI are public. */
  readonly scheduled: readonly Date[]
  /** Paths of the feeds below the output folder. */
  readonly feeds: {readonly rss: string; readonly atom: string; readonly json: string}
}

/** Where the files of a plan go: to an output folder, into memory, or nowhere. */
export type TakeFile = (file: OutputFile) => Promise<readonly Problem[]>

/** So many episodes are worked on at once: enough to keep the disk busy, few enough that memory stays flat. */
const episodesAtOnce = 8

type EpisodeResult = {
  readonly problems: readonly Problem[]
  readonly item?: FeedItem
  readonly heldBack?: HeldBack
  readonly identity?: EpisodeIdentity
}

/** One episode through all stages. Its text is let go of here: only the feed item stays. */
async function planEpisode(
  opened: OpenedShow,
  files: EpisodeFiles,
  channel: Channel,
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
  for (const file of serialiseEpisode(channel, rendering.rendered)) problems.push(...(await take(file)))
  return {identity, item: rendering.rendered.item, problems}
}

function identityOf({file, slug, guid, lines}: Episode): EpisodeIdentity {
  const line = lines.get('guid')
  return {file, slug, guid, ...(line === undefined ? {} : {line})}
}

/** Runs `work` over `inputs`, several at once, results in the order of the inputs. */
async function mapSeveral<In, Out>(inputs: readonly In[], work: (input: In) => Promise<Out>): Promise<readonly Out[]> {
  const results: Out[] = []
  const entries = inputs.entries()
  const worker = async () => {
    for (const [index, input] of entries) results[index] = await work(input)
  }
  await Promise.all(Array.from({length: episodesAtOnce}, worker))
  return results
}

/**
 * Everything that `build` would write, without writing: read, probe, render, serialise. Files go to `take` one by one, so
 * a show of any size streams through. All problems of all episodes are reported, whatever else is wrong.
 */
export async function plan(folder: string, options: PlanOptions, takeFile: TakeFile): Promise<Outcome<PlanSummary>> {
  const opened = await openShow(folder)
  if (!opened.ok) return opened
  // Stages name files as the author does, below the show folder; what leaves here can be opened from anywhere.
  const take: TakeFile = (file) =>
    takeFile('copyFrom' in file ? {...file, copyFrom: join(opened.value.folder, file.copyFrom)} : file)
  const probedShow = await probeShow(opened.value.show, opened.value.folder)
  if (!probedShow.ok) return {ok: false, problems: [...opened.problems, ...probedShow.problems]}
  const {channel, copies, problems: channelProblems} = renderChannel(probedShow.value, opened.value.showFile)

  let done = 0
  const {episodes} = opened.value
  const results = await mapSeveral(episodes, async (files) => {
    const result = await planEpisode(opened.value, files, channel, options.now, take)
    done += 1
    options.onProgress?.({done, total: episodes.length})
    return result
  })

  const {feed, problems: feedProblems} = renderFeed(channel, present(results.map(({item}) => item)))
  const problems = [
    ...opened.problems,
    ...probedShow.problems,
    ...channelProblems,
    ...results.flatMap((result) => result.problems),
    ...unknownKeyProblems(opened.value),
    ...duplicateIdentities(present(results.map(({identity}) => identity))),
    ...feedProblems,
  ]
  for (const file of serialiseFeed(feed, copies, opened.value.showFile)) problems.push(...(await take(file)))
  const held = present(results.map(({heldBack}) => heldBack))
  const value: PlanSummary = {
    title: channel.title,
    siteUrl: channel.siteUrl,
    published: feed.items.length,
    drafts: held.filter(({state}) => state === 'draft').length,
    scheduled: held
      .flatMap((each) => (each.state === 'scheduled' ? [each.at] : []))
      .sort((a, b) => a.getTime() - b.getTime()),
    feeds: opened.value.show.feedPaths,
  }
  return {ok: true, value, problems: inOrder(problems)}
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value): value is T => value !== undefined)
}

/** By place, so that a person works through a file from the top; what has no place comes first. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({file = '', line = 0, column = 0}: Problem) => [file, line, column] as const
  return [...problems].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
    return a[1] - b[1] || a[2] - b[2]
  })
}
