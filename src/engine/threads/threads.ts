import {existsSync, readdirSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'

/** For fewer episodes, a second thread costs more than it saves, because it loads the program and opens the show as well. */
const fewestEpisodes = 300
const mostThreads = 3

/** Episodes are short-lived: half of the usual nursery costs no time and saves memory. */
const resourceLimits = {maxYoungGenerationSizeMb: 24}

/** Compiled code only: a worker cannot be started from TypeScript, where this file runs under a test runner. */
const isCompiled = import.meta.url.endsWith('.js')

/** Threads beside this one, for so many episodes to plan. */
export function threadCount(episodes: number): number {
  if (!isCompiled || episodes < fewestEpisodes) return 0
  return Math.min(mostThreads, availableParallelism() - 1)
}

/** They are loading the program, and nobody has work for them yet. */
const early = new Set<Worker>()

/**
 * For a command line that has not loaded the program yet. To load the program takes a thread 0.2 s. So if `words` are to build a
 * large show of which nothing is known yet, the threads load it at the same time. They end with the process, also if nobody takes
 * them.
 */
export function startThreadsEarly([command, ...words]: readonly string[]): void {
  if (command !== 'build') return
  const names = words.filter((word) => !word.startsWith('-'))
  const episodes = Math.max(...(names.length === 0 ? ['.'] : names).map(countUnknownEpisodes))
  for (let count = threadCount(episodes); count > 0; count -= 1) {
    const thread = startThread()
    const forget = () => early.delete(thread)
    thread.once('error', forget).once('exit', forget).unref()
    early.add(thread)
  }
}

/** A guess from names, made quickly: the show's own file may say otherwise. */
function countUnknownEpisodes(folder: string): number {
  if (existsSync(join(folder, '.castwright'))) return 0
  return Math.max(...[folder, join(folder, 'episodes')].map(countMarkdown))
}

function countMarkdown(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => /\.(?:md|markdown)$/i.test(name)).length
  } catch {
    return 0
  }
}

/** As many threads as are asked for, each of which waits for its job. */
export function takeThreads(count: number): readonly Worker[] {
  const taken = [...early].slice(0, count)
  for (const thread of taken) {
    early.delete(thread)
    thread.ref()
  }
  while (taken.length < count) taken.push(startThread())
  return taken
}

function startThread(): Worker {
  return new Worker(new URL('./worker-main.js', import.meta.url), {resourceLimits})
}
