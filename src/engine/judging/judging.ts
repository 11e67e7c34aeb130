import type {FeedItem} from '../../model/feed.ts'
import type {Problem} from '../../model/problem.ts'
import {errorsOf, ownProblems} from '../../plan/feeds/judge-feeds.ts'
import type {FeedAuthors} from '../../plan/feeds/taken-feed.ts'
import type {DividedFeed, FeedParts} from './feed-parts.ts'
import {judgeParts, type PartsJudged} from './judge-parts.ts'
import {sharedQueue} from './shared-queue.ts'

/** A thread that has planned its episodes and has nothing else to do. */
export type JudgingThread = {
  readonly judgeParts: (feed: DividedFeed, now: Date) => Promise<PartsJudged>
}

/** A document in a file, with what is known of its items. */
export type StagedFeed = {readonly file: string; readonly parts?: FeedParts}

/** Marks of items of the document at `path` that earlier builds found sound, and that this one found. */
export type Verdicts = {
  readonly of: (path: string) => readonly string[]
  readonly keep: (path: string, sound: readonly string[]) => void
}

/** What is wrong with a document that is about to be published under `path`. */
export type JudgeStaged = (document: StagedFeed, path: string, authors: FeedAuthors) => Promise<readonly Problem[]>

/**
 * Judges documents part by part while others are being made: in `threads`, and in this thread as soon as it would have to wait
 * for them. Almost always nothing is wrong. A document with a faulty part is judged again as a whole, and that result counts.
 */
export function openJudging(now: Date, threads: readonly JudgingThread[], verdicts?: Verdicts): JudgeStaged {
  const waiting: (() => void)[] = []

  /**
   * This thread does not begin at once, so that the others have enough work at that time. The others take the first parts, and
   * this thread takes the last.
   */
  function later<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
      setImmediate(() => waiting.pop()?.())
    })
  }

  async function isSound({file, parts}: StagedFeed, path: string, items: readonly FeedItem[]): Promise<boolean> {
    if (parts === undefined || !areDistinct(items)) return false
    const queue = sharedQueue([...parts.parts.keys()])
    const feed = {file, parts, queue, knownAsSound: verdicts?.of(path) ?? []}
    const there = threads.map((thread) => thread.judgeParts(feed, now))
    const judged = await Promise.all([...there, later(() => judgeParts(feed, now))])
    if (judged.some(({isFaulty}) => isFaulty)) return false
    verdicts?.keep(
      path,
      judged.flatMap(({sound}) => sound),
    )
    return true
  }

  return async (document, path, authors) => {
    if (await isSound(document, path, authors.items)) return []
    return ownProblems(await later(() => errorsOf(document, now)), document, path, authors)
  }
}

/** Whether each item has its own identity for readers. This is the only thing that the parts of a feed cannot show. */
export function areDistinct(items: readonly FeedItem[]): boolean {
  const guids = new Set(items.map(({guid}) => guid))
  const media = items.flatMap(({enclosure}) => (enclosure === undefined ? [] : [enclosure.url]))
  return guids.size === items.length && new Set(media).size === media.length
}
