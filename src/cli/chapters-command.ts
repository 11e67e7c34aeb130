import {convertChapterFile, convertMediaChapters} from '../index.ts'
import type {Arguments, Command} from './command.ts'
import {printResult, refuseUsage} from './print-result.ts'
import {readInput} from './read-input.ts'

const mediaFile = /\.(?:mp3|m4a|m4b|mp4|m4v|mov|ogg|oga|opus|flac|mkv|mka|webm)$/i

async function run({positionals: [file], values}: Arguments): Promise<number> {
  if (file === undefined) return refuseUsage('chapters needs a FILE', 'castwright chapters talk.mp3 --to json')
  const to = typeof values.to === 'string' ? values.to : 'json'
  const from = typeof values.from === 'string' ? values.from : undefined
  const input = mediaFile.test(file) ? undefined : await readInput(file)
  if (mediaFile.test(file)) {
    const outcome = await convertMediaChapters(file, {to}).catch(() => undefined)
    return outcome === undefined ? refuseUsage(`${file} cannot be read`) : printResult(outcome, (text) => text)
  }
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  return printResult(convertChapterFile(input, from === undefined ? {to} : {from, to}), (text) => text)
}

export const chaptersCommand: Command = {
  name: 'chapters',
  aliases: [],
  usage: 'FILE',
  summary: 'Converts chapters; FILE may be a chapter file, a media file, or - for standard input.',
  maxPositionals: 1,
  options: {
    to: {
      type: 'string',
      value: 'FORMAT',
      summary: 'json, psc, vtt, ffmetadata, lines, vorbis or description (default: json)',
    },
    from: {type: 'string', value: 'FORMAT', summary: 'what FILE is, where it cannot be told from its content'},
  },
  run,
}
