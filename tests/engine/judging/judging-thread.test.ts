import {Worker} from 'node:worker_threads'
import {afterEach, describe, expect, it} from 'vitest'
import type {DividedFeed} from '../../../src/engine/judging/feed-parts.ts'
import {judgingThread} from '../../../src/engine/judging/judging-thread.ts'
import {sharedQueue} from '../../../src/engine/judging/shared-queue.ts'

const now = new Date('2026-06-01T00:00:00Z')
const nothing = {start: 0, end: 0}

function feed(file: string): DividedFeed {
  const parts = {head: nothing, items: [], separator: '', tail: nothing, parts: []}
  return {file, parts, queue: sharedQueue([]), knownAsSound: []}
}

let worker: Worker
afterEach(() => worker.terminate())

/** A real thread that does this with each message. */
function threadThat(answers: string) {
  const code = `const {parentPort} = require('node:worker_threads'); parentPort.on('message', ({feed}) => {${answers}})`
  worker = new Worker(code, {eval: true})
  return judgingThread(worker)
}

describe('a thread that judges', () => {
  it('answers about each document, in whatever order it comes to them', async () => {
    const {judgeParts} = threadThat(`
      const answer = {of: feed.file, isFaulty: feed.file === 'atom.xml', sound: []}
      setTimeout(() => parentPort.postMessage(answer), feed.file === 'feed.xml' ? 50 : 0)`)
    const answers = ['feed.xml', 'atom.xml', 'feed.json'].map((file) => judgeParts(feed(file), now))
    const judged = await Promise.all(answers)
    expect(judged.map(({isFaulty}) => isFaulty)).toEqual([false, true, false])
  })

  it('fails for all it was asked when it ends by an error, and for all that comes after', async () => {
    const {judgeParts} = threadThat(`throw new Error('out of memory')`)
    const asked = ['feed.xml', 'atom.xml'].map((file) => judgeParts(feed(file), now))
    const failed = await Promise.allSettled(asked)
    expect(failed.map(({status}) => status)).toEqual(['rejected', 'rejected'])
    await expect(judgeParts(feed('feed.json'), now)).rejects.toThrow('out of memory')
  })
})
