import type {Worker} from 'node:worker_threads'
import type {JudgeReply, JudgeRequest} from './episode-worker.ts'
import type {JudgingThread} from './judging.ts'

/** Asks a thread that runs `episode-worker.ts`. When the thread is gone, what it was asked and what it will be asked are errors. */
export function judgingThread(worker: Worker): JudgingThread {
  // One listener for all: a show with archives has dozens of documents, and Node takes a listener for each for a leak.
  const asked = new Map<string, {readonly answer: (isFaulty: boolean) => void; readonly fail: (error: Error) => void}>()
  worker.on('message', ({of, isFaulty}: JudgeReply) => {
    asked.get(of)?.answer(isFaulty)
    asked.delete(of)
  })
  let failure: Error | undefined
  worker.on('error', (error: Error) => {
    failure = error
    for (const {fail} of asked.values()) fail(error)
  })
  return {
    hasFault: (feed, now) =>
      new Promise((answer, fail) => {
        // A thread that is gone never answers.
        if (failure !== undefined) fail(failure)
        asked.set(feed.place, {answer, fail})
        worker.postMessage({feed, nowInMilliseconds: now.getTime()} satisfies JudgeRequest)
      }),
  }
}
