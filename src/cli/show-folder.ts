import {existsSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The folder that holds `show.yaml`, or the `network.yaml` of several: the one named, else this one; or `episodes/` in it, where `init`
 * puts a new show.
 */
export function showFolder(named = '.'): string {
  const has = (folder: string) =>
    ['show.yaml', 'show.yml', 'show.json', 'network.yaml'].some((name) => existsSync(join(folder, name)))
  const inside = join(named, 'episodes')
  return !has(named) && has(inside) ? inside : named
}

/** Where a build writes. */
export function outputFolder(named: string | boolean | undefined): string {
  return typeof named === 'string' ? named : 'output'
}

/** The clock of a run: `--now`, so that a schedule can be tried out, or the real one. */
export function clock(now: string | boolean | undefined): Date | undefined {
  if (typeof now !== 'string') return new Date()
  const date = new Date(now)
  return Number.isNaN(date.getTime()) ? undefined : date
}
