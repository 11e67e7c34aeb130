import {parseArgs} from 'node:util'
import {givenAnswer, type Question} from '../answer/given-answer.ts'
import {version} from '../version.ts'
import type {Arguments} from './command.ts'
import {clock, outputFolder, showFolder} from './show-folder.ts'

/** The options of builds whose answer may be known before the program is loaded. The others make a build do more, or look at more. */
const options = {
  out: {type: 'string', short: 'o'},
  frozen: {type: 'boolean'},
  'max-warnings': {type: 'string'},
  format: {type: 'string'},
  now: {type: 'string'},
} as const

/**
 * What the program would print, if that is known before the program is loaded: its version, or what a build says that certainly
 * has nothing to do.
 */
export function earlyAnswer([name, ...words]: readonly string[]): string | undefined {
  if (name === '--version' || name === '-v') return `${version}\n`
  if (name !== 'build') return undefined
  const given = parsed(words)
  const question = given === undefined ? undefined : questionOf(given)
  return question === undefined ? undefined : givenAnswer(question)
}

/** There is no answer for words that are wrong. The program refuses them. */
function parsed(words: readonly string[]): Arguments | undefined {
  try {
    return parseArgs({args: [...words], options, allowPositionals: true})
  } catch {
    return undefined
  }
}

/** What the answer of a build with these arguments is kept under. `undefined` if it is not to be kept. */
export function questionOf({positionals, values}: Arguments): Question | undefined {
  const given = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
  const now = clock(values.now)
  const [named, ...more] = positionals
  // The other formats name files from the root of the repository around the show.
  const isPlain = values.format === undefined || values.format === 'text' || values.format === 'json'
  if (now === undefined || !isPlain || more.length > 0 || given.some(([option]) => !(option in options)))
    return undefined
  return {command: JSON.stringify([named, given]), folder: showFolder(named), output: outputFolder(values.out), now}
}
