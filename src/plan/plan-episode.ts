import type {Episode, ProbedEpisode} from '../model/episode.ts'
import type {Channel} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {Outcome} from '../model/problem.ts'
import {leftOutSlug} from '../read/episode/left-out.ts'
import type {EpisodeFiles, OpenedShow} from '../read/read.ts'
import {type HeldBack, renderEarly, renderEpisode} from '../render/render.ts'
import {episodeWords} from '../search/episode-words.ts'
import {serialiseEpisode} from '../serialise/serialise.ts'
import {withTemplates} from '../theme/templates/open-templates.ts'
import type {EpisodeResult, HeldBackEpisode, WrittenFacts} from './episode-result.ts'
import {type KnownFacts, lockFactsOf, withHashes} from './identity/locked-media.ts'
import {probedEpisode} from './probed-episode.ts'
import type {ReadyShow} from './ready-show.ts'
import {located, type TakeFile} from './take-file.ts'

/** An episode that went through all stages: what stays of it, and what it was made from, which is to be released from memory soon. */
export type PlannedEpisode = {
  readonly result: EpisodeResult
  /** Absent where the episode failed. */
  readonly madeFrom?: MadeFrom
  /** Whether it may come out differently tomorrow, although no file of it changes. */
  readonly mayChange?: boolean
}

/** An episode, and what `probe` found out about it with the help of the lock. */
export type MadeFrom = {readonly episode: Episode; readonly probed: Outcome<ProbedEpisode>}

/** One episode through all stages: read, probe, render, serialise. Its files go to `take`. */
export async function planEpisode(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
): Promise<PlannedEpisode> {
  const {opened, channel} = ready
  if (opened.context.corrections.leftOut.has(files.file)) return leftOut(opened, files, ready.slugs.get(files.file))
  const known = await probedEpisode(ready, files, now)
  if (known.episode === undefined)
    return {result: {kind: 'failed', problems: known.problems}, mayChange: known.mayChange}
  const {episode, identity, probed, mayChange, locked, picturesAt} = known
  const found = [...known.problems, ...probed.problems]
  if (!probed.ok) return {result: {kind: 'failed', identity, problems: found}}

  const rendering = renderEpisode(opened.show, channel, probed.value, now)
  const problems = [...found, ...rendering.problems]
  const written = writtenFacts(episode)
  const madeFrom = {episode, probed}
  if (rendering.rendered === undefined) {
    const {heldBack} = rendering
    const ahead = await lineAhead(opened, channel, probed.value, heldBack, locked)
    const early = await earlyEpisode(opened, channel, probed.value, locked)
    return {result: {kind: 'held-back', identity, written, heldBack, problems, ...ahead, ...early}, madeFrom, mayChange}
  }

  // All at once. If one waited for the other, other episodes would come between, and what these files share (`readableParts`)
  // would be made for each of them.
  const site = await withTemplates(channel)
  const outputs = serialiseEpisode(site.channel, rendering.rendered)
  const taken = Array.from(outputs, (file) => take(located(file, opened.folder)))
  problems.push(...site.problems(), ...(await Promise.all(taken)).flat())
  const lockFacts = await lockFactsOf(probed.value, rendering.rendered, opened.folder, locked)
  const item = withHashes(rendering.rendered.item, lockFacts)
  const {portraits} = rendering.rendered
  const words = episodeWords(rendering.rendered)
  return {
    result: {
      kind: 'published',
      identity,
      written,
      item,
      lockFacts,
      words,
      portraits,
      problems,
      ...present({picturesAt}),
    },
    madeFrom,
    mayChange,
  }
}

async function leftOut({context}: OpenedShow, files: EpisodeFiles, published?: string): Promise<PlannedEpisode> {
  const slug = await leftOutSlug(files, context, published)
  return {result: {kind: 'left-out', problems: [], leftOut: {file: files.file, slug}}}
}

/**
 * What the lock is to say of a scheduled episode, if the show wants that. It is the same as when the episode is due, because it
 * depends only on the files.
 */
async function lineAhead(
  {show, folder}: OpenedShow,
  channel: Channel,
  episode: ProbedEpisode,
  heldBack: HeldBack,
  known: KnownFacts,
): Promise<Pick<HeldBackEpisode, 'lockedAhead'>> {
  if (!show.schedule.inLock || heldBack.state !== 'scheduled') return {}
  const {rendered} = renderEpisode(show, channel, episode, heldBack.at)
  if (rendered === undefined) return {}
  const {slug, guid, publishedAt} = rendered.item
  const facts = await lockFactsOf(episode, rendered, folder, known)
  return {lockedAhead: {slug, guid, published: publishedAt.toISOString(), ahead: heldBack.at.toISOString(), ...facts}}
}

async function earlyEpisode(
  {show, folder}: OpenedShow,
  channel: Channel,
  episode: ProbedEpisode,
  known: KnownFacts,
): Promise<Pick<HeldBackEpisode, 'early'>> {
  if (show.feeds.every(({earlyInSeconds}) => earlyInSeconds === undefined)) return {}
  const early = renderEarly(show, channel, episode)
  if (early === undefined) return {}
  const facts = await lockFactsOf(episode, early, folder, known)
  return {early: {...early, item: withHashes(early.item, facts)}}
}

function writtenFacts({file, title, season, number, type, places}: Episode): WrittenFacts {
  const written = {
    title: places.get('title'),
    number: places.get('episode'),
    date: places.get('date'),
    draft: places.get('draft'),
  }
  return {file, title, type, places: present(written), ...present({season, number})}
}
