// Damaged feeds for the checker of feeds.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {mutate, randomFrom} from './fuzz-mutations.mjs'

const largestInBytes = 1_000_000
const now = new Date('2026-01-01T00:00:00Z')

export const slowestInMilliseconds = 1000

/** @param {string} folder */
function feedsBelow(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:xml|rss|atom|json|opml|vtt|srt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path))
    .filter((bytes) => bytes.length > 0 && bytes.length <= largestInBytes)
}

/**
 * @typedef {{name: string, files: readonly {path: string, bytes: Buffer}[]}} Case
 * @typedef {{title: string, caseOf: (seed: number, index: number) => Case, run: (given: Case) => number, close: () => void}} Subject
 */

/**
 * What is damaged, and how one case is tried: `run` gives how many problems were told of it.
 * @param {readonly string[]} folders
 * @returns {Promise<Subject>}
 */
export async function open(folders) {
  const {checkFeed} = await import('../dist/index.js')
  const feeds = folders.flatMap(feedsBelow)
  return {
    title: `${feeds.length} feeds`,
    caseOf: (seed, index) => {
      const random = randomFrom(seed * 1_000_003 + index)
      return {name: 'feed', files: [{path: 'feed', bytes: mutate(random.pick(feeds), random, random.pick(feeds))}]}
    },
    run: ({files}) => files.reduce((sum, {bytes}) => sum + checkFeed(bytes, {now}).problems.length, 0),
    close: () => undefined,
  }
}
