import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Problem} from '../../model/problem.ts'
import type {Transcript} from '../../model/transcript.ts'
import {looksLikeArrowTimes, readArrowTimes} from '../../text/time/clock-times.ts'
import {formatTimestamp} from '../../text/time/durations.ts'
import {transcriptOf} from '../cue-drafts.ts'
import {readSpeakers} from '../speakers/label-prefixes.ts'
import type {CaptionGrammar} from './caption-blocks.ts'
import {readCaptionBlocks} from './caption-blocks.ts'
import {splitLines, wrapLine} from './caption-text.ts'
import {captionCues, countEstimatedCues, irregularTimes} from './cue-times.ts'
import {problem} from './format-problems.ts'
import {withoutRollingRepeats} from './rolling-captions.ts'
import type {ReadTranscript, TranscriptReadOptions, WrittenFormat} from './transcript-format.ts'
import {draftsOfBlock} from './webvtt-payload.ts'

/** W3C WebVTT: https://www.w3.org/TR/webvtt1/. It is the only format in which Apple Podcasts shows who speaks. */
export const webVtt: WrittenFormat = {
  name: 'vtt',
  title: 'WebVTT',
  file: transcriptKinds.vtt,
  captions: true,
  sniff: (text) => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text),
  read: readWebVtt,
  write: writeWebVtt,
}

const grammar: CaptionGrammar = {
  readTimes: readArrowTimes,
  looksLikeTimes: looksLikeArrowTimes,
  isAside: (line) => /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line),
}

/** Reads WebVTT as tolerantly as players do, and even more so. `readCaptionBlocks` says what happens to a broken cue. */
export function readWebVtt(text: string, {file}: TranscriptReadOptions = {}): ReadTranscript {
  const lines = splitLines(text)
  const header = readHeader(lines, file)
  const {blocks, problems} = readCaptionBlocks(lines, header.end, grammar, file)
  const drafts = withoutRollingRepeats(blocks).flatMap(draftsOfBlock)
  const spoken = readSpeakers(drafts, file)
  return {
    transcript: transcriptOf(spoken.drafts, header.language),
    problems: [...header.problems, ...problems, ...irregularTimes(drafts, file), ...spoken.problems],
  }
}

type Header = {readonly end: number; readonly language?: string; readonly problems: readonly Problem[]}

/** YouTube writes `Kind:`, `Language:` and style sheets below the first line; players skip all of it up to the first blank line. */
function readHeader(lines: readonly string[], file: string | undefined): Header {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first === -1) return {end: lines.length, problems: []}
  const problems: Problem[] = []
  if (!lines[0]?.startsWith('WEBVTT')) {
    const place = {...(file === undefined ? {} : {file}), line: 1}
    const hint = 'Write WEBVTT on the first line, in capitals, and leave the second one empty'
    problems.push(
      problem('webvtt-header-missing', place, 'The file does not begin with WEBVTT, so players refuse it', hint),
    )
    // In small letters, or below blank lines, it is meant for the header all the same.
    if (!/^\s*webvtt(?:\s|$)/i.test(lines[first] ?? '')) return {end: 0, problems}
  }
  const end = lines.findIndex((line, index) => index > first && (line === '' || readArrowTimes(line) !== undefined))
  const header = lines.slice(0, end === -1 ? lines.length : end)
  const language = header
    .map((line) => /\bLanguage:\s*([\w-]{2,35})/i.exec(line)?.[1])
    .find((each) => each !== undefined)
  return {end: header.length, ...(language === undefined ? {} : {language}), problems}
}

/** The line width of the Podcasting 2.0 guideline for captions. */
const lineWidth = 65

/**
 * Writes no headings and no editor's notes. Apple asks for speech only, and takes the headings that it shows in a transcript from
 * the titles of the chapters. Cues without times are left out.
 */
export function writeWebVtt(transcript: Transcript): string {
  const estimated = countEstimatedCues(transcript)
  const note =
    estimated === 0 ? '' : `NOTE The times of ${estimated} cues are estimated from the length of the text.\n\n`
  const cues = captionCues(transcript).map((cue) => {
    const times = `${formatTimestamp(cue.startInMilliseconds / 1000)} --> ${formatTimestamp(cue.endInMilliseconds / 1000)}`
    // The voice stands in every cue, and not only where it changes, because players show each cue on its own.
    const voice = cue.speaker === undefined ? '' : `<v ${escapeVoice(cue.speaker)}>`
    return `${times}\n${voice}${wrapLine(cue.text, lineWidth).map(escapeText).join('\n')}\n`
  })
  return `WEBVTT\n\n${note}${cues.join('\n')}`
}

/** `&` is replaced first. A lone `>` stays, because some apps show `&gt;` as it is written. */
function escapeText(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('-->', '--&gt;')
}

function escapeVoice(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
