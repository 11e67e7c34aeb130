// The processes that the bench times.
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {forget, forgetButPictures, interviews} from './bench-shows.mjs'
import {hugoCommand, writeHugoSite} from './hugo-site.mjs'
import {runOfNode, secondsOf} from './measure.mjs'

/** @typedef {import('./rows.mjs').Bench} Bench */

const here = fileURLToPath(new URL('.', import.meta.url))
export const castwright = join(here, '../../dist/bin/castwright.js')
export const floorScript = join(here, 'floor.mjs')
const plainScript = join(here, 'plain-script.mjs')
const now = '2026-11-22T00:00:00Z'

/** @param {string} show @param {string} output */
export function buildWords(show, output) {
  return [castwright, 'build', show, '--out', output, '--now', now, '--format', 'json']
}

/**
 * A first build, into a folder that is gone afterwards.
 * @param {Bench} bench
 * @param {string} show
 * @param {{keepsPictures?: boolean}} [options] whether pictures that an earlier build made are there
 */
export function cold({folder}, show, {keepsPictures = false} = {}) {
  if (keepsPictures) forgetButPictures(show)
  else forget(show)
  const output = join(folder, 'cold')
  rmSync(output, {recursive: true, force: true})
  return runOfNode(buildWords(show, output))
}

/** @param {Bench} bench @param {string} show */
export function hugo({folder}, show) {
  const site = join(folder, 'hugo-site')
  const output = join(folder, 'hugo')
  for (const each of [site, output]) rmSync(each, {recursive: true, force: true})
  writeHugoSite(site, show)
  return secondsOf(hugoCommand(site, output))
}

/** @param {Bench} bench @param {string} show */
export function plain({folder}, show) {
  const output = join(folder, 'plain')
  rmSync(output, {recursive: true, force: true})
  return runOfNode([plainScript, show, output])
}

/** As little as a build can do. @param {Bench} bench @param {string} show */
export function coldFloor({folder}, show) {
  const output = join(folder, 'floor')
  rmSync(output, {recursive: true, force: true})
  return runOfNode([floorScript, 'cold', show, output])
}

/** A show that is built, with its output. @param {Bench} bench @param {number} count */
export function built(bench, count) {
  const show = interviews(bench, count)
  const output = join(bench.folder, `output-${count}`)
  forget(show)
  rmSync(output, {recursive: true, force: true})
  // Twice: the first build of a show makes its lock, which the second one reads.
  for (let run = 0; run < 2; run += 1) runOfNode(buildWords(show, output))
  return {show, output}
}

export function nodeStart() {
  return secondsOf([process.execPath, '-e', '0'])
}
