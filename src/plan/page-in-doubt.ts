import type {Episode} from '../model/episode.ts'
import type {Problem} from '../model/problem.ts'
import {isOnlyDated, onlyDated} from '../read/episode/no-episode.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {lockedLine, type ReadyShow} from './ready-show.ts'

export type Doubt = {
  readonly problem?: Problem
  /** Whether the answer may be different tomorrow, although no file of the episode changes. */
  readonly mayChange: boolean
}

/**
 * Whether a page is an episode that has nothing of one but a date (`subscribe.md`). Beside episodes that have recordings, the
 * author is asked (`episode-in-doubt`). An episode that was published before stays published.
 */
export async function doubtOf(ready: ReadyShow, episode: Episode, {file, stem}: EpisodeFiles): Promise<Doubt> {
  if (episode.publication.state === 'draft' || !isOnlyDated(episode, stem)) return {mayChange: false}
  const isKnown = lockedLine(ready, file, episode.slug) !== undefined
  return isKnown || !(await ready.hasRecordings()) ? {mayChange: true} : {problem: onlyDated(episode), mayChange: true}
}
