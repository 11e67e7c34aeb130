import {
  check,
  checkNetwork,
  countWarnings,
  type FileFix,
  findFixes,
  hasErrors,
  isNetwork,
  type Problem,
  writeFixes,
} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {countFixes, fixForPrograms, printFixes} from '../print/print-fixes.ts'
import {startProgress} from '../print/progress.ts'
import {reportProblems} from '../print/report-problems.ts'

type Checked = {readonly isWhole: boolean; readonly problems: readonly Problem[]}
type Limits = {readonly now: Date; readonly maxWarnings: number}

/** Checks the show in `folder`, mends what may be mended if that is asked for, and reports what is left. */
export async function checkShow(folder: string, {values}: Arguments, {now, maxWarnings}: Limits): Promise<number> {
  const {fix = false, 'dry-run': isDry = false} = values
  const found = await checked(folder, now)
  const possible = await findFixes(folder, found.problems)
  const mended = fix && !isDry ? await mend(folder, found, possible, now) : {...found, written: []}
  const fixes = isDry ? possible : mended.written
  const ok = mended.isWhole && !hasErrors(mended.problems)
  const isForPeople = values.format === undefined || values.format === 'text' || values.format === 'full'
  if (isForPeople) printFixes(fixes)
  if (isForPeople && fixes.length > 0)
    console.log(`\n${isDry ? 'castwright check --fix mends' : 'Mended'} ${countFixes(fixes)}\n`)
  const json = {ok, problems: mended.problems, ...(fix ? {fixes: fixes.map(fixForPrograms)} : {})}
  const fixable = new Set(fix && !isDry ? [] : possible.flatMap((each) => each.problems))
  const source = {folder, isFixable: (problem: Problem) => fixable.has(problem)}
  const {isForPrograms} = reportProblems(mended.problems, source, values.format, json)
  if (!isForPrograms && mended.problems.length === 0) console.log('No problems')
  const isLeft = isDry && fixes.length > 0
  const isTooMuch = hasErrors(mended.problems) || countWarnings(mended.problems) > maxWarnings
  return isLeft || isTooMuch ? exitCodes.problems : exitCodes.clean
}

async function checked(folder: string, now: Date): Promise<Checked> {
  const progress = startProgress()
  const options = {now, onProgress: progress.report}
  const {ok, problems} = isNetwork(folder) ? await checkNetwork(folder, options) : await check(folder, options)
  progress.end()
  return {isWhole: ok, problems}
}

/** The guid is written only when no slip is left that it could depend on. After more rounds than these, nothing is left to do. */
const mostRounds = 3

/** What is found once the files are written. */
async function mend(
  folder: string,
  found: Checked,
  fixes: readonly FileFix[],
  now: Date,
): Promise<Checked & {readonly written: readonly FileFix[]}> {
  const written: FileFix[] = []
  let unwritten: readonly Problem[] = []
  let left = found
  let next = fixes
  for (let round = 0; round < mostRounds && next.length > 0 && unwritten.length === 0; round += 1) {
    const result = await writeFixes(folder, next)
    written.push(...result.written)
    unwritten = result.problems
    if (result.written.length > 0) left = await checked(folder, now)
    next = await findFixes(folder, left.problems)
  }
  return {isWhole: left.isWhole, problems: [...left.problems, ...unwritten], written}
}
