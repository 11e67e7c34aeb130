import type {BuildFolders} from '../model/output.ts'
import {present} from '../model/present.ts'
import type {Engine} from '../plan/engine.ts'
import type {Judge} from '../plan/feeds/taken-feed.ts'
import {feedParts} from './judging/feed-parts.ts'
import {openJudging} from './judging/judging.ts'
import {type EpisodeMemory, openMemory} from './memory/episode-memory.ts'
import {planEpisodes} from './threads/episode-pool.ts'

/** Where the files of a build are made and published. Its threads write them there themselves. */
export type EngineUse = {
  readonly folders: BuildFolders
  /** Where a file lies that was taken and differs from the published file of its path. `undefined` for all other files. */
  readonly changedFile: (path: string) => string | undefined
  /**
   * Whether to use what earlier builds remember, and to remember for later builds. Episodes that are known are taken as they are
   * published.
   */
  readonly remembers: boolean
}

/** The engine of one build: it plans on as many cores as are worth it, and remembers. */
export type BuildEngine = {
  readonly plan: Engine
  /** To be asked before `save`: whether nothing had to be planned, since earlier builds knew it all. */
  readonly isIdle: () => boolean
  /** Makes what was planned known to the next build. To be called once it is published. */
  readonly save: () => void
  /** To be called last: nobody reads what was planned any more. Where `save` was not called, it is forgotten. */
  readonly discard: () => void
}

export function openEngine({folders, changedFile, remembers}: EngineUse): BuildEngine {
  let memory: EpisodeMemory | undefined
  let discardResults = () => {}
  const plan: Engine = async (episodes) => {
    const {ready, now} = episodes
    if (remembers) memory = openMemory(ready, now, {output: folders.output, stagedAt: changedFile})
    const {results, marks, threads, close, discard} = await planEpisodes({...episodes, folders, memory})
    discardResults = discard
    const judgeStaged = openJudging(now, threads, memory?.texts.verdicts)
    const judge: Judge = async (feed) => {
      // What is published already was judged by the build that made it.
      const file = changedFile(feed.file.path)
      if (file === undefined) return []
      return judgeStaged({file, ...present({parts: feedParts(feed)})}, feed.reportedPath, feed.authors)
    }
    return {
      results,
      judge,
      unchangedSizeInBytes: (path, madeOf) => memory?.texts.unchangedSizeInBytes(path, marks.markOf(madeOf)),
      ...present({itemTexts: memory?.texts.itemTexts(marks.ofItems)}),
      // Nobody waits for a thread to end: it takes as long to free its memory as to publish a thousand episodes, and it has nothing left to
      // do.
      close: () => void close(),
    }
  }
  return {
    plan,
    isIdle: () => memory?.isIdle() === true,
    save: () => {
      memory?.save()
      memory = undefined
    },
    discard: () => {
      memory?.discard()
      discardResults()
    },
  }
}
