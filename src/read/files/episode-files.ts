import {endingPattern, type FileKinds, fileKinds} from '../../file-kinds/all-kinds.ts'
import type {FileRole} from '../../file-kinds/file-kind.ts'
import {sourceKinds} from '../../file-kinds/text-kinds.ts'
import {globMatcher} from '../../text/glob.ts'
import {nameFacts} from './file-name-facts.ts'

/** An episode's Markdown file and what lies beside it under its name. Paths are below the show folder, with `/`. */
export type EpisodeFiles = {
  readonly file: string
  /** The name that says what the episode is: the file's name, or, for a file that is called as in every folder, the name of its folder. */
  readonly stem: string
  /** The best file is first: what every app plays comes before what some apps may not play. */
  readonly media: readonly string[]
  readonly transcripts: readonly string[]
  readonly chapters: readonly string[]
  readonly images: readonly string[]
  /** Media and pictures that nothing can play or show. */
  readonly refused: readonly string[]
}

type Role = 'media' | 'transcripts' | 'chapters' | 'images' | 'refused'
type Sidecars = {readonly [R in Role]: string[]}

const roles: Readonly<Record<FileRole, Role | undefined>> = {
  media: 'media',
  transcript: 'transcripts',
  chapters: 'chapters',
  picture: 'images',
  episode: undefined,
  data: undefined,
  output: undefined,
}

const markdownExtension = new RegExp(`${endingPattern([sourceKinds.markdown])}$`, 'i')

/** Folders whose Markdown is about something else, unless `episodes` names them. */
const otherFolders =
  /(?:^|\/)_?(?:transcripts?|people|persons?|guests?|hosts?|authors?|speakers?|contributors?|archetypes|_?layouts|_?includes|_?drafts)\//i

/** Whether the path of a Markdown file allows that it is an episode. */
function isCandidate(path: string, isNamed: boolean): boolean {
  if (!markdownExtension.test(path) || /\.transcript\.[a-z]+$/i.test(path)) return false
  return isNamed || !otherFolders.test(path)
}

/** Whether a Markdown file is taken for no episode only because of its folder. */
export function isPassedOver(path: string): boolean {
  return isCandidate(path, true) && !isCandidate(path, false) && !/_?(?:layouts|includes|archetypes)\//i.test(path)
}

/** The Markdown files that `globs` name. */
export function markdownOf(files: readonly string[], globs: readonly string[]): readonly string[] {
  const matchers = globs.map((glob) => globMatcher(asFileGlob(glob)))
  return files.filter((path) => isCandidate(path, true) && matchers.some((matches) => matches(path)))
}

/** Finds the Markdown files that `globs` name. Without globs it finds all that are not clearly something else. */
export function findEpisodeFiles(
  files: readonly string[],
  globs: readonly string[],
  kinds: FileKinds = fileKinds,
): readonly EpisodeFiles[] {
  const isNamed = globs.length > 0
  const matchers = globs.map((glob) => globMatcher(asFileGlob(glob)))
  const markdown = files.filter(
    (path) => isCandidate(path, isNamed) && (!isNamed || matchers.some((matches) => matches(path))),
  )
  // `transcript.md` beside an `index.md` is a part of that episode. Without an `index.md`, it may be an episode about transcripts.
  const isPart = (path: string) => roleOf(path, kinds) !== undefined
  const texts = textsOfFolders(markdown, globs, isPart)
  const isWhole = (path: string) => !isPart(path) || isTextOfFolder(path, texts)
  const ownerOf = sidecarOwner(markdown.filter(isWhole), texts)
  return withSidecars(
    markdown.filter((path) => isWhole(path) || ownerOf(path) === undefined),
    {files, kinds, texts},
  )
}

/** What people call the one text of a folder that is an episode. The name of the folder must then say which episode it is. */
const usualTexts = /^(?:transcript|episode|show[-_ ]?notes|notes|readme)$/i

/**
 * The texts of folders that are episodes, by the folder: `index.md`, a name that a glob gives to the file of any folder
 * (`episodes/*\/transcript.md`), and a `transcript.md` or `notes.md` that is alone in a folder whose name has a number or a date.
 */
function textsOfFolders(
  markdown: readonly string[],
  globs: readonly string[],
  isPart: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const names = new Set(globs.flatMap((glob) => nameInAnyFolder(glob) ?? []))
  const byFolder = new Map<string, string[]>()
  for (const path of markdown) byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path])
  byFolder.delete('')
  const found = new Map<string, string>()
  for (const [folder, paths] of byFolder) {
    const {date, number} = nameFacts(folder.split('/').at(-2) ?? '')
    const alone = paths.length === 1 ? paths : paths.filter((path) => !isPart(path))
    const [usual, other] = date === undefined && number === undefined ? [] : alone
    const text =
      paths.find((path) => nameOf(path) === 'index') ??
      paths.find((path) => names.has(nameOf(path))) ??
      (usual !== undefined && other === undefined && usualTexts.test(nameOf(usual)) ? usual : undefined)
    if (text !== undefined) found.set(folder.normalize('NFC'), text)
  }
  return found
}

function isTextOfFolder(path: string, texts: ReadonlyMap<string, string>): boolean {
  return texts.get(folderOf(path).normalize('NFC')) === path
}

/** `transcript` for `episodes/*\/transcript.md`. */
function nameInAnyFolder(glob: string): string | undefined {
  const [last = '', ...folders] = glob.split('/').reverse()
  const isAny = folders.some((folder) => /[*?{]/.test(folder))
  return isAny && !/[*?{]/.test(last) && markdownExtension.test(last) ? nameOf(last) : undefined
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function nameOf(path: string): string {
  return path.slice(folderOf(path).length).replace(markdownExtension, '')
}

/** A folder alone means the Markdown files below it. */
function asFileGlob(glob: string): string {
  return /[*?{]|\.[a-z]{2,8}$/i.test(glob) ? glob : `${glob.replace(/\/+$/, '')}/**/*`
}

type Sorting = {
  readonly files: readonly string[]
  readonly kinds: FileKinds
  readonly texts: ReadonlyMap<string, string>
}

function withSidecars(markdown: readonly string[], {files, kinds, texts}: Sorting): readonly EpisodeFiles[] {
  const found = new Map<string, Sidecars>(
    markdown.map((path) => [path, {media: [], transcripts: [], chapters: [], images: [], refused: []}]),
  )
  const ownerOf = sidecarOwner(markdown, texts)
  for (const path of files) {
    if (found.has(path)) continue
    const owner = ownerOf(path)
    const role = owner === undefined ? undefined : roleOf(path, kinds)
    if (owner !== undefined && role !== undefined) found.get(owner)?.[role].push(path)
  }
  return markdown.map((file) => {
    const beside = found.get(file)
    return {
      file,
      stem: isTextOfFolder(file, texts) ? (file.split('/').at(-2) ?? '') : nameOf(file),
      media: bestFirst(beside?.media ?? [], kinds),
      transcripts: beside?.transcripts ?? [],
      chapters: beside?.chapters ?? [],
      images: bestFirst(beside?.images ?? [], kinds),
      refused: beside?.refused ?? [],
    }
  })
}

function bestFirst(paths: readonly string[], kinds: FileKinds): readonly string[] {
  return [...paths].sort((a, b) => kinds.rankOf(a) - kinds.rankOf(b))
}

export function stemOf(path: string): string {
  const names = path.replace(markdownExtension, '').split('/')
  const last = names.at(-1) ?? ''
  return last === 'index' && names.length > 1 ? (names.at(-2) ?? last) : last
}

/** Finds the Markdown file that a file belongs to: the one with the longest equal stem, or the text that its folder is about. */
function sidecarOwner(
  markdown: readonly string[],
  texts: ReadonlyMap<string, string>,
): (path: string) => string | undefined {
  const byStem = new Map(markdown.map((path) => [path.replace(markdownExtension, '').normalize('NFC'), path]))
  const bySameLetters = uniqueByLetters(byStem)
  return (path) => {
    const folder = folderOf(path)
    const name = path.slice(folder.length).normalize('NFC')
    // Names have dots of their own ("rust-1.48"), so every dot may be the end of the stem. A dozen dots are enough.
    for (
      let dot = name.lastIndexOf('.'), tries = 0;
      dot > 0 && tries < 12;
      dot = name.lastIndexOf('.', dot - 1), tries += 1
    ) {
      const stem = folder.normalize('NFC') + name.slice(0, dot)
      // `003-E.MP3` may lie beside `003-e.md`. The disks of most authors take these for one name.
      const owner = byStem.get(stem) ?? bySameLetters.get(stem.toLowerCase())
      if (owner !== undefined) return owner
    }
    return folder === '' ? undefined : texts.get(folder.normalize('NFC'))
  }
}

/** The paths by their stems in lower case. A stem that two episodes then share has none. */
function uniqueByLetters(byStem: ReadonlyMap<string, string>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const [stem, path] of byStem) found.set(stem.toLowerCase(), found.has(stem.toLowerCase()) ? undefined : path)
  return found
}

/** What a file is to the episode beside it. `refused` is a file that no episode can use, though its author may think that one can. */
function roleOf(path: string, kinds: FileKinds): Role | undefined {
  const kind = kinds.ofName(path)
  if (kind === undefined) return undefined
  // The code that reads transcripts reports why a transcript is not read.
  if (kind.refused !== undefined && kind.role !== 'transcript') return 'refused'
  return roles[kind.role]
}
