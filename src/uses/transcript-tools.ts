import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import {decodingProblems} from '../read/data/source-text.ts'
import {decodeText} from '../text/encoding.ts'
import {type AlignmentReport, alignTranscript} from '../transcripts/align/align.ts'
import {findTranscriptFormat} from '../transcripts/all-formats.ts'
import {type ConvertOptions, convertTranscript, readTranscript, transcriptFormatNames} from '../transcripts/convert.ts'
import {problem} from './use-problems.ts'

export {transcriptFormatNames}

/** The content of a file, and its name. The name helps to find the format, and problems name it as their place. */
export type NamedBytes = {readonly bytes: Uint8Array; readonly name: string}

/** Converts a transcript file of any known format into text of another format (`vtt srt json html text md`). */
export function convertTranscriptFile(file: NamedBytes, {from, to}: Omit<ConvertOptions, 'fileName'>): Outcome<string> {
  const decoded = decodeText(file.bytes)
  const converted = convertTranscript(decoded.text, {to, fileName: file.name, ...present({from})})
  return withProblems(converted, decodingProblems(decoded, file.name))
}

/** The text with times, and how many of its words have one. */
export type AlignedFile = {readonly text: string; readonly report: AlignmentReport}

/**
 * Gives a text that people edited the times of captions of the same audio, and writes it in the format `to`. Formats for players
 * get caption-sized cues, and only what has a time. Formats for readers keep paragraphs, and everything in them.
 */
export function alignTranscriptFiles(text: NamedBytes, captions: NamedBytes, to: string): Outcome<AlignedFile> {
  const format = findTranscriptFormat(to)
  if (format?.write === undefined) {
    const message = `"${to}" is no transcript format that is written`
    return {
      ok: false,
      problems: [
        problem('transcript-format-unknown', {}, message, `Known: ${transcriptFormatNames.written.join(', ')}`),
      ],
    }
  }
  const edited = readDecoded(text)
  const timed = readDecoded(captions)
  const readProblems = [...edited.problems, ...timed.problems]
  if (!edited.ok || !timed.ok) return {ok: false, problems: readProblems}
  const {transcript, report, problems} = alignTranscript(edited.value, timed.value, {split: format.captions})
  const all = [...readProblems, ...problems.map((each) => ({...each, file: text.name}))]
  if (hasErrors(all) || report.alignedWordCount === 0) return {ok: false, problems: all}
  return {ok: true, value: {text: format.write(transcript), report}, problems: all}
}

function readDecoded({bytes, name}: NamedBytes): ReturnType<typeof readTranscript> {
  const decoded = decodeText(bytes)
  return withProblems(readTranscript(decoded.text, name), decodingProblems(decoded, name))
}

export function withProblems<T>(outcome: Outcome<T>, more: readonly Problem[]): Outcome<T> {
  return {...outcome, problems: [...more, ...outcome.problems]}
}
