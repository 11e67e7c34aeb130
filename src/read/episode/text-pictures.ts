import {fileKinds} from '../../file-kinds/all-kinds.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {NotesBlock, TextPicture} from '../../model/episode.ts'
import type {Place, Problem} from '../../model/problem.ts'
import {type BlockToken, pictures} from '../../text/markdown/block-text.ts'
import type {FileIndex} from '../files/file-index.ts'
import {problem} from './episode-problems.ts'

export type TextPictures = {readonly pictures: readonly TextPicture[]; readonly problems: readonly Problem[]}

/** Pictures of the show folder that the notes show. Problems: `text-picture-missing`. */
export function picturesOfNotes(notes: readonly NotesBlock[], file: string, index: FileIndex): TextPictures {
  return found(
    notes.flatMap(({token, line}) =>
      writtenPictures(token as BlockToken).map((written) => ({written, from: file, place: {file, line}})),
    ),
    index,
  )
}

/** The same for chapters. Their paths start from the file that the chapters are in. */
export function picturesOfChapters(chapters: readonly Chapter[], file: string, index: FileIndex): TextPictures {
  return found(
    chapters.flatMap(({image, line}) =>
      image === undefined ? [] : [{written: image, from: file, place: {file, ...(line === undefined ? {} : {line})}}],
    ),
    index,
  )
}

function writtenPictures(token: BlockToken): readonly string[] {
  if (!/!\[|<img\s/i.test(token.raw)) return []
  const inHtml = [...token.raw.matchAll(/<img\s[^<>]{0,2000}?\bsrc=["']([^"'<>]{1,1000})["']/gi)]
  return [...pictures(token), ...inHtml.map(([, source = '']) => source)]
}

type NamedPicture = {readonly written: string; readonly from: string; readonly place: Place}

function found(all: readonly NamedPicture[], index: FileIndex): TextPictures {
  const pictures = new Map<string, TextPicture>()
  const problems: Problem[] = []
  for (const {written, from, place} of all) {
    if (pictures.has(written) || /^(?:[a-z][a-z\d+.-]*:|\/\/|#|www\.)/i.test(written.trim())) continue
    const file = index.find(written.trim(), from)
    const path = 'path' in file ? file.path : undefined
    const why = path === undefined ? missing(file, written) : refused(path)
    if (path === undefined || why !== undefined) problems.push(leftOut(written.trim(), why, place))
    pictures.set(written, {written, place, ...(path !== undefined && why === undefined && {location: path})})
  }
  return {pictures: [...pictures.values()], problems}
}

function leftOut(written: string, why: string | undefined, place: Place): Problem {
  const shown = `"${written.slice(0, 100)}"`
  const media = fileKinds.mediaOf(written)
  // Obsidian embeds a recording as it embeds a picture: `![[first-light.mp3]]`.
  if (media !== undefined) {
    const hint = `If it is the recording of the episode, write into the front matter: ${media.kind}: ${written}`
    return problem(
      'text-picture-missing',
      place,
      `${shown} is no picture, and notes have no player: it is left out`,
      hint,
    )
  }
  const hint = 'Put it into the show folder, or write its whole address if it is on a server'
  return problem('text-picture-missing', place, `The picture ${shown} is left out: ${why}`, hint)
}

function missing(file: ReturnType<FileIndex['find']>, written: string): string {
  if ('outside' in file) return 'it lies outside the show folder, and nothing from there is published'
  return `there is no file ${written.includes('/') ? 'at that path' : 'of that name'}, and its address would lead to nothing`
}

function refused(path: string): string | undefined {
  const kind = fileKinds.ofName(path)
  if (kind?.role !== 'picture') return 'the file is no picture'
  return kind.refused
}
