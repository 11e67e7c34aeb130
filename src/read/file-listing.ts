import type {Dirent} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {type Problem, problem} from '../model/problem.ts'

export type FileListing = {
  /** Every file below the folder, with `/`, in an order that is the same on every system. */
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/** Folders that hold no source: what `build` writes, and what package managers install. */
const passedFolders = new Set(['node_modules', 'output'])

/** No show has more; a link to a whole disk would. */
const deepestFolder = 32

/**
 * Lists the show folder once. Dot folders, `node_modules` and `output` are passed over. A symbolic link to a file inside the
 * folder counts as that file; one that leads out of it is refused (`file-outside-show`); links to folders are not followed.
 */
export async function listFiles(folder: string): Promise<FileListing> {
  const problems: Problem[] = []
  const files: string[] = []
  const root = await realpath(folder)
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readFolder(join(root, below), below, problems)
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && !passedFolders.has(entry.name) && depth < deepestFolder) await visit(path, depth + 1)
      else if (entry.isFile()) files.push(path)
      else if (entry.isSymbolicLink() && (await isLinkToFile(root, path, problems))) files.push(path)
    }
  }
  await visit('', 0)
  return {files: files.sort(byCodeUnits), problems}
}

/** Not by locale: two machines must find the same order. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function readFolder(folder: string, path: string, problems: Problem[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, {withFileTypes: true})
  } catch (error) {
    const message = `The folder could not be read, so nothing in it is published: ${String(error)}`
    problems.push(problem('file-unreadable', {file: path}, message))
    return []
  }
}

async function isLinkToFile(root: string, path: string, problems: Problem[]): Promise<boolean> {
  try {
    const target = await realpath(join(root, path))
    if (target.startsWith(root + sep)) return (await stat(target)).isFile()
    const message = 'This is a link to something outside the show folder, which is never read or published'
    problems.push(problem('file-outside-show', {file: path}, message, 'Copy the file into the show folder'))
  } catch (error) {
    problems.push(
      problem('file-unreadable', {file: path}, `This link leads nowhere: ${String(error)}`, 'Remove the link'),
    )
  }
  return false
}
