import type {Problem} from '../../index.ts'
import {repositoryPath} from '../repository-path.ts'
import {githubAnnotation} from './github-annotations.ts'
import {countProblems, type Print, type ProblemSource, printProblems} from './print-problems.ts'
import {refuseUsage} from './refuse-usage.ts'
import {sarifLog} from './sarif.ts'

/**
 * Prints problems as `--format` says. For `json`, the command says what is printed. Returns whether the output is for programs
 * alone, so that nothing may follow it.
 */
export function reportProblems(
  problems: readonly Problem[],
  source: ProblemSource,
  format: string | boolean | undefined,
  json: object,
  print: Print = console.log,
): {readonly isForPrograms: boolean} {
  const pathOf = (file: string) => repositoryPath(file, source.folder)
  if (format === 'json' || format === 'sarif') {
    print(JSON.stringify(format === 'json' ? json : sarifLog(problems, pathOf), null, 2))
    return {isForPrograms: true}
  }
  if (format === 'github') for (const each of problems) print(githubAnnotation(each, pathOf))
  else printProblems(problems, {...source, isWhole: format === 'full', wholeBy: '--format full'}, print)
  const counts = countProblems(problems)
  const hasBriefNotes = source.briefNotes === true && problems.some(({severity}) => severity === 'info')
  if (counts !== '') print(hasBriefNotes ? `${counts} (castwright check says what to do about notes)` : counts)
  return {isForPrograms: false}
}

/** `--max-warnings N` as a number. There is no limit if it is not given; `undefined` if it is no number. */
export function warningLimit(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return Number.POSITIVE_INFINITY
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : undefined
}

export function refuseWarningLimit(given: string | boolean | undefined): number {
  return refuseUsage(`--max-warnings ${given} is no number`, '--max-warnings 0 fails at the first warning')
}
