import {lstatSync, readdirSync} from 'node:fs'
import {join, sep} from 'node:path'
import {isPassedFolder} from '../file-kinds/passed-folders.ts'
import {type StampedGroup, stampLength} from './answer-file.ts'

/** All that a build looks at below a folder, as paths from that folder. The empty path is the folder itself. */
export type Surroundings = {readonly paths: readonly string[]; readonly links: readonly string[]}

/**
 * Every folder that is not passed over, every file and every link. Links to folders are not followed, because builds do not
 * follow them.
 */
export function lookAround(folder: string): Surroundings {
  const paths: string[] = []
  const links: string[] = []
  const visit = (below: string) => {
    paths.push(below)
    for (const entry of readdirSync(join(folder, below), {withFileTypes: true})) {
      if (entry.name.startsWith('.')) continue
      const path = below === '' ? entry.name : `${below}${sep}${entry.name}`
      if (entry.isSymbolicLink()) links.push(path)
      if (!entry.isDirectory()) paths.push(path)
      else if (!isPassedFolder(entry.name)) visit(path)
    }
  }
  visit('')
  return {paths, links}
}

/** What lies at these paths below `folder` now. Throws if there is nothing at a path. For a link, it is the link itself. */
export function stampedGroup(folder: string, paths: readonly string[]): StampedGroup {
  const stamps = new Float64Array(paths.length * stampLength)
  const base = folder === '' ? '' : folder + sep
  for (const [index, path] of paths.entries()) {
    const {size, mtimeMs, ctimeMs, ino} = lstatSync(base + path)
    stamps.set([size, mtimeMs, ctimeMs, ino], index * stampLength)
  }
  return {folder: base, paths, stamps}
}

/** Whether everything is as it was when it was stamped. Throws where something is gone. */
export function isAsStamped({folder, paths, stamps}: StampedGroup): boolean {
  for (let index = 0, at = 0; index < paths.length; index += 1, at += stampLength) {
    const {size, mtimeMs, ctimeMs, ino} = lstatSync(folder + paths[index])
    if (ctimeMs !== stamps[at + 2] || mtimeMs !== stamps[at + 1] || size !== stamps[at] || ino !== stamps[at + 3])
      return false
  }
  return true
}

/** The times of everything in a group. */
export function timesIn({
  paths,
  stamps,
}: StampedGroup): readonly {readonly mtimeMs: number; readonly ctimeMs: number}[] {
  return paths.map((_, index) => {
    const at = index * stampLength
    return {mtimeMs: stamps[at + 1] ?? 0, ctimeMs: stamps[at + 2] ?? 0}
  })
}
