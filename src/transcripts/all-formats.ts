import {fileKinds} from '../file-kinds/all-kinds.ts'
import {endingsOf, extensionOf} from '../file-kinds/endings.ts'
import {transcriptKinds} from '../file-kinds/text-kinds.ts'
import {audacityLabels} from './formats/audacity-labels.ts'
import {htmlFragment} from './formats/html.ts'
import {assemblyAiJson} from './formats/json/assemblyai.ts'
import {awsTranscribeJson} from './formats/json/aws-transcribe.ts'
import {azureJson} from './formats/json/azure.ts'
import {deepgramJson} from './formats/json/deepgram.ts'
import {elevenLabsJson} from './formats/json/elevenlabs.ts'
import {googleJson} from './formats/json/google.ts'
import {numberedJson, timedListJson} from './formats/json/other-shapes.ts'
import {podcastJson} from './formats/json/podcast.ts'
import {podloveJson} from './formats/json/podlove.ts'
import {revJson} from './formats/json/rev.ts'
import {speechmaticsJson} from './formats/json/speechmatics.ts'
import {transformersJson} from './formats/json/transformers.ts'
import {voskJson} from './formats/json/vosk.ts'
import {whisperJson} from './formats/json/whisper.ts'
import {whisperCppJson} from './formats/json/whisper-cpp.ts'
import {youTubeJson} from './formats/json/youtube.ts'
import {markdown} from './formats/markdown.ts'
import {looksLikeTimedText, plainText} from './formats/plain-text.ts'
import {sbv} from './formats/sbv.ts'
import {subRip} from './formats/subrip.ts'
import type {TranscriptFormat, WrittenFormat} from './formats/transcript-format.ts'
import {webVtt} from './formats/webvtt.ts'
import {whisperTsv} from './formats/whisper-tsv.ts'

/**
 * Every format, in the order in which the content of a file is tried. Content that says its name comes before content that has to
 * be guessed.
 */
export const transcriptFormats: readonly TranscriptFormat[] = [
  webVtt,
  podcastJson,
  youTubeJson,
  awsTranscribeJson,
  azureJson,
  elevenLabsJson,
  googleJson,
  revJson,
  speechmaticsJson,
  transformersJson,
  voskJson,
  whisperCppJson,
  deepgramJson,
  whisperJson,
  assemblyAiJson,
  numberedJson,
  timedListJson,
  podloveJson,
  whisperTsv,
  audacityLabels,
  subRip,
  sbv,
  markdown,
  htmlFragment,
  plainText,
]

/**
 * Formats of a published transcript, in the order of links. Some apps take the first format they know, and only WebVTT shows
 * speakers in Apple's app.
 */
export const writtenFormats: readonly WrittenFormat[] = [webVtt, subRip, podcastJson, htmlFragment, plainText]

/** A format that is known but not read. `reason` continues "is not read, because ...". */
export type RefusedFormat = {readonly extension: string; readonly title: string; readonly reason: string}

export type DetectedFormat =
  | {readonly kind: 'format'; readonly format: TranscriptFormat}
  | {readonly kind: 'refused'; readonly refused: RefusedFormat}
  | {readonly kind: 'unknown'}

/**
 * The format of a file, decided by its content first: `.json` has fifteen meanings, and a WebVTT file is often called `.srt`.
 * `fileName` may be a path or empty.
 */
export function detectTranscriptFormat(
  fileName: string,
  text: string,
  formats: readonly TranscriptFormat[] = transcriptFormats,
): DetectedFormat {
  const refused = refusedByName(fileName)
  if (refused !== undefined) return {kind: 'refused', refused}
  const endings = endingsOf(fileName)
  // Where two formats share an ending, the one that is tried last fits any text.
  const named = formats.findLast((each) => isNamedAs(each, endings))
  const sniffed = formats.find(({sniff}) => sniff(text))
  if (sniffed === htmlFragment && named?.captions === true) return {kind: 'refused', refused: webPage(named)}
  // SubRip and WebVTT share their timing lines. WebVTT that lost its first line has the content of SubRip, and only the name tells them
  // apart.
  const format = sniffed === subRip && named === webVtt ? webVtt : (sniffed ?? named)
  // What Whisper prints is saved under the name of captions, but it is not captions.
  if (sniffed === undefined && named?.captions === true && looksLikeTimedText(text))
    return {kind: 'format', format: plainText}
  return format ? {kind: 'format', format} : {kind: 'unknown'}
}

/** The format of captions that the name of a file promises. */
export function captionsByName(fileName: string): TranscriptFormat | undefined {
  const endings = endingsOf(fileName)
  const named = transcriptFormats.findLast((each) => isNamedAs(each, endings))
  return named?.captions === true ? named : undefined
}

/** Why a file of this name is not read, whatever it holds. */
export function refusedByName(fileName: string): RefusedFormat | undefined {
  const kind = fileKinds.ofName(fileName)
  if (kind?.role !== 'transcript' || kind.refused === undefined) return undefined
  return {extension: extensionOf(fileName), title: kind.title, reason: kind.refused}
}

/** Nobody calls a web page captions. But if captions are gone, a download saves the page of the server under their name. */
function webPage({file}: TranscriptFormat): RefusedFormat {
  return {
    extension: file.extensions[0],
    title: 'A web page under the name of captions',
    reason: 'servers answer so for a file they do not have',
  }
}

/** If no JSON format knew the file, it is none of them. To name one of them would only give a misleading message. */
function isNamedAs({file}: TranscriptFormat, endings: readonly string[]): boolean {
  return file !== transcriptKinds.json && file.extensions.some((each) => endings.includes(each))
}

export function findTranscriptFormat(
  name: string,
  formats: readonly TranscriptFormat[] = transcriptFormats,
): TranscriptFormat | undefined {
  return formats.find((format) => format.name === name)
}
