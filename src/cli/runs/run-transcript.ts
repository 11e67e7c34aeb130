import {
  type AlignedFile,
  alignTranscriptFiles,
  convertTranscriptFile,
  type Outcome,
  transcriptFormatNames,
} from '../../index.ts'
import type {Arguments} from '../command.ts'
import {refuseUnknownFormat} from '../known-format.ts'
import {printResult} from '../print/print-result.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {readInput} from '../read-input.ts'

type Conversion = {readonly to: string; readonly from?: string}
type Task = (files: readonly string[], conversion: Conversion) => Promise<number>

async function convert([file, ...others]: readonly string[], conversion: Conversion): Promise<number> {
  if (file === undefined || others.length > 0) {
    return refuseUsage('transcript convert needs one FILE', 'castwright transcript convert talk.srt --to vtt')
  }
  const input = await readInput(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  return printResult(convertTranscriptFile(input, conversion), (text) => text)
}

/** What the alignment did, in a sentence: on standard error, beside the problems. */
function describe({report}: AlignedFile): string {
  const {wordCount, alignedWordCount, interpolatedWordCount, untimedWordCount} = report
  return `${alignedWordCount} of ${wordCount} words aligned, ${interpolatedWordCount} interpolated, ${untimedWordCount} without a time`
}

async function align([textFile, captionsFile, ...others]: readonly string[], {to}: Conversion): Promise<number> {
  if (textFile === undefined || captionsFile === undefined || others.length > 0) {
    return refuseUsage(
      'transcript align needs a TEXT and CAPTIONS',
      'castwright transcript align talk.md talk.srt --to vtt',
    )
  }
  if (textFile === '-' && captionsFile === '-')
    return refuseUsage('only one of TEXT and CAPTIONS can be standard input')
  const text = await readInput(textFile)
  if (text === undefined) return refuseUsage(`${textFile} cannot be read`)
  const captions = await readInput(captionsFile)
  if (captions === undefined) return refuseUsage(`${captionsFile} cannot be read`)
  const outcome: Outcome<AlignedFile> = alignTranscriptFiles(text, captions, to)
  if (outcome.ok) console.error(describe(outcome.value))
  return printResult(outcome, (aligned) => aligned.text)
}

const tasks: ReadonlyMap<string, Task> = new Map([
  ['convert', convert],
  ['align', align],
])

export async function runTranscript(given: Arguments): Promise<number> {
  const [what, ...files] = given.positionals
  const task = tasks.get(what ?? '')
  if (task === undefined) {
    const said =
      what === undefined ? 'transcript needs a word for what to do' : `there is no castwright transcript ${what}`
    return refuseUsage(said, 'castwright transcript convert FILE, or castwright transcript align TEXT CAPTIONS')
  }
  const {to = 'vtt', from} = given.values
  const conversion = {to: String(to), ...(typeof from === 'string' ? {from} : {})}
  return refuseUnknownFormat(given, transcriptFormatNames) ?? task(files, conversion)
}
