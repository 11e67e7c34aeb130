import type {Problem} from '../../model/problem.ts'
import {problem} from './data-problems.ts'

/** Says that a file still has both versions of a place. Problems: `conflict-unresolved`. */
export function conflictProblems(text: string, file: string): readonly Problem[] {
  // Asked of every text of a show, and true of nearly none.
  const line = text.includes('<<<<<<< ') ? conflictLine(text) : undefined
  if (line === undefined) return []
  const message = 'Two versions stand here, between the marks of a conflict that nobody has resolved'
  const hint = 'Choose between the lines that <<<<<<<, ======= and >>>>>>> mark, and take the marks out'
  return [problem('conflict-unresolved', {file, line}, message, hint)]
}

/** Whether nothing of a file is used, because it holds every sentence of a place twice. */
export function hasConflict(problems: readonly Problem[]): boolean {
  return problems.some(({code}) => code === 'conflict-unresolved')
}

/** The line of the first mark, counted from 1. All three marks stand at the beginning of a line. */
function conflictLine(text: string): number | undefined {
  let begun: number | undefined
  let isDivided = false
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('<<<<<<< ')) {
      begun = index + 1
      isDivided = false
    } else if (line.trimEnd() === '=======') isDivided = begun !== undefined
    else if (line.startsWith('>>>>>>> ') && isDivided) return begun
  }
  return undefined
}
