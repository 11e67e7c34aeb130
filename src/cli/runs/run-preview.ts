import {relative} from 'node:path'
import {type Preview, type PreviewChange, preview} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {paint} from '../print/paint.ts'
import {countProblems, printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {printable} from '../print/terminal-text.ts'
import {clock, showFolder} from '../show-folder.ts'

export async function runPreview({positionals, values}: Arguments): Promise<number> {
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    return refuseUsage(`--port ${values.port} is no port`, 'Write --port 4321')
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const folder = showFolder(positionals[0])
  const outcome = await preview(folder, {
    isInNetwork: values.host === true,
    onChange: sayChange,
    ...(port === undefined ? {} : {port}),
    ...(values.now === undefined ? {} : {clock: () => now}),
  })
  if (!outcome.ok) {
    printProblems(outcome.problems, {folder})
    return exitCodes.problems
  }
  // The signal is listened for before the words that invite it are printed, because a reader may stop the program at once.
  const stopped = untilStopped()
  sayStart(outcome.value)
  await stopped
  await outcome.value.close()
  return exitCodes.clean
}

function sayStart({title, url, networkUrls, qrCode, problems}: Preview): void {
  console.log(`${printable(title)}: ${paint('bold', url)}`)
  console.log(`Apps, feeds, drafts: ${new URL('/-castwright/', url).href}`)
  if (qrCode !== undefined) {
    console.log('\nIn the network, where everybody can see all of it, drafts as well:')
    for (const each of networkUrls) console.log(`  ${each}`)
    console.log(`\n${qrCode}`)
  }
  console.log(`\n${countProblems(problems) || 'No problems'}. The page shows them. Ctrl+C ends the preview.`)
}

/** If many files change at once, as by `git checkout`, only so many are named. */
const namedFiles = 3

function sayChange({changedFiles, tookInMilliseconds, problems}: PreviewChange): void {
  const names = changedFiles.slice(0, namedFiles).map((path) => printable(relative(process.cwd(), path)))
  const more = changedFiles.length > namedFiles ? ` and ${changedFiles.length - namedFiles} more` : ''
  const found = countProblems(problems) || 'no problems'
  console.log(`${names.join(', ')}${more}: ${Math.round(tookInMilliseconds)} ms, ${found}`)
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}
