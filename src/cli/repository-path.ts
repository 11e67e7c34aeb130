import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'

/**
 * Where paths in annotations begin: at the checkout that a runner names, else at the repository around this folder, else at this
 * folder.
 */
function repositoryRoot(): string {
  const workspace = process.env.GITHUB_WORKSPACE
  if (workspace !== undefined && workspace !== '' && isInside(process.cwd(), workspace)) return resolve(workspace)
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return process.cwd()
  }
}

function isInside(path: string, folder: string): boolean {
  const steps = relative(resolve(folder), path)
  return !steps.startsWith('..') && resolve(steps) !== steps
}

/** A file of problems as its repository knows it, with `/` on every system. */
export function repositoryPath(file: string, folder: string): string {
  if (/^https?:\/\//i.test(file)) return file
  return relative(repositoryRoot(), resolve(folder, file)).replaceAll('\\', '/') || file
}
