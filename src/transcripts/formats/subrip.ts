import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Transcript} from '../../model/transcript.ts'
import {looksLikeArrowTimes, readArrowTimes} from '../../text/time/clock-times.ts'
import {formatTimestamp} from '../../text/time/durations.ts'
import type {CueDraft} from '../cue-drafts.ts'
import {transcriptOf} from '../cue-drafts.ts'
import {readSpeakers} from '../speakers/label-prefixes.ts'
import type {CaptionBlock, CaptionGrammar} from './caption-blocks.ts'
import {readCaptionBlocks} from './caption-blocks.ts'
import {splitLines, wrapLine} from './caption-text.ts'
import type {CaptionCue} from './cue-times.ts'
import {captionCues, irregularTimes} from './cue-times.ts'
import type {ReadTranscript, TranscriptReadOptions, WrittenFormat} from './transcript-format.ts'
import {draftsOfBlock} from './webvtt-payload.ts'

/**
 * SubRip has no specification. It is written according to
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md.
 */
export const subRip: WrittenFormat = {
  name: 'srt',
  title: 'SubRip',
  file: transcriptKinds.srt,
  captions: true,
  sniff: (text) =>
    text
      .slice(0, 1000)
      .split(/\r\n|\n|\r/, 6)
      .some((line) => readArrowTimes(line) !== undefined),
  read: readSubRip,
  write: writeSubRip,
}

const grammar: CaptionGrammar = {readTimes: readArrowTimes, looksLikeTimes: looksLikeArrowTimes, isAside: () => false}

export function readSubRip(text: string, {file}: TranscriptReadOptions = {}): ReadTranscript {
  const {blocks, problems} = readCaptionBlocks(splitLines(text), 0, grammar, file)
  const drafts = blocks.flatMap(draftsOf)
  const spoken = readSpeakers(drafts, file)
  return {
    transcript: transcriptOf(spoken.drafts),
    problems: [...problems, ...irregularTimes(drafts, file), ...spoken.problems],
  }
}

/** The unofficial markup of SubRip is the markup of WebVTT and of HTML: bold, italics, fonts, and in some files even voices. */
function draftsOf(block: CaptionBlock): CueDraft[] {
  return draftsOfBlock({...block, lines: block.lines.map(withoutOverrides)})
}

/** Removes `{\an8}` and the like, which SubRip files borrow from SubStation Alpha. */
function withoutOverrides(line: string): string {
  return line.includes('{\\') ? line.replace(/\{\\[^{}]{0,80}\}/g, '') : line
}

/** Podcasting 2.0 asks for cards of at most two lines of 32 characters. */
const lineWidth = 32
const linesPerCard = 2

/** A cue that does not fit on a card becomes several cards. They share its time by the length of their text. */
export function writeSubRip(transcript: Transcript): string {
  const cues = captionCues(transcript)
  const cards = cues.flatMap((cue, index) => cardsOf(cue, cues[index - 1]))
  return cards
    .map(
      ({start, end, lines}, index) =>
        `${index + 1}\n${formatTime(start)} --> ${formatTime(end)}\n${lines.join('\n')}\n`,
    )
    .join('\n')
}

type Card = {readonly start: number; readonly end: number; readonly lines: readonly string[]}

function cardsOf(cue: CaptionCue, previous: CaptionCue | undefined): Card[] {
  const {startInMilliseconds: start, endInMilliseconds: end} = cue
  // SubRip knows no escaping, and simple readers take an arrow in the text for a new cue.
  const text = `${speakerPrefix(cue, previous)}${cue.text}`.replaceAll('-->', '->')
  const lines = wrapLine(text, lineWidth)
  const groups: string[][] = []
  for (let index = 0; index < lines.length; index += linesPerCard) groups.push(lines.slice(index, index + linesPerCard))
  // A card must last at least a millisecond. A cue that is too short to be divided keeps all its lines.
  if (end - start < groups.length) return [{start, end, lines}]
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  let shown = 0
  let cut = start
  return groups.map((group, index) => {
    shown += group.reduce((sum, line) => sum + line.length, 0)
    const left = groups.length - 1 - index
    const share = start + Math.round(((end - start) * shown) / characters)
    const card = {start: cut, end: left === 0 ? end : Math.min(Math.max(share, cut + 1), end - left), lines: group}
    cut = card.end
    return card
  })
}

/**
 * The name stands only where the speaker changes, as the guideline asks. Where the next speaker has no name, a dash stands instead,
 * or the last name would go on.
 */
function speakerPrefix(cue: CaptionCue, previous: CaptionCue | undefined): string {
  if (cue.speaker !== undefined) return cue.speaker === previous?.speaker ? '' : `${cue.speaker}: `
  return previous !== undefined && cue.startsTurn ? '- ' : ''
}

function formatTime(milliseconds: number): string {
  return formatTimestamp(milliseconds / 1000).replace('.', ',')
}
