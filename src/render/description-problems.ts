import type {Episode} from '../model/episode.ts'
import {type Problem, problem} from '../model/problem.ts'

/** Apple's and PSP-1's limit for a description, in bytes of UTF-8. */
const limitInBytes = 4000

/** `description-too-long`, for a text that the author wrote under `key`. */
export function descriptionProblems(
  text: string,
  key: 'description' | 'summary',
  {file, places}: Pick<Episode, 'file' | 'places'>,
): readonly Problem[] {
  const sizeInBytes = new TextEncoder().encode(text).length
  if (sizeInBytes <= limitInBytes) return []
  const message = `The ${key} has ${sizeInBytes} bytes; Apple Podcasts takes ${limitInBytes}`
  return [problem('description-too-long', {file, ...places.get(key)}, message, `Shorten \`${key}\``)]
}
