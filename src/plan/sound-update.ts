import type {Episode} from '../model/episode.ts'
import {type Problem, withSeverity} from '../model/problem.ts'
import {problem} from '../render/render-problems.ts'

const dayInMilliseconds = 86_400_000

export type SoundUpdate = {
  readonly episode: Episode
  /** Whether the answer may be another one tomorrow, with no file changed. */
  readonly mayChange: boolean
  readonly problems: readonly Problem[]
}

/**
 * The episode without an impossible time of its last change: one that is ahead of the clock, or before publication. Readers sort
 * by this time, and an episode with a time in the future stays on top of their lists. Problems: `updated-implausible`.
 */
export function soundUpdate(episode: Episode, now: Date): SoundUpdate {
  const {updatedAt, publication, ...rest} = episode
  const sound = {episode, mayChange: false, problems: []}
  if (updatedAt === undefined || publication.state === 'draft') return sound
  const isAhead = updatedAt > now
  const isBefore = updatedAt < publication.at
  if (!isAhead && !isBefore) return sound
  const place = {file: episode.file, ...episode.places.get('updated')}
  const without = {episode: {...rest, publication}, mayChange: isAhead}
  // A day without a time begins before the hour at which the episode was published.
  if (!isAhead && publication.at.getTime() - updatedAt.getTime() < dayInMilliseconds) return {...without, problems: []}
  const why = isAhead ? 'it is in the future' : 'it is before the date of the episode'
  const message = `The time of the last change is left out: ${why}`
  const found = problem('updated-implausible', place, message, `Leave it out, or write when the text was changed`)
  // Site generators take it from git, where a scheduled episode was written before it came out.
  return {...without, problems: [isAhead ? found : withSeverity(found, 'info')]}
}
