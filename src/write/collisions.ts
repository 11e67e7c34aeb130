import type {OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {problem} from './write-problems.ts'

/** What two paths have in common where one file would overwrite the other: macOS and Windows keep one of two names that differ in case. */
export function pathKey(path: string): string {
  return path.toLowerCase()
}

/** Refuses a second input for a path, of which `before` is the first. */
export function collision(
  before: Pick<OutputFile, 'source'> | undefined,
  {path, source}: Pick<OutputFile, 'path' | 'source'>,
): readonly Problem[] {
  if (before === undefined) return []
  const message = `${source} and ${before.source} would both be written to ${path}`
  return [problem('output-collision', {file: source}, message, 'Give one of them another `slug`')]
}
