import type {Feed, KnownItems} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import type {PageSource} from '../model/rendered-show.ts'
import type {EpisodeResult} from './episode-result.ts'
import type {Judge, TakenFeed} from './feeds/taken-feed.ts'
import type {ReadyShow} from './ready-show.ts'
import type {TakeFile} from './take-file.ts'

/**
 * Plans the episodes of a show and then judges its feeds. `inOneThread` does both in the plainest way. `src/engine/` uses several
 * threads, and what earlier builds remember. Both give the same files and the same problems.
 */
export type Engine = (episodes: EpisodesToPlan) => Promise<PlannedEpisodes>

export type EpisodesToPlan = {
  readonly ready: ReadyShow
  readonly now: Date
  /** Gets the files of all episodes, in any order. */
  readonly take: TakeFile
  /** To be called after each episode. */
  readonly onEpisode: () => void
}

export type PlannedEpisodes = {
  /** In the order of the show's files. */
  readonly results: readonly EpisodeResult[]
  readonly judge: Judge
  /**
   * To be asked for each text of the show as a whole, with all that it is made of beside the file of the show and its cover. Gives its
   * size in bytes, if the same text is published already. Then that text need not be made.
   */
  readonly unchangedSizeInBytes: (path: string, madeOf: Feed | PageSource) => number | undefined
  /** Absent where nothing is known of earlier documents. */
  readonly itemTexts?: ItemTexts
  /** To be called when nothing more will be asked. */
  readonly close: () => void
}

/** Texts of items in documents of feeds, for documents that are written again. */
export type ItemTexts = {
  /** What is known of the items of the document that will be at `path`. */
  readonly textsIn: (path: string, document: Feed, format: FeedFormatName) => KnownItems
  /** To be called when a document was written. */
  readonly wrote: (path: string, document: Feed, pieces: Pick<TakenFeed, 'pieceEndsInBytes' | 'separator'>) => void
}
