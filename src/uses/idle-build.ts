import {present} from '../model/present.ts'
import type {Plan} from '../plan/plan.ts'

/** A build that had nothing to do. It tells, without another build, whether the next one will have something to do. */
export type IdleBuild = {
  /** When there may be something to do although no file changed. Absent: there is nothing to do until a file changes. */
  readonly until?: Date
  /** Folders outside the show's that were looked into. */
  readonly otherFolders: readonly string[]
}

/** Nothing is kept for a show with feeds for members, because the environment may say who they are. */
export function idleBuild({show, summary, lock, otherFolders}: Plan, now: Date): IdleBuild | undefined {
  if (show.feeds.some(({members}) => members !== undefined)) return undefined
  const ahead = lock.lock.episodes.flatMap((episode) => (episode.ahead === undefined ? [] : [new Date(episode.ahead)]))
  const times = [...summary.scheduled, ...summary.scheduledForMembers, ...ahead].filter((time) => time > now)
  const [first] = times.toSorted((one, other) => one.getTime() - other.getTime())
  return {...present({until: first}), otherFolders}
}
