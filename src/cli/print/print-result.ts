import type {Outcome} from '../../index.ts'
import {exitCodes} from '../command.ts'
import {type Print, problemLines} from './print-problems.ts'

/**
 * The result of a conversion: on standard output the text and nothing else, so that it can be piped; problems on
 * standard error.
 */
export function printResult<T>(outcome: Outcome<T>, textOf: (value: T) => string): number {
  for (const line of problemLines(outcome.problems, {folder: '.'})) console.error(line)
  if (!outcome.ok) return exitCodes.problems
  process.stdout.write(textOf(outcome.value))
  return exitCodes.clean
}

/** Prints to standard output, and tells afterwards what was printed. */
export function printing(): {readonly print: Print; readonly printed: () => string} {
  const all: string[] = []
  const print: Print = (lines) => {
    console.log(lines)
    all.push(lines)
  }
  return {print, printed: () => all.map((lines) => `${lines}\n`).join('')}
}
