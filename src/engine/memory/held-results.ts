import {deserialize, serialize} from 'node:v8'
import type {EpisodeResult} from '../../plan/episode-result.ts'
import {isLarge} from './large-show.ts'
import {shareValues} from './shared-values.ts'

/** What stays of episodes, while others are planned. */
export type HeldResults = {
  readonly has: (index: number) => boolean
  readonly add: (index: number, result: EpisodeResult) => void
  /** In the order of their indexes. Nothing is held afterwards. */
  readonly takeAll: () => readonly EpisodeResult[]
}

/**
 * The blocks are so large that the system gets the memory back, because glibc keeps smaller blocks for later. A part of a block
 * that nobody writes to takes no memory.
 */
const blockInBytes = 16 << 20

/** The results of a large show are held as bytes until the threads that plan it are gone: as objects they are twice as large. */
export function holdResults(episodes: number): HeldResults {
  return isLarge(episodes) ? holdBytes() : holdObjects()
}

function holdObjects(): HeldResults {
  const results: EpisodeResult[] = []
  return {
    has: (index) => results[index] !== undefined,
    add: (index, result) => {
      shareValues(result)
      results[index] = result
    },
    takeAll: () => results,
  }
}

function holdBytes(): HeldResults {
  /** Many results lie in one block, because each buffer has its cost. */
  let spans: {readonly block: Buffer; readonly start: number; readonly end: number}[] = []
  let block = Buffer.allocUnsafe(0)
  let used = 0
  return {
    has: (index) => spans[index] !== undefined,
    add: (index, result) => {
      const bytes = serialize(result)
      if (used + bytes.length > block.length) {
        block = Buffer.allocUnsafe(Math.max(blockInBytes, bytes.length))
        used = 0
      }
      bytes.copy(block, used)
      spans[index] = {block, start: used, end: used + bytes.length}
      used += bytes.length
    },
    takeAll: () => {
      const all = spans.map(({block: from, start, end}) => {
        const result = deserialize(from.subarray(start, end)) as EpisodeResult
        shareValues(result)
        return result
      })
      spans = []
      block = Buffer.allocUnsafe(0)
      return all
    },
  }
}
