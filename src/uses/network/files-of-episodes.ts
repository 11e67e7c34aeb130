import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseLock} from '../../lock/parse-lock.ts'
import {lockFileName} from '../../model/lock.ts'

/**
 * Tells the file of an episode of a show, below the folder of its network; the show's own where its lock does not know. The lock is read when
 * somebody asks: no digest has the names of files, and those of all shows are wanted only where there are problems.
 */
export function filesOfEpisodes(folder: string, show: string): (slug: string) => string {
  let files: ReadonlyMap<string, string | undefined> | undefined
  return (slug) => {
    files ??= sourcesIn(join(folder, show, lockFileName))
    return `${show}/${files.get(slug) ?? 'show.yaml'}`
  }
}

function sourcesIn(path: string): ReadonlyMap<string, string | undefined> {
  try {
    const lock = parseLock(readFileSync(path, 'utf8'))
    return new Map((lock.ok ? lock.value.episodes : []).map(({slug, source}) => [slug, source]))
  } catch {
    // A show that was never built here has none.
    return new Map()
  }
}
