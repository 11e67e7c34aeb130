import {setImmediate} from 'node:timers/promises'
import type {Worker} from 'node:worker_threads'
import type {OutputFile, StagePlaces} from '../model/output.ts'
import {present} from '../model/present.ts'
import {rememberUnknownKey} from '../read/read.ts'
import type {EpisodeMemory} from './episode-memory.ts'
import type {PlannedInWorker, PlannedReply, WorkerInput} from './episode-worker.ts'
import {holdResults} from './held-results.ts'
import type {JudgingThread} from './judging.ts'
import {judgingThread} from './judging-thread.ts'
import {isLarge} from './large-show.ts'
import {type PlannedEpisode, planPacked, unpacked} from './packed-episode.ts'
import type {EpisodeResult, ReadyShow, TakeFile} from './plan-episode.ts'
import {type SharedQueue, sharedQueue, workThrough} from './shared-queue.ts'
import {shareValues} from './shared-values.ts'
import {takeThreads, threadCount} from './threads.ts'

type Job = {
  readonly ready: ReadyShow
  readonly now: Date
  readonly take: TakeFile
  /** Where workers may write; absent where files go to the caller's own code, which has one thread. */
  readonly places?: StagePlaces
  readonly memory?: EpisodeMemory
  /** Whether somebody asks for what the authors wrote. */
  readonly keepsWritten: boolean
  readonly onEpisode: () => void
}

export type PlannedEpisodes = {
  /** In the order of the show's files. */
  readonly results: readonly EpisodeResult[]
  /** They have loaded the program and stay for other work, until `close`. */
  readonly threads: readonly JudgingThread[]
  readonly close: () => Promise<void>
}

/** Plans all episodes of a show on as many cores as pay; those that are remembered are not planned. */
export async function planEpisodes(job: Job): Promise<PlannedEpisodes> {
  const {ready, now, take, memory, onEpisode} = job
  const {episodes} = ready.opened
  const results = holdResults(episodes.length)
  const receive = async (index: number, planned: PlannedEpisode, files: readonly OutputFile[]) => {
    // What only another build needs is not kept: of ten thousand episodes it is as much as all else.
    const {inputs: _inputs, lockedMedia: _mark, mediaOnServers: _urls, unknownKeys, written, ...result} = planned
    shareValues(files)
    for (const key of unknownKeys) rememberUnknownKey(ready.opened, key)
    const problems = [...result.problems]
    for (const file of files) problems.push(...(await take(file)))
    results.add(index, {...result, problems, ...(job.keepsWritten && present({written}))})
    onEpisode()
  }
  const receiveNew = async ({index, serialised, files}: PlannedInWorker) => {
    const episode = unpacked(serialised)
    await receive(index, episode.planned, files)
    const file = episodes[index]?.file
    if (file !== undefined) memory?.keep(file, episode)
  }
  if (memory !== undefined) {
    for await (const {index, planned, files} of memory.recalled()) await receive(index, planned, files)
  }
  const queue = sharedQueue([...episodes.keys()].filter((index) => !results.has(index)))
  const plan = async (index: number) => {
    const files = episodes[index]
    if (files === undefined) return
    await receiveNew({index, serialised: await planPacked(ready, files, now, take, memory !== undefined), files: []})
    // Reading is synchronous, so nothing else would let replies of workers in, and they would pile up.
    if (index % 16 === 0) await setImmediate()
  }
  const workers = startWorkers(job, queue)
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  try {
    await Promise.all([
      workThrough(queue, workers.length + 1, plan),
      ...workers.map((worker) => finished(worker, receiveNew)),
    ])
    // Without it, an episode that was lost between threads would go missing in the feeds, and nobody would know.
    const lost = episodes.find((_, index) => !results.has(index))
    if (lost !== undefined) throw new Error(`Nothing came of ${lost.file}`)
  } catch (error) {
    // After a bug of ours nobody may go on writing.
    await close()
    throw error
  }
  if (!isLarge(episodes.length)) return {results: results.takeAll(), threads: workers.map(judgingThread), close}
  await close()
  return {results: results.takeAll(), threads: [], close: async () => {}}
}

function startWorkers({ready, now, places, memory}: Job, queue: SharedQueue): readonly Worker[] {
  if (places === undefined) return []
  const workers = takeThreads(threadCount(queue.indexes.length))
  const job: WorkerInput = {
    folder: ready.opened.folder,
    nowInMilliseconds: now.getTime(),
    places,
    queue,
    threads: workers.length + 1,
    isRemembered: memory !== undefined,
  }
  for (const worker of workers) worker.postMessage(job)
  return workers
}

function finished(worker: Worker, receive: (planned: PlannedInWorker) => Promise<void>): Promise<void> {
  let received = Promise.resolve()
  return new Promise((resolve, reject) => {
    const listen = ({planned, isLast}: PlannedReply) => {
      received = received.then(async () => {
        for (const each of planned) await receive(each)
      })
      if (!isLast) return
      worker.off('message', listen)
      received.then(resolve, reject)
    }
    worker.on('message', listen)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('A worker ended before its work did')))
  })
}
