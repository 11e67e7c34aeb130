import {type MessagePort, parentPort, threadId} from 'node:worker_threads'
import type {OutputFile, StagePlaces} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {openStage, unwritable} from '../write/write.ts'
import type {DividedFeed} from './feed-parts.ts'
import {planPacked} from './packed-episode.ts'
import {readyShow} from './plan-episode.ts'
import {type SharedQueue, workThrough} from './shared-queue.ts'

export type WorkerInput = {
  readonly folder: string
  readonly nowInMilliseconds: number
  readonly places: StagePlaces
  /** Of indexes into the episodes of the show, in its order. */
  readonly queue: SharedQueue
  /** That work on it. */
  readonly threads: number
  readonly isRemembered: boolean
}
export type PlannedInWorker = {
  readonly index: number
  /** For `unpacked`. */
  readonly serialised: Uint8Array
  /** Made, or still to be copied. */
  readonly files: readonly OutputFile[]
}
export type PlannedReply = {readonly planned: readonly PlannedInWorker[]; readonly isLast: boolean}
/** What is asked of it once its episodes are planned. */
export type JudgeRequest = {readonly feed: DividedFeed; readonly nowInMilliseconds: number}
export type JudgeReply = {readonly of: string; readonly isFaulty: boolean}

/** Few, so that the texts of finished episodes are let go of soon; several, because every message wakes the other thread. */
const episodesPerReply = 16

/**
 * Plans episodes in a thread of its own. It opens the show by itself, which is cheaper than sending it, and writes texts
 * into the stage, so that between threads there are only feed items and names of files. Then it judges feeds, until it is ended.
 */
async function work(
  port: MessagePort,
  {folder, nowInMilliseconds, places, queue, threads, isRemembered}: WorkerInput,
): Promise<void> {
  const ready = await readyShow(folder, new Date(nowInMilliseconds))
  if (!ready.ok) throw new Error('The show changed while it was being built')
  const {opened} = ready.value
  const now = new Date(nowInMilliseconds)
  const maker = openStage(places, String(threadId))
  const stage = async (file: OutputFile, files: OutputFile[]): Promise<readonly Problem[]> => {
    if (!('pieces' in file)) {
      files.push(file)
      return []
    }
    try {
      const {pieces: _written, ...rest} = file
      files.push({...rest, staged: await maker.text(file)})
      return []
    } catch (error) {
      return [unwritable(file.path, error)]
    }
  }
  let results: PlannedInWorker[] = []
  await workThrough(queue, threads, async (index) => {
    const episode = opened.episodes[index]
    if (episode === undefined) throw new Error('The show changed while it was being built')
    const files: OutputFile[] = []
    const take = (file: OutputFile) => stage(file, files)
    const serialised = await planPacked(ready.value, episode, now, take, isRemembered)
    results.push({index, serialised, files})
    if (results.length < episodesPerReply) return
    port.postMessage({planned: results, isLast: false} satisfies PlannedReply)
    results = []
  })
  port.postMessage({planned: results, isLast: true} satisfies PlannedReply)
  // While the other threads still plan: no episode needs it.
  await rulesOfFeeds()
}

/** Loaded when they are needed, which takes a moment. */
function rulesOfFeeds(): Promise<typeof import('./judge-feeds.ts')> {
  return import('./judge-feeds.ts')
}

async function judge(port: MessagePort, {feed, nowInMilliseconds}: JudgeRequest): Promise<void> {
  const {hasFault} = await rulesOfFeeds()
  port.postMessage({of: feed.place, isFaulty: hasFault(feed, new Date(nowInMilliseconds))} satisfies JudgeReply)
}

/** Waits for work. To be called in a thread. */
export function listen(): void {
  const port = parentPort
  if (port === null) throw new Error('episode-worker runs only as a worker')
  // What fails here is a bug of ours: as an unhandled rejection it ends the thread, which the other one hears.
  port.on('message', (message: WorkerInput | JudgeRequest) => {
    void ('feed' in message ? judge(port, message) : work(port, message))
  })
}
