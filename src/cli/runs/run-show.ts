import {appNames, appViewAsText, showEpisode} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {printable} from '../print/terminal-text.ts'
import {clock, showFolder} from '../show-folder.ts'

export async function runShow({positionals, values}: Arguments): Promise<number> {
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
