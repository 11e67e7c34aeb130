import type {OutputFile} from '../model/output.ts'
import {type Problem, problem} from '../model/problem.ts'

/** Refuses a second input for a path. macOS and Windows keep one of two names that differ in case only, so they collide too. */
export function collisionFinder(): (file: Pick<OutputFile, 'path' | 'source'>) => readonly Problem[] {
  const sources = new Map<string, string>()
  return ({path, source}) => {
    const key = path.toLowerCase()
    const other = sources.get(key)
    if (other === undefined) {
      sources.set(key, source)
      return []
    }
    const message = `${source} and ${other} would both be written to ${path}`
    return [problem('output-collision', {file: source}, message, 'Give one of them another `slug`')]
  }
}
