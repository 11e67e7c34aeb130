import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {secondsOfFields, type TimeRange} from '../../text/time/clock-times.ts'
import type {CueDraft} from '../cue-drafts.ts'
import {transcriptOf} from '../cue-drafts.ts'
import {readSpeakers} from '../speakers/label-prefixes.ts'
import type {CaptionBlock, CaptionGrammar} from './caption-blocks.ts'
import {readCaptionBlocks} from './caption-blocks.ts'
import {splitLines} from './caption-text.ts'
import {irregularTimes} from './cue-times.ts'
import type {ReadTranscript, TranscriptFormat, TranscriptReadOptions} from './transcript-format.ts'

/** SubViewer as YouTube exported it: `0:00:00.599,0:00:04.160`, and below it the text. */
export const sbv: TranscriptFormat = {
  name: 'sbv',
  title: 'SubViewer (YouTube)',
  file: transcriptKinds.sbv,
  captions: true,
  sniff: (text) => readTimes(splitLines(text.slice(0, 100))[0] ?? '') !== undefined,
  read: readSbv,
}

const timesLine = /^\s*(\d{1,3}):(\d{1,2}):(\d{1,2})\.(\d{1,3}),(\d{1,3}):(\d{1,2}):(\d{1,2})\.(\d{1,3})\s*$/

function readTimes(line: string): TimeRange | undefined {
  const match = timesLine.exec(line)
  if (!match) return undefined
  return {
    startInSeconds: secondsOfFields(match[1], match[2], match[3], match[4]),
    endInSeconds: secondsOfFields(match[5], match[6], match[7], match[8]),
  }
}

const grammar: CaptionGrammar = {
  readTimes,
  looksLikeTimes: (line) => /^\s*\d+:\d+:\d+\.\d+,/.test(line),
  isAside: () => false,
}

function readSbv(text: string, {file}: TranscriptReadOptions = {}): ReadTranscript {
  const {blocks, problems} = readCaptionBlocks(splitLines(text), 0, grammar, file)
  const drafts = blocks.map(draftOf)
  const spoken = readSpeakers(drafts, file)
  return {
    transcript: transcriptOf(spoken.drafts),
    problems: [...problems, ...irregularTimes(drafts, file), ...spoken.problems],
  }
}

function draftOf(block: CaptionBlock): CueDraft {
  return {
    kind: 'cue',
    text: block.lines.join('\n').replaceAll('[br]', '\n'),
    startInSeconds: block.startInSeconds,
    endInSeconds: block.endInSeconds,
    line: block.line,
  }
}
