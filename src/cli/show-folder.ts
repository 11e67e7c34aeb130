import {existsSync} from 'node:fs'
import {join} from 'node:path'

/** The folder that holds `show.yaml`: the one named, else this one, else `episodes/` in it. */
export function showFolder(named: string | undefined): string {
  if (named !== undefined) return named
  const has = (folder: string) => ['show.yaml', 'show.yml', 'show.json'].some((name) => existsSync(join(folder, name)))
  return !has('.') && has('episodes') ? 'episodes' : '.'
}

/** The clock of a run: `--now`, so that a schedule can be tried out, or the real one. */
export function clock(now: string | boolean | undefined): Date | undefined {
  if (typeof now !== 'string') return new Date()
  const date = new Date(now)
  return Number.isNaN(date.getTime()) ? undefined : date
}
