import {relative} from 'node:path'
import {type Preview, type PreviewChange, preview} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {countProblems, paint, printProblems} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {printable} from '../print/terminal-text.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals, values}: Arguments): Promise<number> {
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

export const previewCommand: Command = {
  name: 'preview',
  aliases: ['serve', 'dev'],
  usage: '[FOLDER]',
  summary:
    'Shows the show in FOLDER in the browser while you write: drafts, problems and what apps will show. It writes nothing, and is no server for listeners.',
  examples: [
    ['castwright preview', 'the show of this folder, at http://localhost:4321/'],
    ['castwright preview --host', 'for a phone as well, with a QR code'],
  ],
  topic: 'look-while-you-write',
  maxPositionals: 1,
  options: {
    port: {type: 'string', short: 'p', value: 'PORT', summary: 'the first port to try (default: 4321)'},
    host: {
      type: 'boolean',
      summary: 'open it to the network, for a phone; everybody in the network then sees drafts as well',
    },
    now: {type: 'string', value: 'TIME', summary: 'show what is published at TIME instead of now'},
  },
  runsUntilStopped: true,
  run,
}
