import {globMatcher} from '../text/glob.ts'
import {mediaKindOf} from './media-kinds.ts'

/** An episode's Markdown file and what lies beside it under its name. Paths are below the show folder, with `/`. */
export type EpisodeFiles = {
  readonly file: string
  /** The name that says what it is: of the file, or of its folder for `index.md`. */
  readonly stem: string
  /** Best first: what apps play everywhere comes before what they may not. */
  readonly media: readonly string[]
  readonly transcripts: readonly string[]
  readonly chapters: readonly string[]
  readonly images: readonly string[]
}

type Role = 'media' | 'transcripts' | 'chapters' | 'images'
type Sidecars = {readonly [R in Role]: string[]}

const transcriptExtensions = new Set(['vtt', 'srt', 'json', 'txt', 'html', 'htm', 'sbv', 'lrc'])
const imageExtensions = new Set(['jpg', 'jpeg', 'png', 'webp'])
/** Apple's recommendation first, then by how many apps play it. */
const mediaOrder = [
  'mp3',
  'm4a',
  'm4b',
  'aac',
  'mp4',
  'm4v',
  'mov',
  'ogg',
  'oga',
  'opus',
  'webm',
  'mkv',
  'flac',
  'wav',
  'm3u8',
]
const imageOrder = ['jpg', 'jpeg', 'png', 'webp']

/** Folders whose Markdown is about something else, unless `episodes` names them. */
const otherFolders =
  /(?:^|\/)_?(?:transcripts?|people|persons?|guests?|hosts?|authors?|speakers?|contributors?|archetypes|_?layouts|_?includes|_?drafts)\//i

/** Whether a Markdown file may be an episode, going by its path alone. */
function isCandidate(path: string, isNamed: boolean): boolean {
  if (!/\.(?:md|markdown|mdx)$/i.test(path) || /\.transcript\.[a-z]+$/i.test(path)) return false
  return isNamed || !otherFolders.test(path)
}

/** The Markdown files that `globs` name; without globs all that lie below the folder and are not clearly something else. */
export function findEpisodeFiles(files: readonly string[], globs: readonly string[]): readonly EpisodeFiles[] {
  const isNamed = globs.length > 0
  const matchers = globs.map((glob) => globMatcher(asFileGlob(glob)))
  const markdown = files.filter(
    (path) => isCandidate(path, isNamed) && (!isNamed || matchers.some((matches) => matches(path))),
  )
  // `transcript.md` beside an `index.md` is a part of that episode; alone it may be an episode about transcripts.
  const isPart = (path: string) => roleOf(path) !== undefined
  const ownerOf = sidecarOwner(markdown.filter((path) => !isPart(path)))
  return withSidecars(
    markdown.filter((path) => !isPart(path) || ownerOf(path) === undefined),
    files,
  )
}

/** A folder alone means the Markdown files below it. */
function asFileGlob(glob: string): string {
  return /[*?{]|\.[a-z]{2,8}$/i.test(glob) ? glob : `${glob.replace(/\/+$/, '')}/**/*`
}

function withSidecars(markdown: readonly string[], files: readonly string[]): readonly EpisodeFiles[] {
  const found = new Map<string, Sidecars>(
    markdown.map((path) => [path, {media: [], transcripts: [], chapters: [], images: []}]),
  )
  const ownerOf = sidecarOwner(markdown)
  for (const path of files) {
    if (found.has(path)) continue
    const owner = ownerOf(path)
    const role = owner === undefined ? undefined : roleOf(path)
    if (owner !== undefined && role !== undefined) found.get(owner)?.[role].push(path)
  }
  return markdown.map((file) => {
    const beside = found.get(file)
    return {
      file,
      stem: stemOf(file),
      media: ordered(beside?.media ?? [], mediaOrder),
      transcripts: beside?.transcripts ?? [],
      chapters: beside?.chapters ?? [],
      images: ordered(beside?.images ?? [], imageOrder),
    }
  })
}

function ordered(paths: readonly string[], extensions: readonly string[]): readonly string[] {
  const rank = (path: string) => extensions.indexOf(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
  return [...paths].sort((a, b) => rank(a) - rank(b))
}

const markdownExtension = /\.(?:md|markdown|mdx)$/i

export function stemOf(path: string): string {
  const names = path.replace(markdownExtension, '').split('/')
  const last = names.at(-1) ?? ''
  return last === 'index' && names.length > 1 ? (names.at(-2) ?? last) : last
}

/** The Markdown file that a file belongs to: the one with the longest equal stem, or the `index.md` of its folder. */
function sidecarOwner(markdown: readonly string[]): (path: string) => string | undefined {
  const byStem = new Map(markdown.map((path) => [path.replace(markdownExtension, '').normalize('NFC'), path]))
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const name = path.slice(folder.length).normalize('NFC')
    // Names have dots of their own ("rust-1.48"), so every dot may be the end of the stem; a dozen are enough.
    for (
      let dot = name.lastIndexOf('.'), tries = 0;
      dot > 0 && tries < 12;
      dot = name.lastIndexOf('.', dot - 1), tries += 1
    ) {
      const owner = byStem.get(folder.normalize('NFC') + name.slice(0, dot))
      if (owner !== undefined) return owner
    }
    return folder === '' ? undefined : byStem.get(`${folder.normalize('NFC')}index`)
  }
}

function roleOf(path: string): Role | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const extension = name.slice(name.lastIndexOf('.') + 1)
  if (/(?:^|\.)chapters\.(?:json|txt|xml|vtt|md)$/.test(name) || /\.(?:psc|ffmeta(?:data)?)$/.test(name))
    return 'chapters'
  if (/(?:^|\.)transcript\.(?:md|markdown)$/.test(name)) return 'transcripts'
  if (mediaKindOf(name) !== undefined) return 'media'
  if (transcriptExtensions.has(extension)) return 'transcripts'
  return imageExtensions.has(extension) ? 'images' : undefined
}
