import {checkMove, moveAsMarkdown, moveAsText} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {startProgress} from '../print/progress.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {clock, showFolder} from '../show-folder.ts'
import {isFeedAddress} from './check-feed.ts'

export async function runMove({positionals, values}: Arguments): Promise<number> {
  const [oldUrl, folderNamed] = positionals
  if (oldUrl === undefined || !isFeedAddress(oldUrl)) {
    return refuseUsage('move needs the address of the old feed', 'castwright move https://host.example/feed.xml')
  }
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const folder = showFolder(folderNamed)
  const progress = startProgress('media files asked for')
  const outcome = await checkMove(oldUrl, folder, {
    now,
    allowPrivate: values['allow-private'] === true,
    onProgress: progress.report,
    ...(typeof values.old === 'string' ? {oldCopy: values.old} : {}),
  })
  progress.end()
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  const {value: report} = outcome
  if (values.format === 'json') console.log(JSON.stringify(report, null, 2))
  else process.stdout.write(values.format === 'markdown' ? moveAsMarkdown(report) : moveAsText(report))
  return report.isSafe ? exitCodes.clean : exitCodes.problems
}
