// Whole processes, timed from outside and in turn, so that a machine whose speed drifts spoils no ratio.
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

/**
 * Times are of the wall and of the processors.
 * @typedef {{seconds: number, cpuInSeconds: number, peakInMebibytes: number}} Run
 */

const usageHook = pathToFileURL(fileURLToPath(new URL('process-usage.mjs', import.meta.url))).href
const mostOutputInBytes = 2 ** 29

/**
 * Runs a program to its end. Exit codes other than these are a failure of the bench.
 * @param {readonly string[]} command
 * @param {readonly number[]} exitCodes
 */
function timed([program = '', ...words], exitCodes) {
  // What the run before left to be written to the disk would take its processor from this one. Windows has no such command.
  spawnSync('sync')
  const begun = performance.now()
  const {status, stdout, stderr, error} = spawnSync(program, words, {encoding: 'utf8', maxBuffer: mostOutputInBytes})
  const seconds = (performance.now() - begun) / 1000
  if (error !== undefined || !exitCodes.includes(status ?? -1)) {
    throw new Error(`${program} ${words.join(' ')}: ${error ?? status}\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`)
  }
  return seconds
}

/**
 * The seconds of any program, and of a script of Node without anything of ours in it.
 * @param {readonly string[]} command
 * @param {readonly number[]} [exitCodes]
 */
export function secondsOf(command, exitCodes = [0]) {
  return timed(command, exitCodes)
}

/**
 * A script of Node, with what its process used. The hook takes it a few milliseconds.
 * @param {readonly string[]} words
 * @returns {Run}
 */
export function runOfNode(words) {
  const report = join(tmpdir(), `castwright-bench-usage-${process.pid}.json`)
  process.env.BENCH_USAGE = report
  const seconds = timed([process.execPath, '--import', usageHook, ...words], [0])
  const {maxRssInKibibytes, cpuInSeconds} = JSON.parse(readFileSync(report, 'utf8'))
  return {seconds, cpuInSeconds, peakInMebibytes: maxRssInKibibytes / 1024}
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/**
 * The median of what `one` took, in units of what `other` took right after it.
 * @param {number} rounds
 * @param {(round: number) => number} one
 * @param {(round: number) => number} other
 */
export function pairedRatio(rounds, one, other) {
  return median(Array.from({length: rounds}, (_, round) => one(round) / other(round)))
}
