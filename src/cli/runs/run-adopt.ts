import {join, relative, resolve} from 'node:path'
import {type AdoptedReport, adoptShow, check, countWarnings, type LackingShow, type Problem} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {nextSteps} from '../print/next-steps.ts'
import {startProgress} from '../print/progress.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {reportProblems} from '../print/report-problems.ts'
import {typedWord} from '../print/typed-word.ts'
import {textWidth} from '../print/wrapped-text.ts'
import {askForMissing} from '../questions/adopt-questions.ts'
import {clock} from '../show-folder.ts'

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

function describe(report: AdoptedReport, folder: string): readonly string[] {
  const {title = 'A show without a title', episodeCount, text, fate, made, joined} = report
  const file = relative(process.cwd(), resolve(folder, report.folder, 'show.yaml'))
  const joins =
    joined === undefined
      ? [
          '  Without its live feed nobody knows the guids that subscribers have: with new ones, apps deliver every episode again.',
          '  If the show is published already, delete castwright.lock.json if there is one, and run adopt with --feed ADDRESS',
        ]
      : [
          `  ${joined.byMedia + joined.byGuid + joined.byTitle} episodes joined to the live feed: ${joined.byMedia} by media, ${joined.byGuid} by guid, ${joined.byTitle} by title`,
          ...notInFeed(joined.onlyInFiles),
        ]
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

/** A host may keep only the newest episodes in the feed. Then nobody here knows the guids of the older episodes. */
function notInFeed(files: readonly string[]): readonly string[] {
  if (files.length === 0) return ['  Each episode here is in the feed']
  const some = files.slice(0, 5).join(', ')
  const more = files.length > 5 ? ` and ${files.length - 5} more` : ''
  return [
    `  ${files.length === 1 ? '1 file is' : `${files.length} files are`} not in the feed: ${some}${more}`,
    '  If subscribers had them once, apps deliver them again. Where a host keeps only the newest episodes in the feed: lift that',
    '  limit there, and run adopt again before the first build',
  ]
}

/** How the show would build, and what stops it: one line for each kind of problem. */
async function tryOut(folder: string, now: Date): Promise<readonly string[]> {
  const progress = startProgress('episodes tried out')
  const outcome = await check(folder, {now, onProgress: progress.report})
  progress.end()
  const errors = outcome.problems.filter(({severity}) => severity === 'error')
  const warnings = countWarnings(outcome.problems)
  const head =
    errors.length === 0
      ? `  It builds${warnings === 0 ? '' : `, with ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}: npx castwright check ${typedWord(hereOf(folder))}`}`
      : `  It does not build yet: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
  return [head, ...kindsOf(errors), '']
}

function kindsOf(problems: readonly Problem[]): readonly string[] {
  const byCode = new Map<string, Problem[]>()
  for (const each of problems) byCode.set(each.code, [...(byCode.get(each.code) ?? []), each])
  return [...byCode].map(([code, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    return `    ${code}: ${first?.file ?? ''} ${first?.message ?? ''}${more}`
  })
}

function hereOf(folder: string): string {
  return relative(process.cwd(), resolve(folder)) || '.'
}

/** What to do with the show in `folder`, once it can be built. */
function stepsAfter(folder: string, {feed, 'allow-private': allowPrivate}: Arguments['values']): readonly string[] {
  const here = hereOf(folder)
  const rights = allowPrivate === true ? ' --allow-private' : ''
  return nextSteps([
    [`npx castwright build ${typedWord(here)}`, 'makes feeds and pages in output/: open output/index.html'],
    ...(typeof feed === 'string'
      ? ([
          [
            `npx castwright compare ${typedWord(feed)} ${typedWord(here)}${rights}`,
            'says what your subscribers would see',
          ],
        ] as const)
      : []),
    ['git add, commit', 'with castwright.lock.json, which keeps the identity of episodes'],
  ])
}

export async function runAdopt({positionals, values}: Arguments): Promise<number> {
  const [folder = '.'] = positionals
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  if (typeof values['feed-url'] === 'string' && typeof values.feed !== 'string') {
    return refuseUsage('--feed-url says where the feed of --feed is; give that as well')
  }
  const texts = Object.entries({
    feed: values.feed,
    title: values.title,
    description: values.description,
    siteUrl: values.site,
    mediaUrl: values['media-url'],
    show: values.show,
    feedUrl: values['feed-url'],
  })
  const given = Object.fromEntries(texts.filter(([, value]) => typeof value === 'string'))
  const dryRun = values['dry-run'] === true
  const asks = !dryRun && values.format === undefined && process.stdin.isTTY && process.stdout.isTTY
  let gaveUp = false
  const ask = async (show: LackingShow) => {
    const answers = await askForMissing(show)
    gaveUp ||= answers === undefined
    return answers
  }
  const allowPrivate = values['allow-private'] === true
  const progress = startProgress('episodes held against the feed')
  const options = {now, dryRun, allowPrivate, onProgress: progress.report}
  const outcome = await adoptShow(folder, {...options, ...given, ...(asks ? {ask} : {})})
  progress.end()
  if (gaveUp) {
    console.error('castwright: nothing was written')
    return exitCodes.usage
  }
  const json = {ok: outcome.ok, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {isForPrograms} = reportProblems(outcome.problems, {folder}, values.format, json)
  if (!outcome.ok) return exitCodes.problems
  if (isForPrograms) return exitCodes.clean
  for (const report of outcome.value) {
    console.log(describe(report, folder).join('\n'))
    if (!dryRun && !lacks(report)) console.log((await tryOut(join(folder, report.folder), now)).join('\n'))
  }
  const first = outcome.value.find(({joined}) => joined !== undefined) ?? outcome.value[0]
  if (!dryRun && first !== undefined && !outcome.value.some(lacks)) {
    console.log(stepsAfter(join(folder, first.folder), values).join('\n'))
  }
  return outcome.value.some(lacks) ? exitCodes.problems : exitCodes.clean
}

/** A show needs no guid of the old feed: then the guid is made from the show's own address. */
function lacks({missing}: AdoptedReport): boolean {
  return missing.some(({option}) => option !== 'feedUrl')
}
