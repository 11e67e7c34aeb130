import {hasErrors, type Outcome, type Place, type Problem, withSeverity} from '../model/problem.ts'
import type {Transcript} from '../model/transcript.ts'
import {
  captionsByName,
  detectTranscriptFormat,
  findTranscriptFormat,
  type RefusedFormat,
  transcriptFormats,
} from './all-formats.ts'
import {countUntimedCues} from './formats/cue-times.ts'
import type {ReadTranscript, TranscriptFormat} from './formats/transcript-format.ts'
import {mendTimes} from './time-slips.ts'
import {problem} from './transcript-problems.ts'
import {unknownJson} from './unknown-json.ts'

/** From which format to which. */
export type ConvertOptions = {
  /** Name of a format. Where it is absent, the name and the content of the file decide. */
  readonly from?: string
  readonly to: string
  readonly fileName?: string
}

/**
 * A transcript file in another format. Its problems are those of reading, and what the target format cannot hold. A text without
 * times cannot become captions, and is refused.
 */
export function convertTranscript(text: string, {from, to, fileName = ''}: ConvertOptions): Outcome<string> {
  const target = findTranscriptFormat(to)
  if (!target?.write) return {ok: false, problems: [unknownTarget(to)]}
  const source = readAs(text, from, fileName, transcriptFormats)
  if (!source.ok) return source
  const problems = [...source.problems, ...lossProblems(source.value, target, fileName)]
  if (problems.some(({severity}) => severity === 'error')) return {ok: false, problems}
  return {ok: true, value: target.write(source.value), problems}
}

/** Reads a transcript file of any format. `fileName` may be empty: then only the content decides. */
export function readTranscript(
  text: string,
  fileName: string,
  formats: readonly TranscriptFormat[] = transcriptFormats,
): Outcome<Transcript> {
  const reading = readAs(text, undefined, fileName, formats)
  const promised = captionsByName(fileName)
  if (!reading.ok || promised === undefined || countUntimedCues(reading.value) === 0) return reading
  const detected = detectTranscriptFormat(fileName, text, formats)
  const isText = detected.kind === 'format' && detected.format.captions !== true
  return isText ? {...reading, problems: [...reading.problems, noCaptions(detected.format, fileName)]} : reading
}

/** Markdown or plain text under the name of captions. */
function noCaptions({title}: TranscriptFormat, file: string): Problem {
  const message = `The name of the file promises captions, but it holds ${title} without times, so it is published as text only`
  const hint = 'Put the captions into it, or let its name end in .txt'
  return withSeverity(problem('transcript-without-times', {file}, message, hint), 'warning')
}

function readAs(
  text: string,
  from: string | undefined,
  fileName: string,
  formats: readonly TranscriptFormat[],
): Outcome<Transcript> {
  const place = fileName === '' ? {} : {file: fileName}
  const named = from === undefined ? undefined : findTranscriptFormat(from, formats)
  const detected = named ? {kind: 'format' as const, format: named} : detectTranscriptFormat(fileName, text, formats)
  if (detected.kind === 'refused') return {ok: false, problems: [refusedTranscript(detected.refused, place)]}
  if (from !== undefined && !named) return {ok: false, problems: [unknownFormat(from, place)]}
  if (detected.kind === 'unknown' || !detected.format.read)
    return {ok: false, problems: [unknownFile(text, fileName, place)]}
  return outcomeOfReading(detected.format.read(text, place), place)
}

export function refusedTranscript({title, reason, extension}: RefusedFormat, place: Place): Problem {
  const message = `${title} (${extension}) is not read, because ${reason}`
  return problem(
    'transcript-format-refused',
    place,
    message,
    'Save the transcript as WebVTT (.vtt) or plain text (.txt)',
  )
}

/**
 * What a format read, with its slips mended (see `mendTimes`). `transcript-empty` is added where the format found no words in a
 * text that is otherwise of the format.
 */
export function outcomeOfReading({transcript, problems}: ReadTranscript, place: Place): Outcome<Transcript> {
  // Where no times could be read, there are words, and the author is told what became of them.
  const isSaid = hasErrors(problems) || problems.some(({code}) => code === 'cue-unreadable')
  const isEmpty = transcript.parts.length === 0 && !isSaid
  const empty = isEmpty ? [emptyTranscript(place)] : []
  const mended = mendTimes(transcript, place)
  // An author who is told which time to correct need not be told that there is nothing to do.
  const others = mended.problems.length === 0 ? problems : problems.filter(({code}) => code !== 'cue-times-irregular')
  return {ok: true, value: mended.transcript, problems: [...others, ...mended.problems, ...empty]}
}

function lossProblems(transcript: Transcript, target: TranscriptFormat, fileName: string): Problem[] {
  if (!target.captions) return []
  const place = fileName === '' ? {} : {file: fileName}
  const untimed = countUntimedCues(transcript)
  const total = transcript.parts.reduce((sum, part) => sum + (part.kind === 'turn' ? part.cues.length : 0), 0)
  if (untimed === 0) return []
  if (untimed === total) {
    const message = `The transcript has no times, so it cannot become captions (${target.title})`
    return [problem('transcript-without-times', place, message, 'Choose html or text, or align the text with captions')]
  }
  return [
    problem('cues-without-times-left-out', place, `${untimed} of ${total} paragraphs have no time and are left out`),
  ]
}

/** Names of formats, as `from` and `to` take them. */
export const transcriptFormatNames = {
  read: transcriptFormats.filter(({read}) => read !== undefined).map(({name}) => name),
  written: transcriptFormats.filter(({write}) => write !== undefined).map(({name}) => name),
} as const

function unknownFormat(name: string, place: Place): Problem {
  const message = `"${name}" is no transcript format that is read`
  return problem('transcript-format-unknown', place, message, `Known: ${transcriptFormatNames.read.join(', ')}`)
}

function emptyTranscript(place: Place): Problem {
  const message = 'The transcript has no words in it, so there is nothing to show'
  return problem('transcript-empty', {...place, line: 1}, message)
}

/** What the content of a file is, if it is no transcript of a known kind. */
function unknownFile(text: string, fileName: string, place: Place): Problem {
  if (text.trim() === '') return emptyTranscript(place)
  if (/^\uFEFF?\s*[[{]/.test(text) || /\.json$/i.test(fileName)) return unknownJson(text, place)
  const message = 'Neither the name of the file nor its content says what kind of transcript it is, so it is not read'
  const hint = 'Save it as WebVTT (.vtt), SubRip (.srt), plain text (.txt) or Markdown (.transcript.md)'
  return problem('transcript-format-unknown', place, message, hint)
}

function unknownTarget(name: string): Problem {
  const message = `"${name}" is no transcript format that is written`
  return problem('transcript-format-unknown', {}, message, `Known: ${transcriptFormatNames.written.join(', ')}`)
}
