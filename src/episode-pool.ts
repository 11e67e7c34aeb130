import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {WorkerInput, WorkerReply, WorkerRequest} from './episode-worker.ts'
import type {StagePlaces} from './model/output.ts'
import {type EpisodeResult, mapSeveral, planEpisode, type ReadyShow, type TakeFile} from './plan-episode.ts'
import {rememberUnknownKey} from './read/read.ts'

/** Below this a pool costs more than it brings: each thread loads the program and opens the show. */
const fewestEpisodesForPool = 300
const mostWorkers = 3
const episodesPerRequest = 16

/** Episodes are short-lived: a small nursery for them costs little time and saves a third of a thread's memory. */
const resourceLimits = {maxYoungGenerationSizeMb: 12}

/** Compiled code only: a worker cannot be started from TypeScript, where this file runs under a test runner. */
const isCompiled = import.meta.url.endsWith('.js')

function workerCount(episodes: number): number {
  if (!isCompiled || episodes < fewestEpisodesForPool) return 0
  // This thread plans episodes as well.
  return Math.min(mostWorkers, availableParallelism() - 1)
}

type Job = {
  readonly ready: ReadyShow
  readonly now: Date
  readonly take: TakeFile
  /** Where workers may write; absent where files go to the caller's own code, which has one thread. */
  readonly places?: StagePlaces
  readonly onEpisode: () => void
}

/** Plans all episodes of a show, in the order of its files, on as many cores as pay. */
export async function planEpisodes(job: Job): Promise<readonly EpisodeResult[]> {
  const {ready, now, take, places, onEpisode} = job
  const {episodes} = ready.opened
  const results: EpisodeResult[] = []
  const queue = episodes.keys()
  const plan = async (index: number) => {
    const files = episodes[index]
    if (files === undefined) return
    results[index] = await planEpisode(ready, files, now, take)
    onEpisode()
  }
  const workers = places === undefined ? 0 : workerCount(episodes.length)
  const inWorkers = Array.from({length: workers}, () => runWorker(job, places, queue, results))
  await Promise.all([mapSeveral(queue, plan), ...inWorkers])
  return results
}

function nextIndexes(queue: Iterator<number>): WorkerRequest {
  const indexes: number[] = []
  while (indexes.length < episodesPerRequest) {
    const step = queue.next()
    if (step.done === true) break
    indexes.push(step.value)
  }
  return indexes
}

async function runWorker(
  {ready, now, take, onEpisode}: Job,
  places: StagePlaces | undefined,
  queue: Iterator<number>,
  results: EpisodeResult[],
): Promise<void> {
  if (places === undefined) return
  const workerData: WorkerInput = {folder: ready.opened.folder, nowInMilliseconds: now.getTime(), places}
  const worker = new Worker(new URL('./episode-worker.js', import.meta.url), {workerData, resourceLimits})
  try {
    for (let indexes = nextIndexes(queue); ; indexes = nextIndexes(queue)) {
      worker.postMessage(indexes)
      const [reply] = (await once(worker, 'message')) as [WorkerReply]
      if ('unknownKeys' in reply) {
        for (const key of reply.unknownKeys) rememberUnknownKey(ready.opened, key)
        return
      }
      for (const [position, {files, ...result}] of reply.results.entries()) {
        const problems = [...result.problems]
        for (const file of files) problems.push(...(await take(file)))
        results[indexes[position] ?? -1] = {...result, problems}
        onEpisode()
      }
    }
  } finally {
    await worker.terminate()
  }
}
