import {lockProblems} from '../../lock/lock-problems.ts'
import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'
import {writeProblems} from '../../write/write-problems.ts'

/** Problems of the identity of an episode. */
export const identityProblems = {
  'slug-kept': {
    severity: 'info',
    why: 'The file of a published episode has another name or place. The episode was known by its media or its words: it keeps its guid, and its slug, so that no address moves.',
    bad: '001-first-light.md renamed to first-light-of-the-year.md, without anything to accept',
    good: 'slug: first-light-of-the-year   (only if the page is to move as well)',
  },
  'complete-show-goes-on': {
    severity: 'warning',
    why: 'Apps read `complete: true` (`itunes:complete`) once: Apple then asks for the feed no more. What is published after that reaches only those whose apps ask all the same.',
    bad: 'complete: true   # with an episode of next week, or with a new one a year later',
    good: 'complete: true   # when the last episode is out',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf({...lockProblems, ...writeProblems, ...identityProblems})
