import {statSync} from 'node:fs'
import {check} from '../index.ts'
import {checkFeedFile} from './check-feed.ts'
import {type Arguments, type Command, exitCodes} from './command.ts'
import {countProblems, printProblems} from './print-problems.ts'
import {startProgress} from './progress.ts'
import {clock, showFolder} from './show-folder.ts'

/** A show is a folder; anything else that is named is a feed. */
function isFeed(named: string): boolean {
  return named === '-' || statSync(named, {throwIfNoEntry: false})?.isFile() === true
}

async function run({positionals, values}: Arguments): Promise<number> {
  const now = clock(values.now)
  if (now === undefined) {
    console.error(`castwright: --now ${values.now} is no time; write it like 2026-11-22T18:00:00Z`)
    return exitCodes.usage
  }
  const [named] = positionals
  if (named !== undefined && isFeed(named)) return checkFeedFile(named, values.profile, values.format === 'json', now)
  const folder = showFolder(named)
  const progress = startProgress()
  const outcome = await check(folder, {now, onProgress: progress.report})
  progress.end()
  const failed = !outcome.ok || outcome.problems.some(({severity}) => severity === 'error')
  if (values.format === 'json') {
    console.log(JSON.stringify({ok: !failed, problems: outcome.problems}, null, 2))
  } else {
    printProblems(outcome.problems, folder)
    console.log(countProblems(outcome.problems) || 'No problems')
  }
  return failed ? exitCodes.problems : exitCodes.clean
}

export const checkCommand: Command = {
  name: 'check',
  aliases: ['lint', 'validate'],
  usage: '[FOLDER|FEED]',
  summary:
    'Says everything that build would say, and writes nothing; or judges a FEED of any maker (- is standard input).',
  maxPositionals: 1,
  options: {
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
    profile: {
      type: 'string',
      value: 'NAMES',
      summary: 'whose rules a FEED is held to: apple,spotify,podcast2,w3c,psp1',
    },
  },
  run,
}
