import {type Dirent, mkdirSync, readdirSync, renameSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Moves what each maker left in `stage` to where it is published, every file by a rename. A folder that is new there appears
 * whole in one step; into one that is there its files go one by one.
 */
export function moveStaged(stage: string, folder: string): void {
  for (const maker of entriesOf(stage)) moveEntries(join(stage, maker.name), folder)
}

function moveEntries(from: string, to: string): void {
  for (const entry of entriesOf(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) renameSync(source, target)
    else if (!isMovedWhole(source, target)) {
      mkdirSync(target, {recursive: true})
      moveEntries(source, target)
    }
  }
}

/** Tried and not asked for: the folder is there, or the file system moves none (overlays of containers may refuse with EXDEV). */
function isMovedWhole(source: string, target: string): boolean {
  try {
    renameSync(source, target)
    return true
  } catch {
    return false
  }
}

/** By name, so that two builds do the same in the same order. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    // Nothing of that rank was made.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
