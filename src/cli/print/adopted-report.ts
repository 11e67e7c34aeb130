import {existsSync} from 'node:fs'
import {relative, resolve} from 'node:path'
import type {AdoptedReport} from '../../index.ts'
import {setText, textWidth} from './wrapped-text.ts'

type JoinReport = NonNullable<AdoptedReport['joined']>

const fates = {
  created: 'written',
  completed: 'is yours, and got what it lacked',
  kept: 'is yours, and was left as it is',
  shown: 'would be written',
} as const

/** What a live feed says of single episodes may be hundreds of lines: a screen has some forty. */
const mostEntriesShown = 3

function excerptOf(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n')
  const shown: string[] = []
  let entries = 0
  let isLong = false
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('  ')) isLong = /^(?:leave_out|additions|corrections):/.test(line)
    entries = isLong && line.startsWith('  ') ? entries + 1 : 0
    if (entries <= mostEntriesShown) shown.push(isLong ? shortened(line) : line)
    const isLast = entries > mostEntriesShown && lines[index + 1]?.startsWith('  ') !== true
    if (isLast) shown.push(`  … and ${entries - mostEntriesShown} more`)
  }
  return shown
}

/** All facts of an episode stand in one line of the file, and would fill five of a screen. */
function shortened(line: string): string {
  const width = textWidth() - 8
  return line.length <= width ? line : `${line.slice(0, width - 2)} …`
}

/** What was found of a show, and what became of its `show.yaml`. */
export function adoptedReport(report: AdoptedReport, folder: string): readonly string[] {
  const {title = 'A show without a title', episodeCount, text, fate, made, joined} = report
  const file = relative(process.cwd(), resolve(folder, report.folder, 'show.yaml'))
  const hasLock = existsSync(resolve(folder, report.folder, lockName))
  const joins = joined === undefined ? withoutFeed(hasLock) : joinedLines(joined)
  return [
    `${title}: ${episodeCount} ${episodeCount === 1 ? 'episode' : 'episodes'}`,
    ...(made.length === 0
      ? []
      : [
          `  ${made.length} files made, each beside its recording: ${made.slice(0, 3).join(', ')}${made.length > 3 ? ', …' : ''}`,
        ]),
    ...joins,
    `  ${file} ${fates[fate]}:`,
    '',
    ...excerptOf(text).map((line) => `    ${line}`),
    '',
  ]
}

const lockName = 'castwright.lock.json'

/** A lock that a build made before anybody asked the feed has guids of our own, and would keep them. */
function withoutFeed(hasLock: boolean): readonly string[] {
  return sentences(
    hasLock
      ? `${lockName} has the guids that a build here has made. Did your subscribers get the show from another tool? Then delete ${lockName}, and run adopt with --feed and the address of that feed. Otherwise apps deliver every episode again, because they know it by other guids.`
      : 'Is the show published already? Then run adopt with --feed and the address of its feed before the first build. Otherwise apps deliver every episode again, because no file here says the guids that subscribers have.',
  )
}

function joinedLines({byMedia, byGuid, byTitle, onlyInFiles}: JoinReport): readonly string[] {
  const count = byMedia + byGuid + byTitle
  const ways = `${byMedia} by media, ${byGuid} by guid, ${byTitle} by title`
  return [
    ...sentences(`${count} ${count === 1 ? 'episode' : 'episodes'} joined to the live feed: ${ways}`),
    ...notInFeed(onlyInFiles),
  ]
}

/** A host may keep only the newest episodes in the feed. Then nobody here knows the guids of the older episodes. */
function notInFeed(files: readonly string[]): readonly string[] {
  if (files.length === 0) return sentences('Each episode here is in the feed')
  const some = files.slice(0, 5).join(', ')
  const more = files.length > 5 ? ` and ${files.length - 5} more` : ''
  const what = files.length === 1 ? '1 file is' : `${files.length} files are`
  return [
    ...sentences(`${what} not in the feed: ${some}${more}`),
    ...sentences(
      'If subscribers had them once, apps deliver them again. Where a host keeps only the newest episodes in the feed: lift that limit there, and run adopt again before the first build',
    ),
  ]
}

function sentences(text: string): readonly string[] {
  return setText([{text}], textWidth(), '  ')
}
