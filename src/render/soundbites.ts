import type {ProbedEpisode} from '../model/episode.ts'
import type {Problem} from '../model/problem.ts'
import {soundbitesKey} from '../tags/podcast/podcast-episode.ts'
import {formatDuration} from '../text/time/durations.ts'
import {problem} from './render-problems.ts'

/**
 * Problems: `soundbite-beyond-end`, by the length of the file that apps download. A second more is allowed, because lengths are
 * rounded.
 */
export function soundbiteProblems(episode: ProbedEpisode): readonly Problem[] {
  const durationInSeconds = episode.media[0]?.facts.durationInSeconds
  if (durationInSeconds === undefined) return []
  const place = {file: episode.file, ...episode.places.get('soundbites')}
  return (soundbitesKey.of(episode) ?? [])
    .filter(({start, duration}) => start + duration > durationInSeconds + 1)
    .map(({start, duration}) => {
      const message = `The soundbite from ${formatDuration(start)} to ${formatDuration(start + duration)} ends after the episode, which is ${formatDuration(durationInSeconds)} long: apps play less of it, or nothing`
      return problem(
        'soundbite-beyond-end',
        place,
        message,
        'Look at its start and its duration: soundbites: [{start: 1:30, duration: 45}]',
      )
    })
}
