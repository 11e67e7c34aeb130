import {fileKinds, mediaKindOfType} from '../../file-kinds/all-kinds.ts'
import {extensionOf} from '../../file-kinds/endings.ts'
import type {FileKind} from '../../file-kinds/file-kind.ts'
import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import type {EpisodeParts} from '../../sources/files/episode-text.ts'
import type {FieldValue, LinkedFile, SourceEpisode} from '../../sources/source-show.ts'
import type {FetchedFile, FetchedFiles} from './fetched-files.ts'
import {problem} from './import-problems.ts'
import type {MissingFile} from './missing-files.ts'

const mostTextBytes = 50 * 1024 * 1024
const mostPictureBytes = 30 * 1024 * 1024
const mostMediaBytes = 20 * 1024 * 1024 * 1024

export type FileSettings = {
  readonly files: FetchedFiles
  /** The name of the episode's file without its extension. */
  readonly name: string
  readonly takesMedia: boolean
  /** The files of pictures by their addresses; see `pictureFiles`. */
  readonly pictures: ReadonlyMap<string, string>
  readonly showLanguage?: string
  /** Whether addresses are secrets. One that cannot be fetched is then written nowhere. */
  readonly isPrivate: boolean
}

export type FetchedParts = Omit<EpisodeParts, 'notes' | 'siteUrl'> & {
  readonly problems: readonly Problem[]
  readonly missing: readonly MissingFile[]
}

/**
 * Puts the files of an episode beside it: the best transcript of each language, chapters, its own picture, and on request the
 * media. A file that cannot be fetched stays an address, unless that is a secret, and is in `missing`.
 */
export async function fetchFiles(episode: SourceEpisode, settings: FileSettings): Promise<FetchedParts> {
  const {name, pictures, takesMedia, isPrivate} = settings
  const problems: Problem[] = []
  const missing: MissingFile[] = []
  const fetchOne = async (url: string, file: string, mostBytes: number) => {
    const got = await settings.files.fetch({url, file, mostBytes})
    if (got.state === 'kept') problems.push(fileKept(file))
    if (got.state !== 'failed') return file
    missing.push({file: `${name}.md`, url, what: got.what})
    return undefined
  }
  const transcripts: FieldValue[] = []
  for (const file of bestTranscripts(episode.files)) {
    const suffix = languageSuffix(file.language, settings.showLanguage)
    const path = await fetchOne(file.url, `${name}${suffix}${transcriptExtension(file)}`, mostTextBytes)
    // A file that has the name of the episode need not be named in the front matter.
    if (path === undefined && !isPrivate) transcripts.push(linkedTranscript(file))
  }
  const chaptersUrl = episode.files.find(({role}) => role === 'chapters')?.url
  const chapters =
    chaptersUrl === undefined ? undefined : await fetchOne(chaptersUrl, `${name}.chapters.json`, mostTextBytes)
  const pictureUrl = episode.files.find(({role}) => role === 'picture')?.url
  const pictureFile = pictures.get(pictureUrl ?? '')
  const picture =
    pictureUrl === undefined || pictureFile === undefined
      ? undefined
      : await fetchOne(pictureUrl, pictureFile, mostPictureBytes)
  const [media] = episode.media
  const hasMedia =
    takesMedia &&
    media !== undefined &&
    (await fetchOne(media.url, `${name}${mediaExtension(media.url, media.mimeType)}`, mostMediaBytes)) !== undefined
  const keptPicture = picture ?? (pictureFile === undefined || isPrivate ? undefined : pictureUrl)
  const keptChapters = chapters === undefined && !isPrivate ? chaptersUrl : undefined
  return {
    namesMedia: !hasMedia && !isPrivate,
    transcripts,
    problems,
    missing,
    ...(keptPicture === undefined ? {} : {picture: keptPicture}),
    ...(keptChapters === undefined ? {} : {chapters: keptChapters}),
  }
}

export function fileKept(file: string): Problem {
  const message = `The source has another ${file} by now. You have changed yours since it was downloaded, so it stays`
  return problem(
    'import-file-kept',
    {file},
    message,
    'Delete the file, and the next import downloads that of the source',
  )
}

/**
 * The file of each picture that is not that of the show. A picture that several episodes have is one file. It has the name that an
 * earlier import gave it, or that of the last of these episodes, which is the oldest one in most feeds.
 */
export function pictureFiles(
  episodes: readonly {readonly episode: SourceEpisode; readonly name: string}[],
  showPicture: string | undefined,
  before: readonly FetchedFile[],
): ReadonlyMap<string, string> {
  const wanted = new Map(
    episodes.flatMap(({episode, name}) => {
      const url = episode.files.find(({role}) => role === 'picture')?.url
      return url === undefined || url === showPicture ? [] : [[url, name] as const]
    }),
  )
  const files = new Map(before.filter(({from}) => wanted.has(from)).map(({from, file}) => [from, file]))
  const taken = new Set(files.values())
  for (const [url, name] of wanted) {
    if (files.has(url)) continue
    const names = ['', '-2', '-3'].map((mark) => `${name}${mark}${pictureExtension(url)}`)
    const file = names.find((each) => !taken.has(each)) ?? `${name}${pictureExtension(url)}`
    files.set(url, file)
    taken.add(file)
  }
  return files
}

/** The forms of a transcript, best first: with times and speakers, with times, without. */
const transcriptForms: readonly FileKind[] = [
  transcriptKinds.vtt,
  transcriptKinds.json,
  transcriptKinds.srt,
  transcriptKinds.html,
  transcriptKinds.text,
]

function formOf({url, mimeType = ''}: LinkedFile): number {
  const kinds = [fileKinds.ofType(mimeType), fileKinds.ofName(new URL(url).pathname)]
  const known = kinds.find((kind) => transcriptForms.some((form) => form === kind))
  return known === undefined ? -1 : transcriptForms.indexOf(known)
}

function bestTranscripts(files: readonly LinkedFile[]): readonly LinkedFile[] {
  const best = new Map<string, LinkedFile>()
  for (const file of files.filter(({role}) => role === 'transcript')) {
    const language = file.language?.toLowerCase() ?? ''
    const other = best.get(language)
    const isBetter = other === undefined || (formOf(file) !== -1 && formOf(file) < formOf(other))
    if (formOf(file) !== -1 && isBetter) best.set(language, file)
  }
  return [...best.values()]
}

function transcriptExtension(file: LinkedFile): string {
  return transcriptForms[formOf(file)]?.extensions[0] ?? '.txt'
}

function linkedTranscript({url, mimeType, language}: LinkedFile): FieldValue {
  const facts = {...(mimeType === undefined ? {} : {type: mimeType}), ...(language === undefined ? {} : {language})}
  return Object.keys(facts).length === 0 ? url : {url, ...facts}
}

/** The language becomes part of a file's name, so only a valid language tag is accepted. */
function languageSuffix(language: string | undefined, showLanguage: string | undefined): string {
  const isTag = language !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)
  return isTag && !isSameLanguage(language, showLanguage) ? `.${language}` : ''
}

function isSameLanguage(one: string, other: string | undefined): boolean {
  const base = (tag: string | undefined) => tag?.toLowerCase().split('-')[0]
  return base(one) === base(other ?? 'en')
}

function pictureExtension(url: string): string {
  const {pathname} = new URL(url)
  const kind = fileKinds.ofName(pathname)
  return kind?.role === 'picture' && kind.refused === undefined ? extensionOf(pathname) : '.jpg'
}

function mediaExtension(url: string, mimeType = ''): string {
  const {pathname} = new URL(url)
  if (fileKinds.mediaOf(pathname) !== undefined) return extensionOf(pathname)
  return mediaKindOfType(mimeType)?.extensions[0] ?? (mimeType.startsWith('video/') ? '.mp4' : '.mp3')
}
