import {type Problem, withSeverity} from '../../model/problem.ts'

/**
 * Problems of a file beside an episode. Listeners can play the episode without captions or chapters, so no fault in those stops the
 * show. A path that leads out of the show folder does stop it.
 */
export function besideEpisode(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((each) =>
    each.severity === 'error' && each.code !== 'file-outside-show' ? withSeverity(each, 'warning') : each,
  )
}
