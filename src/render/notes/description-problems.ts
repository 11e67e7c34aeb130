import type {Episode} from '../../model/episode.ts'
import type {Problem} from '../../model/problem.ts'
import {byteLength} from '../../text/cut/byte-length.ts'
import {descriptionLimitInBytes} from './description.ts'
import {problem} from './notes-problems.ts'

/** `description-too-long`, for a text that the author wrote under `key`. */
export function descriptionProblems(
  text: string,
  key: 'description' | 'summary',
  {file, places}: Pick<Episode, 'file' | 'places'>,
): readonly Problem[] {
  const sizeInBytes = byteLength(text)
  if (sizeInBytes <= descriptionLimitInBytes) return []
  const message = `The ${key} has ${sizeInBytes} bytes; Apple Podcasts takes ${descriptionLimitInBytes}`
  return [problem('description-too-long', {file, ...places.get(key)}, message, `Shorten \`${key}\``)]
}

/** `notes-cut`: if something is cut off, the author is told. */
export function notesCut({file, notes}: Pick<Episode, 'file' | 'notes'>): Problem {
  const message = `Apple Podcasts and Spotify show the first ${descriptionLimitInBytes} bytes of these notes and a link to the rest`
  return problem('notes-cut', {file, line: notes[0]?.line ?? 1}, message)
}

/** `title-like-html`, for a title that some readers of RSS would not show whole. */
export function titleProblems({title, file, places}: Pick<Episode, 'title' | 'file' | 'places'>): readonly Problem[] {
  const [tag] = /<\/?[a-z][^<>]*>/i.exec(title) ?? []
  if (tag === undefined) return []
  const message = `Liferea and some other readers show the title "${title}" without "${tag}", which looks like HTML`
  return [problem('title-like-html', {file, line: 1, ...places.get('title')}, message)]
}
