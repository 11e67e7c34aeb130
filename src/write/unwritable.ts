import {accessSync, constants, existsSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Problem} from '../model/problem.ts'
import {problem} from './write-problems.ts'

/** A file that could not be made, or not be moved into the output: the disk is full, or nobody may write there. */
export function unwritable(path: string, error: unknown): Problem {
  return cannotWrite(path, reasonOf(error))
}

export function cannotWrite(path: string, reason: string): Problem {
  const hint = 'Check the permissions and the free space, or choose another folder with --out'
  return problem('output-unwritable', {}, `${path} could not be written: ${reason}`, hint)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const {code, syscall, path}: NodeJS.ErrnoException = error
  return (
    (code === 'ENOENT' && syscall === 'mkdir' && path !== undefined ? whyNoFolder(path) : undefined) ?? error.message
  )
}

/** Node says of a folder on a read-only disk that it does not exist (https://github.com/nodejs/node/issues/47098). The disk says why. */
function whyNoFolder(path: string): string | undefined {
  let above = dirname(path)
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above)
  try {
    accessSync(above, constants.W_OK)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : undefined
  }
}
