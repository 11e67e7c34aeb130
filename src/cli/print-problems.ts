import {relative, resolve} from 'node:path'
import {styleText} from 'node:util'
import {type Problem, type ProblemCode, problemKinds, type Severity} from '../index.ts'

/** So many of one kind are printed; the rest are counted. An archive of 300 episodes has 300 times the same. Errors are printed all. */
const printedOfAKind: Readonly<Record<Severity, number>> = {error: Number.POSITIVE_INFINITY, warning: 10, info: 5}

type Styled = Parameters<typeof styleText>[0]
const colours: Readonly<Record<Severity, Styled>> = {error: 'red', warning: 'yellow', info: 'cyan'}

/** Whether to colour: only for a person at a terminal who has not said no (https://no-color.org). */
function coloured(): boolean {
  return process.stdout.isTTY === true && process.env.NO_COLOR === undefined
}

function paint(style: Styled, text: string): string {
  return coloured() ? styleText(style, text) : text
}

/** `file:line:column`, with the file as seen from here, so that terminals and editors make a link of it. */
function placeOf({file, line, column}: Problem, showFolder: string): string {
  if (file === undefined) return ''
  const path = relative(process.cwd(), resolve(showFolder, file)) || file
  return [path, line, column].filter((part) => part !== undefined).join(':')
}

function formatProblem(problem: Problem, showFolder: string): string {
  const {severity, code, message, hint} = problem
  const head = [placeOf(problem, showFolder), paint(colours[severity], severity), paint('dim', code), message]
  const first = head.filter((part) => part !== '').join('  ')
  return hint === undefined ? first : `${first}\n    ${paint('dim', hint.replaceAll('\n', '\n    '))}`
}

/** Problems as lines: errors all, warnings and notes of one kind only the first few. */
export function* formatProblems(problems: readonly Problem[], showFolder: string): Generator<string> {
  const counts = new Map<ProblemCode, number>()
  for (const problem of problems) {
    const count = (counts.get(problem.code) ?? 0) + 1
    counts.set(problem.code, count)
    if (count <= printedOfAKind[problem.severity]) yield formatProblem(problem, showFolder)
  }
  for (const [code, count] of counts) {
    const severity = problemKinds[code].severity
    const rest = count - printedOfAKind[severity]
    if (rest > 0) yield `… and ${rest} more of ${code} (all of them: --format json)`
  }
}

export function printProblems(problems: readonly Problem[], showFolder: string): void {
  for (const line of formatProblems(problems, showFolder)) console.log(line)
}

/** `2 errors, 1 warning, 4 notes`; empty where there is nothing to say. */
export function countProblems(problems: readonly Problem[]): string {
  const words: readonly (readonly [Severity, string])[] = [
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ]
  return words
    .map(([severity, word]) => [problems.filter((each) => each.severity === severity).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ')
}
