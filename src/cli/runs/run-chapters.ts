import {chapterFormatNames, convertChapterFile, convertMediaChapters, isMediaFile} from '../../index.ts'
import type {Arguments} from '../command.ts'
import {refuseUnknownFormat} from '../known-format.ts'
import {printResult} from '../print/print-result.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
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

export async function runChapters(given: Arguments): Promise<number> {
  const [file] = given.positionals
  if (file === undefined) return refuseUsage('chapters needs a FILE', 'castwright chapters talk.mp3 --to json')
  const {to = 'json', from} = given.values
  const refused = refuseUnknownFormat(given, chapterFormatNames)
  return refused ?? convert(file, String(to), typeof from === 'string' ? from : undefined)
}
