import type {OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {problem} from './write-problems.ts'

/** Equal for two paths if one file would overwrite the other. On macOS and Windows that also holds for names that differ only in case. */
export function pathKey(path: string): string {
  return path.toLowerCase()
}

/** Refuses a second input for one path. `before` is the first input. */
export function collision(
  before: Pick<OutputFile, 'source'> | undefined,
  {path, source}: Pick<OutputFile, 'path' | 'source'>,
): readonly Problem[] {
  if (before === undefined) return []
  const hint = 'Give one of them another `slug`'
  if (before.source !== source)
    return [
      problem(
        'output-collision',
        {file: source},
        `${source} and ${before.source} would both be written to ${path}`,
        hint,
      ),
    ]
  const message = `${source} asks twice for ${path}, and only one file can be there`
  return [problem('output-collision', {file: source}, message, 'Give one of the two another path')]
}
