import {type AlignedFile, alignTranscriptFiles, convertTranscriptFile, type Outcome} from '../index.ts'
import type {Arguments, Command} from './command.ts'
import {printResult, refuseUsage} from './print-result.ts'
import {readInput} from './read-input.ts'

async function convert(file: string | undefined, from: string | undefined, to: string): Promise<number> {
  if (file === undefined)
    return refuseUsage('transcript convert needs a FILE', 'castwright transcript convert talk.srt --to vtt')
  const input = await readInput(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  const outcome = convertTranscriptFile(input, from === undefined ? {to} : {from, to})
  return printResult(outcome, (text) => text)
}

/** What the alignment did, in a sentence or two: on standard error, beside the problems. */
function describe({report}: AlignedFile): string {
  const {wordCount, alignedWordCount, interpolatedWordCount, untimedWordCount} = report
  return `${alignedWordCount} of ${wordCount} words aligned, ${interpolatedWordCount} interpolated, ${untimedWordCount} without a time`
}

async function align(textFile: string | undefined, captionsFile: string | undefined, to: string): Promise<number> {
  if (textFile === undefined || captionsFile === undefined) {
    return refuseUsage(
      'transcript align needs a TEXT and CAPTIONS',
      'castwright transcript align talk.md talk.srt --to vtt',
    )
  }
  const [text, captions] = [await readInput(textFile), await readInput(captionsFile)]
  if (text === undefined) return refuseUsage(`${textFile} cannot be read`)
  if (captions === undefined) return refuseUsage(`${captionsFile} cannot be read`)
  const outcome: Outcome<AlignedFile> = alignTranscriptFiles(text, captions, to)
  if (outcome.ok) console.error(describe(outcome.value))
  return printResult(outcome, (aligned) => aligned.text)
}

async function run({positionals, values}: Arguments): Promise<number> {
  const [what, first, second] = positionals
  const to = typeof values.to === 'string' ? values.to : 'vtt'
  const from = typeof values.from === 'string' ? values.from : undefined
  if (what === 'convert') return convert(first, from, to)
  if (what === 'align') return align(first, second, to)
  const said =
    what === undefined ? 'transcript needs to be told what to do' : `there is no castwright transcript ${what}`
  return refuseUsage(said, 'castwright transcript convert FILE, or castwright transcript align TEXT CAPTIONS')
}

export const transcriptCommand: Command = {
  name: 'transcript',
  aliases: [],
  usage: 'convert|align FILE…',
  summary: 'Converts a transcript, or gives an edited TEXT the times of CAPTIONS. A FILE of - is standard input.',
  maxPositionals: 3,
  options: {
    to: {type: 'string', value: 'FORMAT', summary: 'vtt, srt, json, html, text or md (default: vtt)'},
    from: {type: 'string', value: 'FORMAT', summary: 'what FILE is, where it cannot be told from its content'},
  },
  run,
}
