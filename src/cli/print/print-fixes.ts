import type {FileFix} from '../../index.ts'
import {paint} from './paint.ts'
import {printable} from './terminal-text.ts'

/** What a program is told of a fix. It does not get the whole file before and after. */
export function fixForPrograms({file, edits, diff}: FileFix): object {
  return {file, edits, diff}
}

/** The diffs, in the colours of `git diff` for a person at a terminal. */
export function printFixes(fixes: readonly FileFix[]): void {
  for (const {diff} of fixes) console.log(diff.trimEnd().split('\n').map(diffLine).join('\n'))
}

function diffLine(line: string, index: number): string {
  // The line end of Windows is part of a changed line, but there is nothing to see in it. Tabs stay: a terminal shows them rightly.
  const shown = line.replace(/\r$/, '').split('\t').map(printable).join('\t')
  if (index < 2) return paint('bold', shown)
  if (line.startsWith('@@')) return paint('cyan', shown)
  return line.startsWith('+') ? paint('green', shown) : line.startsWith('-') ? paint('red', shown) : shown
}

/** `3 problems in 2 files`. */
export function countFixes(fixes: readonly FileFix[]): string {
  const problems = fixes.reduce((sum, each) => sum + each.problems.length, 0)
  const files = new Set(fixes.map(({file}) => file)).size
  return `${problems} problem${problems === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}`
}
