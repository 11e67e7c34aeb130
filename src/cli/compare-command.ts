import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {changesAsMarkdown, changesAsText, compare, hurtsListeners} from '../index.ts'
import {type Arguments, type Command, exitCodes} from './command.ts'
import {printProblems} from './print-problems.ts'
import {refuseUsage} from './print-result.ts'
import {clock, showFolder} from './show-folder.ts'

/** The bytes of a feed, or of the one in an output folder. */
function readOld(named: string): Uint8Array | undefined {
  const isFolder = statSync(named, {throwIfNoEntry: false})?.isDirectory() === true
  for (const path of isFolder ? ['feed.xml', 'atom.xml', 'feed.json'].map((name) => join(named, name)) : [named]) {
    if (statSync(path, {throwIfNoEntry: false})?.isFile() === true) return readFileSync(path)
  }
  return undefined
}

async function run({positionals, values}: Arguments): Promise<number> {
  const [named, folderNamed] = positionals
  if (named === undefined) return refuseUsage('compare needs an OLD feed', 'castwright compare output')
  const old = readOld(named)
  if (old === undefined) return refuseUsage(`${named} is no feed and no folder with one`)
  const now = clock(values.now)
  if (now === undefined) return refuseUsage(`--now ${values.now} is no time`)
  const folder = showFolder(folderNamed)
  const outcome = await compare(old, folder, {now})
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  const {value: changes} = outcome
  if (changes === undefined) return refuseUsage(`${named} is no RSS, Atom or JSON feed that can be read`)
  if (values.format === 'json') console.log(JSON.stringify({hurts: hurtsListeners(changes), changes}, null, 2))
  else process.stdout.write(values.format === 'markdown' ? changesAsMarkdown(changes) : changesAsText(changes))
  return hurtsListeners(changes) ? exitCodes.problems : exitCodes.clean
}

export const compareCommand: Command = {
  name: 'compare',
  aliases: ['diff'],
  usage: 'OLD [FOLDER]',
  summary:
    'Says what subscribers of OLD (a feed, or an output folder) will see of the show in FOLDER. --format markdown is for a pull request.',
  maxPositionals: 2,
  otherFormats: ['markdown'],
  options: {now: {type: 'string', value: 'TIME', summary: 'compare with what is due at TIME instead of now'}},
  run,
}
