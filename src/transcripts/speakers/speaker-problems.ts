import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems with saying whose words they are. */
export const speakerProblems = {
  'speaker-ambiguous': {
    severity: 'warning',
    why: 'Two people of the show share the first name that a transcript uses as a label. The label is published as it stands, because naming the wrong person is worse than naming none.',
    bad: 'hosts: [Ada Moor, Ada Quist]\n\n**Ada:** Hello.',
    good: 'hosts: [Ada Moor, Ada Quist]\n\n**Ada Moor:** Hello.',
  },
  'speaker-misspelt': {
    severity: 'warning',
    why: 'A speaker label differs by one letter from a name that is certain. It is read as that name; the file still has the slip.',
    bad: '**Nora Qiust:** Hello.',
    good: '**Nora Quist:** Hello.',
  },
  'speaker-label-unknown': {
    severity: 'warning',
    why: 'A caption or paragraph begins like a speaker label of a form that is not understood. What follows is published without a speaker, because otherwise it would be published as the words of whoever spoke before.',
    bad: 'Mara: Hello.\n\nGuest #2~a: Hello Mara.\n\nMara: Welcome.',
    good: 'Mara: Hello.\n\nJo Lund: Hello Mara.\n\nMara: Welcome.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(speakerProblems)
