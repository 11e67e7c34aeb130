import type {Problem} from '../model/problem.ts'
import type {FeedProblem} from '../rules/findings.ts'
import {errorsOf, type FeedAuthors, type FeedDocument, ownProblems} from './judge-feeds.ts'

/** A thread that has planned its episodes and has nothing else to do. */
export type JudgingThread = {
  /** The errors in the document that lies at `place`. */
  readonly judge: (place: string, now: Date) => Promise<readonly FeedProblem[]>
}

/** What is wrong with a document that is about to be published under `path`. */
export type Judge = (document: FeedDocument, path: string, authors: FeedAuthors) => Promise<readonly Problem[]>

type Task = {
  readonly document: FeedDocument
  readonly done: (errors: readonly FeedProblem[]) => void
  readonly failed: (error: unknown) => void
}

/** Judges documents while others are being made: in `threads`, and in this one as soon as it would wait for them. */
export function openJudging(now: Date, threads: readonly JudgingThread[]): Judge {
  const idle = [...threads]
  const waiting: Task[] = []

  async function judgeThere(thread: JudgingThread, place: string, {done, failed}: Task): Promise<void> {
    try {
      done(await thread.judge(place, now))
    } catch (error) {
      failed(error)
      return
    }
    idle.push(thread)
    giveNext()
  }

  /** Whether there was something to give to an idle thread. */
  function giveNext(): boolean {
    const index = waiting.findIndex(({document}) => 'place' in document)
    const task = waiting[index]
    const thread = task === undefined ? undefined : idle.pop()
    if (task === undefined || thread === undefined || !('place' in task.document)) return false
    waiting.splice(index, 1)
    void judgeThere(thread, task.document.place, task)
    return true
  }

  function judgeHere(): void {
    const task = waiting.shift()
    if (task === undefined) return
    try {
      task.done(errorsOf(task.document, now))
    } catch (error) {
      task.failed(error)
    }
    // In between, answers of threads come in, and they are given the next one.
    if (waiting.length > 0) setImmediate(judgeHere)
  }

  return async (document, path, authors) => {
    const errors = await new Promise<readonly FeedProblem[]>((done, failed) => {
      waiting.push({document, done, failed})
      if (!giveNext()) setImmediate(judgeHere)
    })
    return ownProblems(errors, document, path, authors)
  }
}
