import type {EpisodeType} from '../model/episode.ts'
import type {Place} from '../model/problem.ts'

/** The facts of an episode that are compared with those of all others. */
export type CheckedEpisode = {
  readonly file: string
  readonly title: string
  readonly season?: number
  readonly number?: number
  readonly type: EpisodeType
  /** An episode that is held back has no date here. Its number still counts as taken. */
  readonly publishedAt?: Date
  readonly hasText: boolean
  readonly hasPeople: boolean
  readonly places: {readonly title?: Place; readonly number?: Place; readonly date?: Place}
}

export type CheckedShow = {
  readonly file: string
  readonly type: 'episodic' | 'serial'
  readonly hasPeople: boolean
}
