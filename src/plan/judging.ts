import type {FeedItem} from '../model/feed.ts'
import type {Problem} from '../model/problem.ts'
import type {DividedFeed} from './feed-parts.ts'
import {errorsOf, type FeedAuthors, type FeedDocument, hasFault, ownProblems} from './judge-feeds.ts'
import {sharedQueue} from './shared-queue.ts'

/** A thread that has planned its episodes and has nothing else to do. */
export type JudgingThread = {
  /** Whether one of the parts that it took has an error. */
  readonly hasFault: (feed: DividedFeed, now: Date) => Promise<boolean>
}

/** What is wrong with a document that is about to be published under `path`. */
export type Judge = (document: FeedDocument, path: string, authors: FeedAuthors) => Promise<readonly Problem[]>

/**
 * Judges documents while others are being made, part by part: in `threads`, and in this one as soon as it would wait for them. Almost
 * always nothing is wrong; a document with a faulty part is judged again as a whole, and that is what is said of it.
 */
export function openJudging(now: Date, threads: readonly JudgingThread[]): Judge {
  const waiting: (() => void)[] = []

  /** Not at once: what is made meanwhile, the threads can begin with. They begin with what came first, so this one with the last. */
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

  async function isSound(document: FeedDocument, items: readonly FeedItem[]): Promise<boolean> {
    if (!('place' in document) || document.parts === undefined || !areDistinct(items)) return false
    const {place, parts} = document
    const feed = {place, parts, queue: sharedQueue([...parts.items.keys()])}
    const there = threads.map((thread) => thread.hasFault(feed, now))
    const faults = await Promise.all([...there, later(() => hasFault(feed, now))])
    return !faults.includes(true)
  }

  return async (document, path, authors) => {
    if (await isSound(document, authors.items)) return []
    return ownProblems(await later(() => errorsOf(document, now)), document, path, authors)
  }
}

/** Whether no two items have what a reader tells them apart by: the one thing that parts of a feed do not show. */
function areDistinct(items: readonly FeedItem[]): boolean {
  const guids = new Set(items.map(({guid}) => guid))
  const media = items.flatMap(({enclosure}) => (enclosure === undefined ? [] : [enclosure.url]))
  return guids.size === items.length && new Set(media).size === media.length
}
