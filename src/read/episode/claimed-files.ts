import {fileKinds} from '../../file-kinds/all-kinds.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import type {SpareFiles} from '../files/spare-files.ts'
import type {EpisodeContext} from './episode-context.ts'

/** Gives the `context` for reading one episode. Afterwards, `claimed` gives the existing files that the episode named. */
export function noteClaims(context: EpisodeContext): {
  readonly context: EpisodeContext
  readonly claimed: () => readonly string[]
} {
  const claimed = new Set<string>()
  const find: EpisodeContext['index']['find'] = (reference, fromFile) => {
    const found = context.index.find(reference, fromFile)
    if ('path' in found) claimed.add(found.path)
    return found
  }
  const beside: SpareFiles['beside'] = (media) => {
    const files = context.spare.beside(media)
    for (const file of files) claimed.add(file)
    return files
  }
  return {context: {...context, index: {find}, spare: {...context.spare, beside}}, claimed: () => [...claimed]}
}

/** Adds the files that have the name of the episode's media to its own files: `talk.vtt` beside `audio: talk.mp3`. */
export function withFilesOfMedia(
  files: EpisodeFiles,
  media: readonly {readonly location: string}[],
  {beside}: SpareFiles,
): EpisodeFiles {
  const more = [...new Set(media.flatMap(({location}) => (/^https?:/i.test(location) ? [] : beside(location))))]
  if (more.length === 0) return files
  const ofRole = (role: string) => more.filter((path) => fileKinds.ofName(path)?.role === role)
  return {
    ...files,
    transcripts: [...files.transcripts, ...ofRole('transcript')],
    chapters: [...files.chapters, ...ofRole('chapters')],
    images: [...files.images, ...ofRole('picture')],
  }
}
