import {accessSync, constants, lstatSync, type Stats} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Problem} from '../model/problem.ts'
import {cannotWrite} from './unwritable.ts'
import {problem} from './write-problems.ts'

/** What is at `path` itself. A link is not followed. */
export function thereAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, {throwIfNoEntry: false})
  } catch {
    // The path is below a file, where nothing can be; or in a folder that may not be read, which shows when something is written to it.
    return undefined
  }
}

export type Touched = {readonly written: readonly string[]; readonly deleted: readonly string[]}

/**
 * Why the files cannot be moved into the output or deleted, one problem for each cause. Everything that can be tried without a change is
 * tried, so that a build which begins to replace files reaches its end. `stage` is where the new files are.
 */
export function obstacles(folder: string, stage: string, {written, deleted}: Touched): readonly Problem[] {
  const problems = new Map<string, Problem>()
  const states = new Map<string, FolderState>()
  const tried = new Set<string>()
  const root: FolderState = {exists: true}
  const device = thereAt(stage)?.dev

  function stateOf(path: string): FolderState {
    if (path === '.') return root
    const known = states.get(path)
    if (known !== undefined) return known
    const above = stateOf(dirname(path))
    const state = above.exists ? look(path) : above
    states.set(path, state)
    return state
  }

  function look(path: string): FolderState {
    const there = thereAt(join(folder, path))
    if (there === undefined) return {exists: false}
    const found = folderProblem(path, there, device)
    if (found !== undefined) problems.set(path, found)
    return {exists: found === undefined}
  }

  /** If the folder must still be made, the nearest folder above it counts. */
  function checkWritable(path: string): void {
    if (tried.has(path)) return
    tried.add(path)
    if (path !== '.' && !stateOf(path).exists) checkWritable(dirname(path))
    else {
      const fault = accessFault(join(folder, path))
      if (fault !== undefined) problems.set(path, cannotWrite(path === '.' ? folder : path, fault))
    }
  }

  for (const path of [...written, ...deleted]) checkWritable(dirname(path))
  for (const path of written) {
    if (stateOf(dirname(path)).exists && thereAt(join(folder, path))?.isDirectory() === true)
      problems.set(path, notOurs(path, 'is a folder, where a file is to be'))
  }
  return [...problems.values()]
}

/** `exists` is also false if something else than a folder is in the way. That is reported then. */
type FolderState = {readonly exists: boolean}

function folderProblem(path: string, there: Stats, device: number | undefined): Problem | undefined {
  if (there.isSymbolicLink()) return notOurs(path, 'is a link, and what it leads to may be anything of yours')
  if (!there.isDirectory()) return notOurs(path, 'is a file, where a folder is to be')
  if (device === undefined || there.dev === device) return undefined
  return cannotWrite(path, 'it is another disk than the output folder, so no file can be put there in one step')
}

function accessFault(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export function notOurs(path: string, what: string): Problem {
  const hint = 'Move it away, or build to another folder with --out'
  return problem('output-not-ours', {}, `In the output folder, ${path} ${what}. Castwright does not touch it`, hint)
}
