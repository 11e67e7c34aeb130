import type {ChapterSource} from '../chapters/chapter-list.ts'
import {transcriptKinds} from '../file-kinds/text-kinds.ts'
import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode, SourceTranscript} from '../model/episode.ts'
import type {Channel, TranscriptLink} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {RenderedTranscript, TranscriptFile} from '../model/rendered-episode.ts'
import {fileStemOf, siteAddress, sitePaths} from '../model/site-paths.ts'
import type {Transcript} from '../model/transcript.ts'
import {alignTranscript} from '../transcripts/align/align.ts'
import {problem} from '../transcripts/align/alignment-problems.ts'
import {writtenFormats} from '../transcripts/all-formats.ts'
import type {WrittenFormat} from '../transcripts/formats/transcript-format.ts'
import {sectionChapters} from '../transcripts/interview/section-chapters.ts'

export type RenderedTranscripts = {
  readonly transcripts: readonly RenderedTranscript[]
  readonly links: readonly TranscriptLink[]
  readonly captionsUrl?: AbsoluteUrl
  /** The headings of the transcript in the language that is spoken. */
  readonly headings: ChapterSource
  readonly problems: readonly Problem[]
}

/** A transcript for people to read and, if it has times, for players to show. */
type Readings = {
  readonly transcript: Transcript
  /** Where `transcript` was written. */
  readonly file: string
  readonly captions?: Transcript
  readonly problems: readonly Problem[]
}

function hasCues({parts}: Transcript): boolean {
  return parts.some((part) => part.kind === 'turn' && part.cues.length > 0)
}

/** Every cue has a time, and no time is an estimate: only then may a transcript be called captions. */
function hasRealTimes(transcript: Transcript): boolean {
  let count = 0
  for (const part of transcript.parts) {
    if (part.kind !== 'turn') continue
    for (const {startInSeconds, timing} of part.cues) {
      if (startInSeconds === undefined || timing === 'estimated') return false
      count += 1
    }
  }
  return count > 0
}

/** The captions of an aligned text. Words that nobody says in the audio have no time, so they are no captions. */
function onlyTimed(transcript: Transcript): Transcript {
  const parts = transcript.parts.flatMap((part): Transcript['parts'] => {
    if (part.kind !== 'turn') return [part]
    const cues = part.cues.filter(({startInSeconds}) => startInSeconds !== undefined)
    return cues.length === 0 ? [] : [{...part, cues}]
  })
  return {...transcript, parts}
}

/**
 * The sources of one language. If there are several, people read the edited text, and machine captions give it their times.
 * Otherwise the first is the transcript, because the same text is often there in two formats.
 */
function readingsOf(sources: readonly SourceTranscript[], episodeFile: string): Readings | undefined {
  const timed = sources.find(({transcript}) => hasRealTimes(transcript))
  const captions = timed?.transcript
  const edited = sources.find(({transcript}) => transcript !== captions && hasCues(transcript))
  const file = (edited ?? timed)?.file ?? episodeFile
  if (edited === undefined) return captions && {transcript: captions, file, captions, problems: []}
  const {transcript} = edited
  if (timed === undefined || captions === undefined) return {transcript, file, problems: []}
  const aligned = alignTranscript(transcript, captions)
  const problems = aligned.problems.map((each) => ({...each, file}))
  if (aligned.report.alignedWordCount === 0) return ofTwoRecordings(edited, timed, episodeFile)
  const split = alignTranscript(transcript, captions, {split: true})
  return {transcript: aligned.transcript, file, captions: onlyTimed(split.transcript), problems}
}

/**
 * Captions, and a text that has other words. If the text has no times, each of the two is right by itself. Of two files of captions,
 * one is of something else.
 */
function ofTwoRecordings(text: SourceTranscript, captions: SourceTranscript, episodeFile: string): Readings {
  const file = text.file ?? episodeFile
  const captionsFile = captions.file ?? episodeFile
  const isTimed = hasRealTimes(text.transcript)
  const outcome = isTimed ? `only ${captionsFile} is published` : 'people read this text, and players show the captions'
  const message = `This transcript and ${captionsFile} share too few words to be of one recording in one language, so ${outcome}`
  const hint = 'Remove the one that is wrong; if it is in another language, put its code into the name: talk.de.vtt'
  const problems = [problem('captions-of-other-audio', {file}, message, hint)]
  const {transcript} = isTimed ? captions : text
  return {transcript, file: isTimed ? captionsFile : file, captions: captions.transcript, problems}
}

/** The language that is spoken first: players offer the first captions, and some apps show the first transcript. */
function byLanguage(
  sources: readonly SourceTranscript[],
  language: string,
): ReadonlyMap<string, readonly SourceTranscript[]> {
  const groups = new Map<string, SourceTranscript[]>([[language, []]])
  for (const source of sources) {
    const key = source.language ?? source.transcript.language ?? language
    groups.set(key, [...(groups.get(key) ?? []), source])
  }
  return groups
}

function transcriptFiles(
  transcript: Transcript,
  captions: Transcript | undefined,
  basePath: string,
  formats: readonly WrittenFormat[],
): readonly TranscriptFile[] {
  return formats.flatMap(({file, captions: isCaptions, write}): readonly TranscriptFile[] => {
    const source = isCaptions ? captions : transcript
    if (source === undefined) return []
    const path = `${basePath}${file.extensions[0]}`
    return [{path, mimeType: file.mimeType, captions: isCaptions, text: () => write(source)}]
  })
}

/** The transcripts of an episode in every format that apps read, and their addresses in the order apps should see them. */
export function renderTranscripts(
  channel: Channel,
  episode: ProbedEpisode,
  formats: readonly WrittenFormat[] = writtenFormats,
): RenderedTranscripts {
  const spoken = episode.language ?? channel.language
  const transcripts: RenderedTranscript[] = []
  const links: TranscriptLink[] = []
  const problems: Problem[] = []
  let headings: ChapterSource = {name: 'the headings of the transcript', chapters: []}
  for (const [language, sources] of byLanguage(episode.transcripts, spoken)) {
    const readings = readingsOf(sources, episode.file)
    if (readings === undefined) continue
    const {transcript, captions, file} = readings
    if (language === spoken) headings = {name: headings.name, file, chapters: sectionChapters(transcript)}
    const basePath = sitePaths.transcript(fileStemOf(episode), language === spoken ? undefined : language)
    problems.push(...readings.problems)
    const files = transcriptFiles(transcript, captions, basePath, formats)
    transcripts.push({transcript, source: file, language, files, ...present({captions})})
    for (const {path, mimeType, captions: isCaptions} of files)
      links.push({url: siteAddress(channel.siteUrl, path), mimeType, language, captions: isCaptions})
  }
  const elsewhere = episode.linkedTranscripts.flatMap(({url, ...link}) => {
    const address = absoluteUrl(url, channel.siteUrl)
    return address === undefined ? [] : [{url: address, ...link}]
  })
  const captionsUrl = links.find(({mimeType}) => mimeType === transcriptKinds.vtt.mimeType)?.url
  return {transcripts, links: [...links, ...elsewhere], headings, problems, ...present({captionsUrl})}
}
