import type {EpisodeType} from '../model/episode.ts'
import type {Place} from '../model/problem.ts'

/** Of an episode what is held against all others. */
export type CheckedEpisode = {
  readonly file: string
  readonly title: string
  readonly season?: number
  readonly number?: number
  readonly type: EpisodeType
  /** Absent for one that is held back: its number is taken all the same. */
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
