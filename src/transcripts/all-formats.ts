import {assemblyAiJson} from './assemblyai-json.ts'
import {deepgramJson} from './deepgram-json.ts'
import {htmlFragment} from './html.ts'
import {markdown} from './markdown.ts'
import {numberedJson, timedListJson} from './other-json.ts'
import {plainText} from './plain-text.ts'
import {podcastJson} from './podcast-json.ts'
import {podloveJson} from './podlove-json.ts'
import {sbv} from './sbv.ts'
import {subRip} from './subrip.ts'
import type {PublishedFormat, TranscriptFormat} from './transcript-format.ts'
import {webVtt} from './webvtt.ts'
import {whisperJson} from './whisper-json.ts'
import {youTubeJson} from './youtube-json.ts'

/** Every format, in the order in which a file's content is tried: what says its name comes before what has to be guessed. */
export const transcriptFormats: readonly TranscriptFormat[] = [
  webVtt,
  podcastJson,
  youTubeJson,
  deepgramJson,
  whisperJson,
  assemblyAiJson,
  numberedJson,
  timedListJson,
  podloveJson,
  subRip,
  sbv,
  markdown,
  htmlFragment,
  plainText,
]

/** Formats of a published transcript, in the order of links: some apps take the first they know, and only WebVTT shows speakers to Apple's. */
export const publishedFormats: readonly PublishedFormat[] = [webVtt, subRip, podcastJson, htmlFragment, plainText]

/** A format that is known and not read. */
export type RefusedFormat = {readonly extension: `.${string}`; readonly title: string; readonly reason: string}

export const refusedFormats: readonly RefusedFormat[] = [
  {extension: '.lrc', title: 'LRC (song lyrics)', reason: 'it has no ends and no speakers'},
  {extension: '.sub', title: 'MicroDVD or VobSub', reason: 'it counts frames of a video, or holds pictures of text'},
  {extension: '.ttml', title: 'TTML', reason: 'it is made for television, and most of it is layout'},
  {extension: '.dfxp', title: 'TTML (DFXP)', reason: 'it is made for television, and most of it is layout'},
  {extension: '.scc', title: 'Scenarist closed captions', reason: 'it is a stream of codes for television sets'},
  {extension: '.stl', title: 'EBU STL', reason: 'it is a binary format for television'},
  {extension: '.smi', title: 'SAMI', reason: 'players gave it up long ago'},
  {extension: '.ass', title: 'SubStation Alpha', reason: 'most of it is layout'},
  {extension: '.ssa', title: 'SubStation Alpha', reason: 'most of it is layout'},
  {extension: '.csv', title: 'CSV', reason: 'its columns mean something else in every program'},
  {extension: '.tsv', title: 'TSV', reason: 'its columns mean something else in every program'},
  {extension: '.docx', title: 'Word', reason: 'it is a word processor document'},
  {extension: '.doc', title: 'Word', reason: 'it is a word processor document'},
  {extension: '.odt', title: 'OpenDocument', reason: 'it is a word processor document'},
  {extension: '.rtf', title: 'Rich Text', reason: 'it is a word processor document'},
  {extension: '.pdf', title: 'PDF', reason: 'it keeps the look of a page and not its order'},
]

export type DetectedFormat =
  | {readonly kind: 'format'; readonly format: TranscriptFormat}
  | {readonly kind: 'refused'; readonly refused: RefusedFormat}
  | {readonly kind: 'unknown'}

/**
 * The format of a file, by its content first: `.json` has nine meanings, and WebVTT is often called `.srt`. `fileName` may be a path
 * or empty.
 */
export function detectTranscriptFormat(fileName: string, text: string): DetectedFormat {
  const lowerCaseName = fileName.toLowerCase()
  const refused = refusedFormats.find(({extension}) => lowerCaseName.endsWith(extension))
  if (refused) return {kind: 'refused', refused}
  const named = transcriptFormats.find((each) => isNamedAs(each, lowerCaseName))
  const sniffed = transcriptFormats.find(({sniff}) => sniff(text))
  if (sniffed === htmlFragment && named?.captions === true) return {kind: 'refused', refused: webPage(named)}
  // The two share their timing lines: WebVTT that lost its first line has the content of SubRip, and only the name tells.
  const format = sniffed === subRip && named === webVtt ? webVtt : (sniffed ?? named)
  return format ? {kind: 'format', format} : {kind: 'unknown'}
}

/** Nobody calls a page captions, but a download of captions that are gone is saved under their name. */
function webPage({extensions: [extension = '.vtt']}: TranscriptFormat): RefusedFormat {
  return {
    extension,
    title: 'A web page under the name of captions',
    reason: 'servers answer so for a file they do not have',
  }
}

/** JSON is none of the kinds above if none knew it: calling it one would only give a misleading message. */
function isNamedAs({extensions}: TranscriptFormat, lowerCaseName: string): boolean {
  return extensions.some((extension) => extension !== '.json' && lowerCaseName.endsWith(extension))
}

export function findTranscriptFormat(name: string): TranscriptFormat | undefined {
  return transcriptFormats.find((format) => format.name === name)
}
