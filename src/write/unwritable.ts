import type {Problem} from '../model/problem.ts'
import {problem} from './write-problems.ts'

/** A file that could not be made, or not be moved into the output: the disk is full, or nobody may write there. */
export function unwritable(path: string, error: unknown): Problem {
  return cannotWrite(path, error instanceof Error ? error.message : String(error))
}

export function cannotWrite(path: string, reason: string): Problem {
  const hint = 'Check the permissions and the free space, or choose another folder with --out'
  return problem('output-unwritable', {}, `${path} could not be written: ${reason}`, hint)
}
