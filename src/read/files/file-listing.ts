import {type Dirent, existsSync} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {isPassedFolder} from '../../file-kinds/passed-folders.ts'
import type {Problem} from '../../model/problem.ts'
import {privateFolder} from '../../text/addresses/site-path.ts'
import {problem} from './file-problems.ts'

export type FileListing = {
  /** Every file below the folder, with `/`, in an order that is the same on every system. */
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/** No show has deeper folders, but a link to a whole disk would lead to some. */
const deepestFolder = 32

/**
 * Lists the show folder once. Dot folders, `node_modules` and what builds have written are passed over. A symbolic link to a file inside the
 * folder counts as that file. A link that leads out of the folder is refused (`file-outside-show`). Links to folders are not followed.
 */
export async function listFiles(folder: string): Promise<FileListing> {
  const problems: Problem[] = []
  const files: string[] = []
  const root = await realpath(folder)
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readFolder(join(root, below), below, problems)
    if (below !== '' && isOutput(join(root, below), entries)) return
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && !isPassedFolder(entry.name) && depth < deepestFolder) await visit(path, depth + 1)
      else if (entry.isFile()) files.push(path)
      else if (entry.isSymbolicLink() && (await isLinkToFile(root, path, problems))) files.push(path)
    }
  }
  await visit('', 0)
  return {files: files.sort(byCodeUnits), problems}
}

/** Whether a build has written a folder, whatever its name. */
function isOutput(folder: string, entries: readonly Dirent[]): boolean {
  return entries.some(({name}) => name === privateFolder) && existsSync(join(folder, privateFolder, 'manifest.json'))
}

/** The locale does not count: two machines must find the same order. */
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
    if (target === root || target.startsWith(root + sep)) return (await stat(target)).isFile()
    const message = 'This is a link to something outside the show folder, which is never read or published'
    problems.push(problem('file-outside-show', {file: path}, message, 'Copy the file into the show folder'))
  } catch (error) {
    const message = `This link leads nowhere: ${String(error)}`
    // An episode must not be missing without an error, so a link with the ending of a Markdown file gives one.
    const code = /\.(?:md|markdown|mdx)$/i.test(path) ? 'file-unreadable' : 'link-dangling'
    problems.push(problem(code, {file: path}, message, 'Put the file there, or remove the link'))
  }
  return false
}
