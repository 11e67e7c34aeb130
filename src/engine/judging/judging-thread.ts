import type {Worker} from 'node:worker_threads'
import type {JudgeReply, JudgeRequest} from '../threads/episode-worker.ts'
import type {PartsJudged} from './judge-parts.ts'
import type {JudgingThread} from './judging.ts'

/** Asks a thread that runs `episode-worker.ts`. When the thread is gone, what it was asked and what it will be asked are errors. */
export function judgingThread(worker: Worker): JudgingThread {
  // One listener for all: a show with archives has dozens of documents, and Node takes a listener for each for a leak.
  const asked = new Map<
    string,
    {readonly answer: (judged: PartsJudged) => void; readonly fail: (error: Error) => void}
  >()
  worker.on('message', ({of, ...judged}: JudgeReply) => {
    asked.get(of)?.answer(judged)
    asked.delete(of)
  })
  let failure: Error | undefined
  worker.on('error', (error: Error) => {
    failure = error
    for (const {fail} of asked.values()) fail(error)
  })
  return {
    judgeParts: (feed, now) =>
      new Promise((answer, fail) => {
        // A thread that is gone never answers.
        if (failure !== undefined) fail(failure)
        asked.set(feed.file, {answer, fail})
        worker.postMessage({feed, nowInMilliseconds: now.getTime()} satisfies JudgeRequest)
      }),
  }
}
