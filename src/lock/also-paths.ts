import type {LockedEpisode} from '../model/lock.ts'
import {sitePaths} from '../model/site-paths.ts'

type Owner = Pick<LockedEpisode, 'slug' | 'files'>

function folderOf({slug, files = slug}: Owner): string {
  return sitePaths.episode(files)
}

/** A path as a line of the lock has it: only the name for a file in the episode's own folder, and `/` before all other paths. */
export function shortPath(owner: Owner, path: string): string {
  const name = path.slice(folderOf(owner).length)
  return path.startsWith(folderOf(owner)) && !name.startsWith('/') ? name : `/${path}`
}

export function fullPath(owner: Owner, short: string): string {
  return short.startsWith('/') ? short.slice(1) : `${folderOf(owner)}${short}`
}
