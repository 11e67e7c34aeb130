import {statSync} from 'node:fs'
import {check, countWarnings, hasErrors, type Problem} from '../index.ts'
import {checkFeedFile, isAddress} from './check-feed.ts'
import {type Arguments, type Command, exitCodes} from './command.ts'
import {startProgress} from './progress.ts'
import {maxWarningsOption, problemFormats, refuseWarningLimit, reportProblems, warningLimit} from './report-problems.ts'
import {clock, showFolder} from './show-folder.ts'

/** A show is a folder; anything else that is named is a feed. */
function isFeed(named: string): boolean {
  return named === '-' || isAddress(named) || statSync(named, {throwIfNoEntry: false})?.isFile() === true
}

async function checkShow(folder: string, {values}: Arguments, now: Date): Promise<readonly Problem[]> {
  const progress = startProgress()
  const {ok, problems} = await check(folder, {now, onProgress: progress.report})
  progress.end()
  const json = {ok: ok && !hasErrors(problems), problems}
  const {isForPrograms} = reportProblems(problems, {folder}, values.format, json)
  if (!isForPrograms && problems.length === 0) console.log('No problems')
  return problems
}

async function run(given: Arguments): Promise<number> {
  const {positionals, values} = given
  const now = clock(values.now)
  if (now === undefined) {
    console.error(`castwright: --now ${values.now} is no time; write it like 2026-11-22T18:00:00Z`)
    return exitCodes.usage
  }
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  const [named] = positionals
  const problems =
    named !== undefined && isFeed(named)
      ? await checkFeedFile(named, given, now)
      : await checkShow(showFolder(named), given, now)
  if (typeof problems === 'number') return problems
  return hasErrors(problems) || countWarnings(problems) > maxWarnings ? exitCodes.problems : exitCodes.clean
}

export const checkCommand: Command = {
  name: 'check',
  aliases: ['lint', 'validate'],
  usage: '[FOLDER|FEED]',
  summary:
    'Says everything that build would say, and writes nothing; or judges a FEED of any maker: a file, an address, or - for standard input.',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
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
