import type {Episode} from '../model/episode.ts'
import type {FeedItem} from '../model/feed.ts'
import type {LockedEpisode} from '../model/lock.ts'
import type {Place, Problem} from '../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../model/rendered-episode.ts'
import type {EpisodeIdentity} from '../read/episode/duplicates.ts'
import type {HeldBack} from '../render/render.ts'
import type {LockFacts} from './identity/locked-media.ts'

/** What stays of a planned episode. It is little, so that a show of any length fits into memory. */
export type EpisodeResult = FailedEpisode | HeldBackEpisode | LeftOutEpisode | PublishedEpisode

/** Its file or its media could not be read: an error among the problems says why. */
export type FailedEpisode = {
  readonly kind: 'failed'
  readonly problems: readonly Problem[]
  /** What its author wrote, if at least its file could be read. */
  readonly identity?: PlannedIdentity
}

/** A draft, or an episode that is not due: nothing of it is published. */
export type HeldBackEpisode = {
  readonly kind: 'held-back'
  readonly problems: readonly Problem[]
  readonly identity: PlannedIdentity
  readonly written: WrittenFacts
  readonly heldBack: HeldBack
  /** Its line in the lock before it is due. Only in a show that wants such lines. */
  readonly lockedAhead?: LockedEpisode
  /** What feeds for members have of it before it is due. Only in a show with such feeds. Each feed decides from when on. */
  readonly early?: EarlyEpisode
}

/** The show's file leaves it out (`leave_out`). */
export type LeftOutEpisode = {
  readonly kind: 'left-out'
  readonly problems: readonly Problem[]
  readonly identity?: never
  readonly leftOut: {readonly slug: string; readonly file: string}
}

export type PublishedEpisode = {
  readonly kind: 'published'
  readonly problems: readonly Problem[]
  readonly identity: PlannedIdentity
  readonly written: WrittenFacts
  readonly item: FeedItem
  readonly lockFacts: LockFacts
  /** Where its pictures are that other episodes may name as well; absent where it has none. */
  readonly picturesAt?: PicturesAt
  /** By what the search finds it (`src/search/episode-words.ts`). Nothing else stays of its texts. */
  readonly words: string
  /** Pictures that this episode may share with others. */
  readonly portraits: readonly FileCopy[]
}

/** At addresses of the episode, or at those that several episodes have. */
export type PicturesAt = 'own' | 'shared'

export type PlannedIdentity = EpisodeIdentity & {readonly hasOwnGuid: boolean}

/** What the author wrote, for checks of the whole show. An episode that is held back has it as well. */
export type WrittenFacts = Pick<Episode, 'file' | 'title' | 'season' | 'number' | 'type'> & {
  readonly places: {readonly title?: Place; readonly number?: Place; readonly date?: Place; readonly draft?: Place}
}
