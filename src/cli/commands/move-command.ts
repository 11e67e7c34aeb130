import {checkMove, moveAsMarkdown, moveAsText} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {startProgress} from '../print/progress.ts'
import {isFeedAddress} from './check-feed.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals, values}: Arguments): Promise<number> {
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

export const moveCommand: Command = {
  name: 'move',
  aliases: [],
  usage: 'OLD_FEED_URL [FOLDER]',
  summary:
    'Checks over the network whether the show in FOLDER can replace its old feed, and says what is still to do. Exits with 0 only if no listener can be lost. --format markdown is for an issue.',
  examples: [
    ['castwright move https://old-host.example/feed.xml', 'the checklist of the move'],
    ['castwright move https://old-host.example/feed.xml --format markdown', 'the same for an issue'],
  ],
  topic: 'moving-a-show-here',
  maxPositionals: 2,
  otherFormats: ['markdown'],
  options: {
    old: {
      type: 'string',
      value: 'FILE',
      summary: 'a copy of the old feed; written there while the old address still serves it',
    },
    'allow-private': {type: 'boolean', summary: 'let the servers be in a private network'},
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
  },
  run,
}
