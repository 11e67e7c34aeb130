import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {beforeQuery} from '../../file-kinds/endings.ts'
import {sourceKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {LinkedTranscript, SourceTranscript} from '../../model/episode.ts'
import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {languageTag} from '../../tags/kinds/value-texts.ts'
import {refusedByName} from '../../transcripts/all-formats.ts'
import {readTranscript, refusedTranscript} from '../../transcripts/convert.ts'
import {countMarkdownLabels} from '../../transcripts/markdown/markdown-signs.ts'
import {resolveSpeakers} from '../../transcripts/speakers/speakers.ts'
import {isAuthoredMap} from '../data/authored-data.ts'
import {readText} from '../data/source-text.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {type FileIndex, outsideShow} from '../files/file-index.ts'
import {besideEpisode} from './beside-episode.ts'
import {problem} from './episode-problems.ts'
import {readMarkdownFile} from './markdown-transcript-file.ts'

export type EpisodeTranscripts = {
  readonly transcripts: readonly SourceTranscript[]
  readonly linked: readonly LinkedTranscript[]
  readonly problems: readonly Problem[]
  readonly filesRead: readonly string[]
}

type TranscriptContext = {
  readonly folder: string
  readonly files: EpisodeFiles
  readonly index: FileIndex
  /** Transcripts in a folder of their own that belong to this episode. */
  readonly matched: readonly string[]
  readonly people: readonly Person[]
  /** Finding the place of a value costs as much as reading the file, so it is found where something is wrong. */
  readonly placeOf: () => Place
}

type Wanted = {readonly file: string; readonly language?: string}

/** Reads the transcripts in files: those that the front matter names, those beside the episode, and those in a transcripts folder. */
export async function episodeTranscripts(
  authored: Authored | undefined,
  context: TranscriptContext,
): Promise<EpisodeTranscripts> {
  const problems: Problem[] = []
  const linked: LinkedTranscript[] = []
  const wanted = new Map<string, Wanted>()
  // Tools that keep transcripts in a folder of their own name them without the folder.
  const ownFiles = [...context.files.transcripts, ...context.matched]
  for (const each of authored === undefined ? [] : writtenReferences(authored)) {
    if (/^https?:/i.test(each.location)) {
      linked.push(linkOf(each))
      continue
    }
    const found = context.index.find(each.location, context.files.file)
    const own = ownFiles.find((file) => nameOf(file) === nameOf(each.location))
    if ('missing' in found && own !== undefined) wanted.set(own, {file: own, ...present({language: each.language})})
    else if ('path' in found) wanted.set(found.path, {file: found.path, ...present({language: each.language})})
    else if ('outside' in found) problems.push(outsideShow(each.location, context.placeOf()))
    else {
      const message = `The transcript "${each.location.slice(0, 80)}" is not in the show folder, so the episode is published without it`
      problems.push(
        problem(
          'reference-missing',
          context.placeOf(),
          message,
          'Write its path below the show folder, or put it beside the episode under its name',
        ),
      )
    }
  }
  for (const file of ownFiles) if (!wanted.has(file)) wanted.set(file, {file})
  const transcripts: SourceTranscript[] = []
  for (const each of wanted.values()) {
    const reading = await readTranscriptFile(each, context)
    problems.push(...besideEpisode(reading.problems))
    if (reading.transcript !== undefined) transcripts.push(reading.transcript)
  }
  return {transcripts, linked, problems, filesRead: [...wanted.keys()]}
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

type NamedTranscript = {
  readonly location: string
  readonly mimeType?: string
  readonly language?: string
  readonly rel?: string
}

function writtenReferences(authored: Authored): readonly NamedTranscript[] {
  if (typeof authored === 'string') return authored.trim() === '' ? [] : [{location: authored.trim()}]
  if (Array.isArray(authored))
    return authored.flatMap((each: Authored) => (Array.isArray(each) || each === null ? [] : writtenReferences(each)))
  if (!isAuthoredMap(authored)) return []
  const text = (...keys: readonly string[]) =>
    keys.map((key) => authored[key]).find((value) => typeof value === 'string' && value.trim() !== '')
  const location = text('url', 'file', 'src', 'href', 'path')
  // The keys of such a map are languages: {en: one.vtt, de: one.de.vtt}.
  if (typeof location !== 'string') {
    return Object.entries(authored).flatMap(([language, file]) =>
      typeof file === 'string' ? [{location: file.trim(), language}] : [],
    )
  }
  const fields = {mimeType: text('type', 'mime_type'), language: text('language', 'lang'), rel: text('rel')}
  return [{location: location.trim(), ...(present(fields) as Omit<NamedTranscript, 'location'>)}]
}

function linkOf({location, mimeType, language, rel}: NamedTranscript): LinkedTranscript {
  const kind = fileKinds.ofName(beforeQuery(location))
  const isText = kind?.refused === undefined && (kind?.role === 'transcript' || kind?.role === 'episode')
  return {
    url: location,
    mimeType: mimeType ?? (isText ? kind.mimeType : transcriptKinds.html.mimeType),
    ...present({language}),
    captions: rel?.toLowerCase() === 'captions',
  }
}

type FileReading = {readonly transcript?: SourceTranscript; readonly problems: readonly Problem[]}

async function readTranscriptFile(
  {file, language: written}: Wanted,
  {folder, people}: TranscriptContext,
): Promise<FileReading> {
  const refused = refusedByName(file)
  if (refused !== undefined) return {problems: [refusedTranscript(refused, {file})]}
  const text = await readText(folder, file)
  if (!text.ok) return text
  const reading = isMarkdownText(file, text.value)
    ? readMarkdownFile(text.value, file, people)
    : readTranscript(text.value, file)
  const found = [...text.problems, ...reading.problems]
  if (!reading.ok || reading.value.parts.length === 0) return {problems: found}
  const {transcript, problems} = resolveSpeakers(reading.value, people)
  const language = written ?? languageInName(file) ?? transcript.language
  return {
    transcript: {transcript, file, ...present({language})},
    problems: [...found, ...problems.map((each) => ({...each, file}))],
  }
}

/** Some shows keep Markdown transcripts as `.txt`. The labels in the text show that it is Markdown. */
function isMarkdownText(file: string, text: string): boolean {
  const kind = fileKinds.ofName(file)
  return (
    kind === sourceKinds.markdown ||
    kind === transcriptKinds.markdown ||
    (kind === transcriptKinds.text && countMarkdownLabels(text) > 0)
  )
}

/** The language that a name like `001-first-light.de.vtt` holds. */
function languageInName(file: string): string | undefined {
  const tag = /\.([a-z]{2,3}(?:-[a-z\d]{2,8})?)\.[a-z]+$/i.exec(file)?.[1]
  const reading = tag === undefined ? undefined : languageTag.read(tag, {timeZone: 'UTC'})
  return reading !== undefined && 'value' in reading ? reading.value : undefined
}
