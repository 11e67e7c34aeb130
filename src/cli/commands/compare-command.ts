import {readFileSync, statSync} from 'node:fs'
import {changesAsMarkdown, changesAsText, compare, compareOutput} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseUsage} from '../print/print-result.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals, values}: Arguments): Promise<number> {
  const [named, folderNamed] = positionals
  if (named === undefined) return refuseUsage('compare needs an OLD feed', 'castwright compare output')
  const old = statSync(named, {throwIfNoEntry: false})
  if (old === undefined) return refuseUsage(`${named} is no feed and no folder with one`)
  const now = clock(values.now)
  if (now === undefined) return refuseUsage(`--now ${values.now} is no time`)
  const folder = showFolder(folderNamed)
  const outcome = old.isDirectory()
    ? await compareOutput(named, folder, {now})
    : await compare(readFileSync(named), folder, {now})
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  const {value: compared} = outcome
  if (compared === undefined) {
    const what = old.isDirectory() ? 'holds no RSS, Atom or JSON feed' : 'is no RSS, Atom or JSON feed'
    return refuseUsage(`${named} ${what} that can be read`)
  }
  if (values.format === 'json') console.log(JSON.stringify(compared, null, 2))
  else process.stdout.write(values.format === 'markdown' ? changesAsMarkdown(compared) : changesAsText(compared))
  return compared.hurts ? exitCodes.problems : exitCodes.clean
}

export const compareCommand: Command = {
  name: 'compare',
  aliases: ['diff'],
  usage: 'OLD [FOLDER]',
  summary:
    'Says what subscribers of OLD (a feed, or an output folder) will see of the show in FOLDER. --format markdown is for a pull request.',
  examples: [
    ['castwright compare live-feed.xml', 'what subscribers of a feed that you downloaded will see'],
    ['castwright compare output', 'what changed since the last build'],
  ],
  topic: 'before-you-publish',
  maxPositionals: 2,
  otherFormats: ['markdown'],
  options: {now: {type: 'string', value: 'TIME', summary: 'compare with what is due at TIME instead of now'}},
  run,
}
