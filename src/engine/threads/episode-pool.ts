import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import type {Worker} from 'node:worker_threads'
import type {BuildFolders, OutputFile} from '../../model/output.ts'
import type {EpisodesToPlan} from '../../plan/engine.ts'
import type {EpisodeResult} from '../../plan/episode-result.ts'
import type {JudgingThread} from '../judging/judging.ts'
import {judgingThread} from '../judging/judging-thread.ts'
import {type SharedQueue, sharedQueue, workThrough} from '../judging/shared-queue.ts'
import type {EpisodeMemory} from '../memory/episode-memory.ts'
import {holdResults} from '../memory/held-results.ts'
import {type ItemMarks, type TextMarks, textMarks} from '../memory/item-marks.ts'
import {isLarge} from '../memory/large-show.ts'
import {planPacked, type RecordedEpisode, takenIn, unpacked} from '../memory/packed-episode.ts'
import {shareValues} from '../memory/shared-values.ts'
import type {PlannedInWorker, PlannedReply, WorkerInput} from './episode-worker.ts'
import {takeThreads, threadCount} from './threads.ts'

type Job = EpisodesToPlan & {
  /** Where workers write. */
  readonly folders: BuildFolders
  readonly memory: EpisodeMemory | undefined
}

type PooledEpisodes = {
  /** In the order of the show's files. */
  readonly results: readonly EpisodeResult[]
  /** Of what is made of these results. */
  readonly marks: TextMarks
  /** They have loaded the program and stay for other work, until `close`. */
  readonly threads: readonly JudgingThread[]
  readonly close: () => Promise<void>
  /** To be called when nobody reads the results any more. */
  readonly discard: () => void
}

/** Plans all episodes of a show on as many cores as are worth it. Episodes that are remembered are not planned. */
export async function planEpisodes(job: Job): Promise<PooledEpisodes> {
  const {ready, now, take, folders, memory, onEpisode} = job
  const {episodes} = ready.opened
  const results = holdResults(episodes.length, join(folders.stage, 'results'))
  const marks: (ItemMarks | undefined)[] = []
  const receive = async (index: number, planned: RecordedEpisode, files: readonly OutputFile[]) => {
    // What only a later build needs is not kept: for ten thousand episodes it is as much as everything else.
    shareValues(files)
    marks[index] = planned.marks
    results.add(index, await takenIn(ready, planned, files, take))
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
    // Reading is synchronous. Without this pause, replies of workers could not come in, and they would pile up.
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
    // Without this check, an episode that was lost between threads would be missing in the feeds, and nobody would know.
    const lost = episodes.find((_, index) => !results.has(index))
    if (lost !== undefined) throw new Error(`Nothing came of ${lost.file}`)
  } catch (error) {
    // After a bug of ours nobody may go on writing.
    await close()
    results.close()
    throw error
  }
  const discard = results.close
  if (!isLarge(episodes.length))
    return {...marked(results.takeAll(), marks), threads: workers.map(judgingThread), close, discard}
  await close()
  return {...marked(results.takeAll(), marks), threads: [], close: async () => {}, discard}
}

function marked(
  results: readonly EpisodeResult[],
  marks: readonly (ItemMarks | undefined)[],
): Pick<PooledEpisodes, 'results' | 'marks'> {
  const ofTexts = textMarks()
  for (const [index, result] of results.entries()) {
    const known = marks[index]
    if (result.kind === 'published' && known !== undefined) ofTexts.note(result.item, known)
  }
  return {results, marks: ofTexts}
}

function startWorkers({ready, now, folders, memory}: Job, queue: SharedQueue): readonly Worker[] {
  const workers = takeThreads(threadCount(queue.indexes.length))
  const job: WorkerInput = {
    folder: ready.opened.folder,
    nowInMilliseconds: now.getTime(),
    folders,
    queue,
    threads: workers.length + 1,
    isRemembered: memory !== undefined,
    resizesPictures: ready.opened.show.resizesPictures === true,
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
