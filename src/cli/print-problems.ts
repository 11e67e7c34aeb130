import {relative} from 'node:path'
import {styleText} from 'node:util'
import type {Problem, Severity} from '../index.ts'

/** So many notes of one kind are printed; the rest are counted. Errors and warnings are printed all. */
const notesOfAKind = 5

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
  const path = relative(process.cwd(), `${showFolder}/${file}`) || file
  return [path, line, column].filter((part) => part !== undefined).join(':')
}

function formatProblem(problem: Problem, showFolder: string): string {
  const {severity, code, message, hint} = problem
  const head = [placeOf(problem, showFolder), paint(colours[severity], severity), paint('dim', code), message]
  const first = head.filter((part) => part !== '').join('  ')
  return hint === undefined ? first : `${first}\n    ${paint('dim', hint.replaceAll('\n', '\n    '))}`
}

/** Problems as lines: errors and warnings all, notes of one kind only the first few. */
export function* formatProblems(problems: readonly Problem[], showFolder: string): Generator<string> {
  const notes = new Map<string, number>()
  for (const problem of problems) {
    if (problem.severity === 'info') {
      const seen = (notes.get(problem.code) ?? 0) + 1
      notes.set(problem.code, seen)
      if (seen > notesOfAKind) continue
    }
    yield formatProblem(problem, showFolder)
  }
  for (const [code, count] of notes) {
    if (count > notesOfAKind) yield `… and ${count - notesOfAKind} more notes ${code} (all of them: --format json)`
  }
}

export function printProblems(problems: readonly Problem[], showFolder: string): void {
  for (const line of formatProblems(problems, showFolder)) console.log(line)
}

/** `2 errors, 1 warning, 4 notes`; empty where there is nothing to say. */
export function countProblems(problems: readonly Problem[]): string {
  const words = [
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const
  return words
    .map(([severity, word]) => [problems.filter((each) => each.severity === severity).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ')
}
