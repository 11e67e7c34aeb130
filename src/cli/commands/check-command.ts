import {statSync} from 'node:fs'
import {countWarnings, hasErrors} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {maxWarningsOption, problemFormats, refuseWarningLimit, warningLimit} from '../print/report-problems.ts'
import {checkFeedFile, isFeedAddress} from './check-feed.ts'
import {checkShow} from './check-show.ts'
import {clock, showFolder} from './show-folder.ts'

/** A show is a folder; anything else that is named is a feed. */
function isFeed(named: string): boolean {
  return named === '-' || isFeedAddress(named) || statSync(named, {throwIfNoEntry: false})?.isFile() === true
}

async function run(given: Arguments): Promise<number> {
  const {positionals, values} = given
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  const [named] = positionals
  if (values['dry-run'] && !values.fix) return refuseUsage('--dry-run is for --fix', 'castwright check --fix --dry-run')
  if (named === undefined || !isFeed(named)) return checkShow(showFolder(named), given, {now, maxWarnings})
  if (values.fix)
    return refuseUsage('--fix mends the files of a show, not a feed', 'Write the folder of the show instead')
  const problems = await checkFeedFile(named, given, now)
  if (typeof problems === 'number') return problems
  return hasErrors(problems) || countWarnings(problems) > maxWarnings ? exitCodes.problems : exitCodes.clean
}

export const checkCommand: Command = {
  name: 'check',
  aliases: ['lint', 'validate'],
  usage: '[FOLDER|FEED]',
  summary:
    'Says everything that build would say, and writes nothing unless --fix is given; or judges a FEED of any maker: a file, an address, or - for standard input.',
  examples: [
    ['castwright check', 'everything that a build would say'],
    ['castwright check --fix', 'mend what is certain, and print the diff'],
    ['castwright check https://example.org/feed.xml', 'judge a feed of any maker'],
  ],
  topic: 'before-you-publish',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
    fix: {type: 'boolean', summary: 'mend what is certain in the files of the show, and print the diff'},
    'dry-run': {type: 'boolean', summary: 'with --fix: print the diff and write nothing'},
    'max-warnings': maxWarningsOption,
    'allow-private': {type: 'boolean', summary: 'fetch a FEED from this machine or a private network'},
    profile: {
      type: 'string',
      value: 'NAMES',
      summary: 'whose rules a FEED is held to: apple,spotify,podcast2,w3c,psp1',
    },
  },
  run,
}
