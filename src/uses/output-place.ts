import {realpathSync, statSync} from 'node:fs'
import {dirname, join, resolve, sep} from 'node:path'
import type {Problem} from '../model/problem.ts'
import {homeFolder} from './home-folder.ts'
import {problem} from './use-problems.ts'

/**
 * Why nothing is built into `output`: it is a place of something else. The files of a show would lie among those of its author, and the
 * next build would take them for the author's. `~` is a folder of this name where no shell stands between.
 */
export function misplacedOutput(output: string, showFolder: string): Problem | undefined {
  const why = whyMisplaced(output, showFolder)
  if (why === undefined) return undefined
  return problem(
    'output-misplaced',
    {},
    `--out ${output} is ${why}, so nothing is written`,
    'Name a folder: --out public',
  )
}

function whyMisplaced(output: string, showFolder: string): string | undefined {
  if (output.trim() === '') return 'an empty name'
  if (output.split(/[\\/]/).includes('~')) return 'no folder: ~ was not replaced by your home folder'
  if (isFile(output)) return 'a file, and what is published is a folder'
  const path = realPath(output)
  if (dirname(path) === path) return 'the root of the disk'
  if (path === homeFolder()) return 'your home folder'
  const show = realPath(showFolder)
  if (path === show) return 'the folder of the show, whose own files lie there'
  const theme = join(show, 'theme')
  if (path === theme || path.startsWith(`${theme}${sep}`)) return 'in theme/, whose files are published with the pages'
  return undefined
}

/** Below a file, or in a closed folder, there is nothing to be seen. Whoever writes there says so. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
