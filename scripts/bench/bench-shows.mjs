// The shows of the bench, each made once and used by several rows.
import {existsSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {writeInterviews} from './shows.mjs'

const lock = 'castwright.lock.json'
const memory = '.castwright'

/** Removes what builds leave beside the show, so that the next one is as the first. @param {string} show */
export function forget(show) {
  for (const name of [lock, memory]) rmSync(join(show, name), {recursive: true, force: true})
}

/** The same, but for the pictures that were made. @param {string} show */
export function forgetButPictures(show) {
  rmSync(join(show, lock))
  for (const name of readdirSync(join(show, memory)))
    if (name !== 'pictures') rmSync(join(show, memory, name), {recursive: true})
}

/** @param {import('./rows.mjs').Bench} bench @param {string} name @param {(folder: string) => void} write */
export function showOf({folder}, name, write) {
  const show = join(folder, name)
  if (!existsSync(show)) write(show)
  return show
}

/** @param {import('./rows.mjs').Bench} bench @param {number} count */
export function interviews(bench, count) {
  return showOf(bench, `interviews-${count}`, (folder) => writeInterviews(folder, count))
}

/** @param {import('./rows.mjs').Bench} bench @param {number} count at full scale */
export function scaled({scale}, count) {
  return Math.max(2, Math.round(count * scale))
}

/** @param {number} count */
export function counted(count) {
  return count.toLocaleString('en')
}
