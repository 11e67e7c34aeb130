import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of transcripts in Markdown. */
export const markdownProblems = {
  'speaker-label-empty': {
    severity: 'warning',
    why: 'A label has no name in it, so the turn is published without a speaker.',
    bad: '**:** Hello.',
    good: '**Nora:** Hello.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(markdownProblems)
