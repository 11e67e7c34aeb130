import {chapterFormatNames, convertChapterFile, convertMediaChapters, isMediaFile} from '../../index.ts'
import type {Arguments, Command} from '../command.ts'
import {refuseUnknownFormat} from '../known-format.ts'
import {printResult, refuseUsage} from '../print/print-result.ts'
import {readInput} from '../read-input.ts'

async function convert(file: string, to: string, from: string | undefined): Promise<number> {
  if (isMediaFile(file)) {
    const outcome = await convertMediaChapters(file, {to}).catch(() => undefined)
    return outcome === undefined ? refuseUsage(`${file} cannot be read`) : printResult(outcome, (text) => text)
  }
  const input = await readInput(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  return printResult(convertChapterFile(input, from === undefined ? {to} : {from, to}), (text) => text)
}

async function run(given: Arguments): Promise<number> {
  const [file] = given.positionals
  if (file === undefined) return refuseUsage('chapters needs a FILE', 'castwright chapters talk.mp3 --to json')
  const {to = 'json', from} = given.values
  const refused = refuseUnknownFormat(given, chapterFormatNames)
  return refused ?? convert(file, String(to), typeof from === 'string' ? from : undefined)
}

export const chaptersCommand: Command = {
  name: 'chapters',
  aliases: [],
  usage: 'FILE',
  summary: 'Converts chapters; FILE may be a chapter file, a media file, or - for standard input.',
  examples: [['castwright chapters talk.mp3 --to json', 'the chapters inside a recording, as a chapter file']],
  topic: 'chapters',
  maxPositionals: 1,
  options: {
    to: {type: 'string', value: 'FORMAT', summary: `${chapterFormatNames.written.join(', ')} (default: json)`},
    from: {
      type: 'string',
      value: 'FORMAT',
      summary: `the format of FILE, where its content does not tell: ${chapterFormatNames.read.join(', ')}`,
    },
  },
  run,
}
