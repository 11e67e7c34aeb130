import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {beforeQuery} from '../../file-kinds/endings.ts'
import type {FileRole} from '../../file-kinds/file-kind.ts'
import {sourceKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {LinkedTranscript, SourceTranscript} from '../../model/episode.ts'
import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import {refusedByName} from '../../transcripts/all-formats.ts'
import {readTranscript, refusedTranscript} from '../../transcripts/convert.ts'
import {countMarkdownLabels} from '../../transcripts/markdown/markdown-signs.ts'
import {resolveSpeakers} from '../../transcripts/speakers/speakers.ts'
import {hasConflict} from '../data/conflict-marks.ts'
import {readText} from '../data/source-text.ts'
import type {NamedTranscript} from '../fields/transcript-kinds.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {type FileIndex, outsideShow} from '../files/file-index.ts'
import {transcriptLanguage} from '../files/transcript-language.ts'
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

/** Files that nobody takes for a text, whatever names them. */
const noTranscript: readonly FileRole[] = ['media', 'picture']

type Wanted = {readonly file: string; readonly language?: string}

/** Reads the transcripts in files: those that the front matter names, those beside the episode, and those in a transcripts folder. */
export async function episodeTranscripts(
  named: readonly NamedTranscript[],
  context: TranscriptContext,
): Promise<EpisodeTranscripts> {
  const problems: Problem[] = []
  const linked: LinkedTranscript[] = []
  const wanted = new Map<string, Wanted>()
  // Tools that keep transcripts in a folder of their own name them without the folder.
  const ownFiles = [...context.files.transcripts, ...context.matched]
  for (const each of named) {
    if (/^https?:/i.test(each.location)) {
      linked.push(linkOf(each))
      continue
    }
    const found = fileOf(each.location, ownFiles, context)
    if ('problem' in found) problems.push(found.problem)
    else wanted.set(found.path, {file: found.path, ...present({language: each.language})})
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

type FoundFile = {readonly path: string} | {readonly problem: Problem}

function fileOf(location: string, ownFiles: readonly string[], {index, files, placeOf}: TranscriptContext): FoundFile {
  const found = index.find(location, files.file)
  if ('outside' in found) return {problem: outsideShow(location, placeOf())}
  const path = 'path' in found ? found.path : ownFiles.find((file) => nameOf(file) === nameOf(location))
  const quoted = `"${location.slice(0, 80)}"`
  if (path === undefined) {
    const message = `The transcript ${quoted} is not in the show folder, so the episode is published without it`
    return {problem: problem('reference-missing', placeOf(), message, hintForMissing(location))}
  }
  const other = fileKinds.ofName(path)
  if (other === undefined || !noTranscript.includes(other.role)) return {path}
  const message = `${quoted} is ${other.title}, and no transcript, so the episode is published without it`
  return {problem: problem('reference-unreadable', placeOf(), message, 'Name a file of captions or a text')}
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function hintForMissing(location: string): string {
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/.+/i.test(location)) return `If it is an address, write https://${location}`
  return 'Write its path below the show folder, or put it beside the episode under its name'
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
  // Between the marks of a conflict, every sentence stands twice.
  if (!text.ok || hasConflict(text.problems)) return {problems: text.problems}
  const reading = isMarkdownText(file, text.value)
    ? readMarkdownFile(text.value, file, people)
    : readTranscript(text.value, file)
  const found = [...text.problems, ...reading.problems]
  if (!reading.ok || reading.value.parts.length === 0) return {problems: found}
  const {transcript, problems} = resolveSpeakers(reading.value, people)
  const {language, doubts} = transcriptLanguage(file, written, transcript.language)
  return {
    // The language is said once: what the file says of it may be wrong.
    transcript: {transcript: {parts: transcript.parts}, file, ...present({language})},
    problems: [
      ...found,
      ...problems.map((each) => ({...each, file})),
      ...doubts.map(({message, hint}) => withSeverity(problem('value-assumed', {file}, message, hint), 'warning')),
    ],
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
