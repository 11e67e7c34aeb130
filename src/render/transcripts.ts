import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {ProbedEpisode, SourceTranscript} from '../model/episode.ts'
import type {Channel, TranscriptLink} from '../model/feed.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {RenderedTranscript} from '../model/rendered-episode.ts'
import type {Cue, Transcript} from '../model/transcript.ts'
import {alignTranscript} from '../transcripts/align.ts'
import {publishedFormats} from '../transcripts/all-formats.ts'
import {siteAddress, sitePaths} from './addresses.ts'

export type RenderedTranscripts = {
  readonly transcripts: readonly RenderedTranscript[]
  readonly links: readonly TranscriptLink[]
  readonly captionsUrl?: AbsoluteUrl
  readonly problems: readonly Problem[]
}

/** A transcript as people read it and, where there are times, as players show it. */
type Readings = {readonly transcript: Transcript; readonly captions?: Transcript; readonly problems: readonly Problem[]}

function cuesOf({parts}: Transcript): readonly Cue[] {
  return parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
}

/** Every cue has a time, and no time is an estimate: only then may a transcript be called captions. */
function hasRealTimes(transcript: Transcript): boolean {
  const cues = cuesOf(transcript)
  return cues.length > 0 && cues.every((cue) => cue.startInSeconds !== undefined && cue.timing !== 'estimated')
}

/** The captions of an aligned text: what nobody said in the audio has no time and is no caption. */
function onlyTimed(transcript: Transcript): Transcript {
  const parts = transcript.parts.flatMap((part): Transcript['parts'] => {
    if (part.kind !== 'turn') return [part]
    const cues = part.cues.filter(({startInSeconds}) => startInSeconds !== undefined)
    return cues.length === 0 ? [] : [{...part, cues}]
  })
  return {...transcript, parts}
}

/**
 * The sources of one language. Of several, an edited text is what is read, and machine captions lend it their times;
 * otherwise the first is the transcript (the same text is often there in two formats).
 */
function readingsOf(sources: readonly SourceTranscript[], episodeFile: string): Readings | undefined {
  const transcripts = sources.map(({transcript}) => transcript)
  const captions = transcripts.find(hasRealTimes)
  const edited = transcripts.find((each) => !hasRealTimes(each) && cuesOf(each).length > 0)
  if (edited === undefined) return captions && {transcript: captions, captions, problems: []}
  if (captions === undefined) return {transcript: edited, problems: []}
  const aligned = alignTranscript(edited, captions)
  const file = sources.find(({transcript}) => transcript === edited)?.file ?? episodeFile
  const problems = aligned.problems.map((each) => ({...each, file}))
  // Captions of some other recording: each of the two is right by itself.
  if (aligned.report.alignedWordCount === 0) return {transcript: edited, captions, problems}
  const split = alignTranscript(edited, captions, {split: true})
  return {transcript: aligned.transcript, captions: onlyTimed(split.transcript), problems}
}

function byLanguage(
  sources: readonly SourceTranscript[],
  language: string,
): ReadonlyMap<string, readonly SourceTranscript[]> {
  const groups = new Map<string, SourceTranscript[]>()
  for (const source of sources) {
    const key = source.language ?? source.transcript.language ?? language
    groups.set(key, [...(groups.get(key) ?? []), source])
  }
  return groups
}

/** The transcripts of an episode in every format that apps read, and their addresses in the order apps should see them. */
export function renderTranscripts(channel: Channel, episode: ProbedEpisode): RenderedTranscripts {
  const spoken = episode.language ?? channel.language
  const transcripts: RenderedTranscript[] = []
  const links: TranscriptLink[] = []
  const problems: Problem[] = []
  for (const [language, sources] of byLanguage(episode.transcripts, spoken)) {
    const readings = readingsOf(sources, episode.file)
    if (readings === undefined) continue
    const {transcript, captions} = readings
    const basePath = sitePaths.transcript(episode.slug, language === spoken ? undefined : language)
    problems.push(...readings.problems)
    transcripts.push({transcript, language, basePath, ...present({captions})})
    for (const format of publishedFormats) {
      if (format.captions && captions === undefined) continue
      const url = siteAddress(channel.siteUrl, `${basePath}${format.extensions[0]}`)
      links.push({url, mimeType: format.mimeTypes[0] ?? '', language, captions: format.captions})
    }
  }
  const elsewhere = episode.linkedTranscripts.flatMap(({url, ...link}) => {
    const address = absoluteUrl(url, channel.siteUrl)
    return address === undefined ? [] : [{url: address, ...link}]
  })
  const captionsUrl = links.find(({mimeType}) => mimeType === 'text/vtt')?.url
  return {transcripts, links: [...links, ...elsewhere], problems, ...present({captionsUrl})}
}
