import {type MessagePort, parentPort, threadId} from 'node:worker_threads'
import type {BuildFolders, OutputFile} from '../../model/output.ts'
import type {Problem} from '../../model/problem.ts'
import {readyShow} from '../../plan/ready-show.ts'
import {openStage, unwritable} from '../../write/write.ts'
import type {DividedFeed} from '../judging/feed-parts.ts'
import {judgeParts, type PartsJudged} from '../judging/judge-parts.ts'
import {type SharedQueue, workThrough} from '../judging/shared-queue.ts'
import {planPacked} from '../memory/packed-episode.ts'

export type WorkerInput = {
  readonly folder: string
  readonly nowInMilliseconds: number
  readonly folders: BuildFolders
  /** Indexes into the episodes of the show, in its order. */
  readonly queue: SharedQueue
  /** How many threads work on the queue. */
  readonly threads: number
  readonly isRemembered: boolean
  readonly resizesPictures: boolean
}
export type PlannedInWorker = {
  readonly index: number
  /** For `unpacked`. */
  readonly serialised: Uint8Array
  /** The files that were made, and those that are still to be copied. */
  readonly files: readonly OutputFile[]
}
export type PlannedReply = {readonly planned: readonly PlannedInWorker[]; readonly isLast: boolean}
/** What is asked of it once its episodes are planned. */
export type JudgeRequest = {readonly feed: DividedFeed; readonly nowInMilliseconds: number}
export type JudgeReply = PartsJudged & {readonly of: string}

/**
 * How many episodes a message holds. Few, so that the texts of finished episodes are let go of soon. More than one, because every message
 * wakes the other thread.
 */
const episodesPerReply = 16

/**
 * Plans episodes in a thread of its own. It opens the show itself, which is cheaper than sending it. It writes texts into the
 * stage, so that only feed items and names of files go between threads. Then it judges feeds until it is ended.
 */
async function work(
  port: MessagePort,
  {folder, nowInMilliseconds, folders, queue, threads, isRemembered, resizesPictures}: WorkerInput,
): Promise<void> {
  const ready = await readyShow(folder, new Date(nowInMilliseconds), resizesPictures)
  if (!ready.ok) throw new Error('The show changed while it was being built')
  const {opened} = ready.value
  const now = new Date(nowInMilliseconds)
  const maker = openStage(folders, String(threadId))
  const stage = async (file: OutputFile, files: OutputFile[]): Promise<readonly Problem[]> => {
    if (!('pieces' in file)) {
      files.push(file)
      return []
    }
    try {
      const {pieces: _written, path, ...rest} = file
      files.push({path, ...rest, staged: await maker.text(file)})
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
}

function judge(port: MessagePort, {feed, nowInMilliseconds}: JudgeRequest): void {
  const judged = judgeParts(feed, new Date(nowInMilliseconds))
  port.postMessage({of: feed.file, ...judged} satisfies JudgeReply)
}

/** Waits for work. To be called in a thread. */
export function listen(): void {
  const port = parentPort
  if (port === null) throw new Error('episode-worker runs only as a worker')
  // What fails here is a bug of ours: as an unhandled rejection it ends the thread, which the other one hears.
  port.on('message', (message: WorkerInput | JudgeRequest) => {
    if ('feed' in message) judge(port, message)
    else void work(port, message)
  })
}
