import {type Dirent, mkdirSync, readdirSync, renameSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Moves what each maker left in `stage` to where it is published. A folder that is new there is renamed whole. If the folder is there
 * already, its files are renamed one by one.
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

/** It just tries. This fails if the folder is there, or if the file system moves no folders (overlays of containers may say EXDEV). */
function isMovedWhole(source: string, target: string): boolean {
  try {
    renameSync(source, target)
    return true
  } catch {
    return false
  }
}

/** Sorted by name, so that two builds do the same in the same order. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    // No file of that rank was made.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
