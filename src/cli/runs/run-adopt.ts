import {join, relative, resolve} from 'node:path'
import {type AdoptedReport, adoptShow, check, countWarnings, type LackingShow, type Problem} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {adoptedReport} from '../print/adopted-report.ts'
import {nextSteps} from '../print/next-steps.ts'
import {startProgress} from '../print/progress.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {reportProblems} from '../print/report-problems.ts'
import {typedWord} from '../print/typed-word.ts'
import {askForMissing} from '../questions/adopt-questions.ts'
import {clock} from '../show-folder.ts'

type Trial = {readonly lines: readonly string[]; readonly builds: boolean}

/** How the show would build, and what stops it: one line for each kind of problem. */
async function tryOut(folder: string, now: Date): Promise<Trial> {
  const progress = startProgress('episodes tried out')
  const outcome = await check(folder, {now, onProgress: progress.report})
  progress.end()
  const errors = outcome.problems.filter(({severity}) => severity === 'error')
  const warnings = countWarnings(outcome.problems)
  const head =
    errors.length === 0
      ? `  It builds${warnings === 0 ? '' : `, with ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}: npx castwright check ${typedWord(hereOf(folder))}`}`
      : `  It does not build yet: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
  return {lines: [head, ...kindsOf(errors), ''], builds: errors.length === 0}
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

/** What to do with the show in `folder`. */
function stepsAfter(
  folder: string,
  {feed, 'allow-private': allowPrivate}: Arguments['values'],
  builds: boolean,
): readonly string[] {
  const here = hereOf(folder)
  if (!builds) return nextSteps([[`npx castwright check ${typedWord(here)}`, 'says what to correct, line by line']])
  const rights = allowPrivate === true ? ' --allow-private' : ''
  return nextSteps([
    ...(typeof feed === 'string'
      ? ([
          [
            `npx castwright compare ${typedWord(feed)} ${typedWord(here)}${rights}`,
            'says what your subscribers would see',
          ],
        ] as const)
      : []),
    [`npx castwright build ${typedWord(here)}`, 'makes feeds and pages in output/: open output/index.html'],
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
  const failing = new Set<AdoptedReport>()
  for (const report of outcome.value) {
    console.log(adoptedReport(report, folder).join('\n'))
    if (dryRun || lacks(report)) continue
    const {lines, builds} = await tryOut(join(folder, report.folder), now)
    console.log(lines.join('\n'))
    if (!builds) failing.add(report)
  }
  const [failed] = failing
  const first = failed ?? outcome.value.find(({joined}) => joined !== undefined) ?? outcome.value[0]
  if (!dryRun && first !== undefined && !outcome.value.some(lacks)) {
    console.log(stepsAfter(join(folder, first.folder), values, failed === undefined).join('\n'))
  }
  return outcome.value.some(lacks) ? exitCodes.problems : exitCodes.clean
}

/** A show needs no guid of the old feed: then the guid is made from the show's own address. */
function lacks({missing}: AdoptedReport): boolean {
  return missing.some(({option}) => option !== 'feedUrl')
}
