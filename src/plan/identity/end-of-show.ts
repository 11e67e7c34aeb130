import type {Lock} from '../../model/lock.ts'
import type {Place, Problem} from '../../model/problem.ts'
import {problem} from './identity-problems.ts'

type Ending = {
  /** Whether the show's file says now that the show has ended. */
  readonly isComplete: boolean
  /** What was published last. */
  readonly before: Lock | undefined
  readonly newEpisodes: readonly {readonly slug: string}[]
  /** When the episodes are due that are held back. */
  readonly scheduled: readonly Date[]
}

const howToGoOn = 'Have the feed read anew in Podcasts Connect of Apple, and tell listeners to follow the show anew'

/**
 * A show that says that it has ended, and goes on: apps read `complete: true` once, and do not ask for its feed again. Problem:
 * `complete-show-goes-on`.
 */
export function endOfShow({isComplete, before, newEpisodes, scheduled}: Ending, place: Place): readonly Problem[] {
  const wasComplete = before?.show.isComplete === true
  const said = (message: string, hint: string) => [problem('complete-show-goes-on', place, message, hint)]
  if (isComplete && wasComplete && newEpisodes.length > 0) {
    const which = newEpisodes.length === 1 ? `${newEpisodes[0]?.slug} is new` : `${newEpisodes.length} episodes are new`
    const message = `The show is published with complete: true, and ${which}: apps that do not ask for its feed any more do not get it`
    return said(message, `Take complete: true out of show.yaml. ${howToGoOn}`)
  }
  if (isComplete && scheduled.length > 0) {
    const waiting =
      scheduled.length === 1 ? '1 episode waits for its day' : `${scheduled.length} episodes wait for their days`
    const message = `complete: true says that no episode will come, and ${waiting}: apps that do not ask for the feed any more do not get it`
    return said(message, 'Write complete: true when the last episode is out')
  }
  if (isComplete || !wasComplete) return []
  const message =
    'The show was published with complete: true, and goes on: apps that stopped asking for its feed do not learn of it'
  return said(message, howToGoOn)
}
