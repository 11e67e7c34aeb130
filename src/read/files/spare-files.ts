import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {extensionOf} from '../../file-kinds/endings.ts'
import {chapterKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import type {EpisodeFiles} from './episode-files.ts'
import {problem} from './file-problems.ts'

/** Files whose names put them beside no episode. */
export type SpareFiles = {
  /** The files that lie beside a media file and have its name. They belong to the episode of that media file. */
  readonly beside: (media: string) => readonly string[]
  /** The files that somebody would miss if no episode named them: recordings, captions, chapters, articles. */
  readonly missed: readonly string[]
}

/** Kinds of text that hold nothing but transcripts or chapters. Web pages and JSON files in a repository may hold anything. */
const surely: ReadonlySet<unknown> = new Set([
  transcriptKinds.vtt,
  transcriptKinds.srt,
  transcriptKinds.sbv,
  transcriptKinds.markdown,
  ...Object.values(chapterKinds),
])

/** Texts that are there for programs and hosts, in any folder. */
const notArticles =
  /^(?:readme|licen[cs]e|changelog|robots|humans|security|ads|app-ads|llms.*|requirements.*|.*credits|todo|notes)\.te?xt$/i

export function spareFiles(
  files: readonly string[],
  episodes: readonly EpisodeFiles[],
  matched: ReadonlyMap<string, readonly string[]>,
): SpareFiles {
  const owned = new Set(
    episodes.flatMap(({file, media, transcripts, chapters, images, refused}) => [
      file,
      ...[media, transcripts, chapters, images, refused, matched.get(file) ?? []].flat(),
    ]),
  )
  const spare = files.filter((path) => !owned.has(path))
  const byStem = new Map<string, string[]>()
  for (const path of spare) {
    const role = fileKinds.ofName(path)?.role
    if (role === 'transcript' || role === 'chapters' || role === 'picture')
      for (const stem of stemsOf(path)) byStem.set(stem, [...(byStem.get(stem) ?? []), path])
  }
  // A show without an episode may have its first one as a text.
  const folders = new Set(episodes.length === 0 ? [''] : episodes.map(({file}) => folderOf(file)))
  return {
    beside: (media) => {
      const stem = media.slice(0, media.length - extensionOf(media).length)
      return byStem.get(stem.normalize('NFC')) ?? []
    },
    missed: spare.filter((path) => wouldBeMissed(path, folders)),
  }
}

function wouldBeMissed(path: string, episodeFolders: ReadonlySet<string>): boolean {
  const kind = fileKinds.ofName(path)
  if (kind?.role === 'media') return kind.refused === undefined
  if (kind === transcriptKinds.text) return episodeFolders.has(folderOf(path)) && !notArticles.test(nameOf(path))
  return surely.has(kind)
}

/** The stems that a path may have: `a/talk` and `a/talk.de` for `a/talk.de.vtt`. */
function stemsOf(path: string): readonly string[] {
  const folder = folderOf(path)
  const parts = nameOf(path).normalize('NFC').split('.')
  // `talk.de.chapters.json` has the most parts after a stem. Further parts belong to a name that has dots of its own.
  return parts.slice(1).flatMap((_, index) => {
    const count = parts.length - 1 - index
    return index < 3 ? [folder.normalize('NFC') + parts.slice(0, count).join('.')] : []
  })
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * Reports the files that somebody would miss and that belong to no episode: no episode has their name, and none names them
 * (`file-unclaimed`). There is one problem for all such files of one folder.
 */
export function unclaimedFiles({missed}: SpareFiles, claimed: ReadonlySet<string>): readonly Problem[] {
  const byFolder = new Map<string, string[]>()
  for (const path of missed.filter((each) => !claimed.has(each)))
    byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path])
  return [...byFolder.values()].map(([first = '', ...others]) => {
    const more =
      others.length === 0
        ? ''
        : others.length === 1
          ? ` The same is true of ${nameOf(others[0] ?? '')}.`
          : moreFiles(others)
    const message = `This file belongs to no episode, so it is not published: no episode has its name, and none names it.${more}`
    return problem('file-unclaimed', {file: first}, message, hintFor(first))
  })
}

function moreFiles(others: readonly string[]): string {
  const [one = '', other = '', ...rest] = others.map(nameOf)
  return rest.length === 0
    ? ` The same is true of ${one} and ${other}.`
    : ` The same is true of ${others.length} others of this folder: ${one}, ${other}, …`
}

function hintFor(path: string): string {
  const name = nameOf(path)
  const stem = name.slice(0, name.length - extensionOf(name).length)
  const value = asYamlValue(name)
  const kind = fileKinds.ofName(path)
  if (kind?.role === 'media') return `Write the episode ${stem}.md beside it, or name it in one: audio: ${value}`
  if (kind === transcriptKinds.text)
    return `If it is the text of an episode, rename it to ${stem}.md; if it is a transcript, name it in its episode: transcript: ${value}`
  return kind?.role === 'chapters'
    ? `Name it in its episode: chapters: ${value}`
    : `Name it in its episode: transcript: ${value}`
}

/** A name as a value that can be copied into YAML. */
function asYamlValue(name: string): string {
  return /^[\p{L}\d_(.]/u.test(name) && !/: | #|:$/.test(name) ? name : JSON.stringify(name)
}
