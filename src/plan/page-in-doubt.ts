import type {Episode} from '../model/episode.ts'
import type {Problem} from '../model/problem.ts'
import {isOnlyDated, onlyDated} from '../read/episode/no-episode.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {lockedLine, type ReadyShow} from './ready-show.ts'

export type Doubt = {
  readonly problem?: Problem
  /** Whether the answer may be another one tomorrow, with no file of the episode changed. */
  readonly mayChange: boolean
}

/**
 * Whether a page that has nothing of an episode but a date (`subscribe.md`) is one: beside episodes that have recordings it is asked about
 * (`episode-in-doubt`). An episode that was published before stays published.
 */
export async function doubtOf(ready: ReadyShow, episode: Episode, {file, stem}: EpisodeFiles): Promise<Doubt> {
  if (episode.publication.state === 'draft' || !isOnlyDated(episode, stem)) return {mayChange: false}
  const isKnown = lockedLine(ready, file, episode.slug) !== undefined
  return isKnown || !(await ready.hasRecordings()) ? {mayChange: true} : {problem: onlyDated(episode), mayChange: true}
}
