import {appNames, appViewAsText, showEpisode} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {printable} from '../print/terminal-text.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals, values}: Arguments): Promise<number> {
  const [name, folderNamed] = positionals
  if (name === undefined) return refuseUsage('show needs an EPISODE', 'castwright show 001-first-light --as apple')
  const app = appNames.find((each) => each === (values.as ?? 'apple'))
  if (app === undefined)
    return refuseUsage(`--as ${values.as} is no app that is known`, `Known: ${appNames.join(', ')}`)
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const folder = showFolder(folderNamed)
  const outcome = await showEpisode(folder, name, app, {now})
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  process.stdout.write(
    values.format === 'json' ? `${JSON.stringify(outcome.value, null, 2)}\n` : printable(appViewAsText(outcome.value)),
  )
  return exitCodes.clean
}

export const showCommand: Command = {
  name: 'show',
  aliases: [],
  usage: 'EPISODE [FOLDER]',
  summary:
    'Prints what an app shows of an episode (its file, or a part of the name): title, notes, chapters, artwork, limits.',
  examples: [['castwright show 012 --as apple', 'episode 12, as Apple Podcasts shows it']],
  topic: 'show-notes-in-apps',
  maxPositionals: 2,
  options: {
    as: {type: 'string', value: 'APP', summary: `${appNames.join(', ')} (default: apple)`},
    now: {type: 'string', value: 'TIME', summary: 'the date of a draft that has none, instead of now'},
  },
  run,
}
