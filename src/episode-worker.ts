import {join} from 'node:path'
import {parentPort, threadId, workerData} from 'node:worker_threads'
import type {OutputFile, StagePlaces} from './model/output.ts'
import type {Problem} from './model/problem.ts'
import {type EpisodeResult, mapSeveral, planEpisode, readyShow} from './plan-episode.ts'
import type {UnknownKey} from './read/read.ts'
import {stageText} from './write/write.ts'

export type WorkerInput = {readonly folder: string; readonly nowInMilliseconds: number; readonly places: StagePlaces}
/** Indexes into the episodes of the show, in its order; none of them: say what is left and end. */
export type WorkerRequest = readonly number[]
export type WorkerReply =
  | {readonly results: readonly (EpisodeResult & {readonly files: readonly OutputFile[]})[]}
  | {readonly unknownKeys: readonly UnknownKey[]}

/**
 * Plans episodes in a thread of its own. It opens the show by itself, which is cheaper than sending it, and writes texts
 * into the stage, so that between threads there are only feed items and names of files.
 */
async function work({folder, nowInMilliseconds, places}: WorkerInput): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('episode-worker runs only as a worker')
  const ready = await readyShow(folder, new Date(nowInMilliseconds))
  if (!ready.ok) throw new Error('The show changed while it was being built')
  const {opened} = ready.value
  const now = new Date(nowInMilliseconds)
  let count = 0
  const stage = async (file: OutputFile, files: OutputFile[]): Promise<readonly Problem[]> => {
    if (!('pieces' in file)) {
      files.push(file)
      return []
    }
    count += 1
    const {pieces, ...rest} = file
    const staged = await stageText(pieces, join(places.stage, `${threadId}-${count}`), join(places.output, file.path))
    files.push({...rest, staged})
    return []
  }
  port.on('message', async (indexes: WorkerRequest) => {
    if (indexes.length === 0) {
      port.postMessage({unknownKeys: [...opened.unknownKeys.values()]} satisfies WorkerReply)
      port.close()
      return
    }
    const results = await mapSeveral(indexes, async (index) => {
      const episode = opened.episodes[index]
      if (episode === undefined) throw new Error('The show changed while it was being built')
      const files: OutputFile[] = []
      const result = await planEpisode(ready.value, episode, now, (file) => stage(file, files))
      return {...result, files}
    })
    port.postMessage({results} satisfies WorkerReply)
  })
}

await work(workerData as WorkerInput)
