import {present} from './model/present.ts'
import {hasErrors, type Outcome, problem} from './model/problem.ts'
import {decodeText} from './text/encoding.ts'
import {type AlignmentReport, alignTranscript} from './transcripts/align.ts'
import {findTranscriptFormat} from './transcripts/all-formats.ts'
import {type ConvertOptions, convertTranscript, readTranscript, transcriptFormatNames} from './transcripts/convert.ts'

export {transcriptFormatNames}

/** The content of a file, and its name: for finding out the format, and for the places of problems. */
export type NamedBytes = {readonly bytes: Uint8Array; readonly name: string}

/** A transcript file of any known format as text of another (`vtt srt json html text md`). */
export function convertTranscriptFile(file: NamedBytes, {from, to}: Omit<ConvertOptions, 'fileName'>): Outcome<string> {
  return convertTranscript(decodeText(file.bytes).text, {to, fileName: file.name, ...present({from})})
}

export type AlignedFile = {readonly text: string; readonly report: AlignmentReport}

/**
 * A text that people edited with the times of captions of the same audio, in the format `to`. Formats for players get
 * caption-sized cues and only what has a time; formats for readers keep paragraphs and everything.
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
  const edited = readTranscript(decodeText(text.bytes).text, text.name)
  const timed = readTranscript(decodeText(captions.bytes).text, captions.name)
  const readProblems = [...edited.problems, ...timed.problems]
  if (!edited.ok || !timed.ok) return {ok: false, problems: readProblems}
  const {transcript, report, problems} = alignTranscript(edited.value, timed.value, {split: format.captions})
  const all = [...readProblems, ...problems.map((each) => ({...each, file: text.name}))]
  if (hasErrors(all) || report.alignedWordCount === 0) return {ok: false, problems: all}
  return {ok: true, value: {text: format.write(transcript), report}, problems: all}
}
