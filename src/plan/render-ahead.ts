import type {Chapter} from '../model/chapter.ts'
import type {Outcome} from '../model/problem.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {renderEpisode} from '../render/render.ts'
import {probedEpisode} from './probed-episode.ts'
import type {ReadyShow} from './ready-show.ts'

/** An episode as it will be once it is published. */
export type EpisodeAhead = {
  readonly rendered: RenderedEpisode
  /** Chapters within the media file itself. */
  readonly mediaChapters: readonly Chapter[]
}

/** One episode as it will be published, whatever holds it back now. A draft is shown as of `now`, as it has no date that counts. */
export async function renderAhead(ready: ReadyShow, files: EpisodeFiles, now: Date): Promise<Outcome<EpisodeAhead>> {
  const known = await probedEpisode(ready, files, now)
  if (known.episode === undefined) return {ok: false, problems: known.problems}
  const {probed} = known
  const found = [...known.problems, ...probed.problems]
  if (!probed.ok) return {ok: false, problems: found}
  const {publication, notBefore: _whenever, ...episode} = probed.value
  const at = publication.state === 'published' ? publication.at : now
  const {show} = ready.opened
  const shown = {...episode, publication: {state: 'published', at} as const}
  const {rendered, problems} = renderEpisode(show, ready.channel, shown, at)
  if (rendered === undefined) throw new Error('An episode is published at its own time')
  const mediaChapters = probed.value.media[0]?.chapters ?? []
  return {ok: true, value: {rendered, mediaChapters}, problems: [...found, ...problems]}
}
