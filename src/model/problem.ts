import type {ProblemKind, Severity} from './problem-kind.ts'
import {chapterProblems} from './problems/chapters.ts'
import {deployProblems} from './problems/deploy.ts'
import {feedRules} from './problems/feed-rules.ts'
import {feedProblems} from './problems/feeds.ts'
import {lockProblems} from './problems/lock.ts'
import {mediaProblems} from './problems/media.ts'
import {notesProblems} from './problems/notes.ts'
import {outputProblems} from './problems/output.ts'
import {remoteMediaProblems} from './problems/remote-media.ts'
import {sourceProblems} from './problems/source.ts'
import {transcriptProblems} from './problems/transcripts.ts'
import {wholeShowProblems} from './problems/whole-show.ts'

export const problemKinds = {
  ...sourceProblems,
  ...mediaProblems,
  ...remoteMediaProblems,
  ...transcriptProblems,
  ...chapterProblems,
  ...notesProblems,
  ...feedProblems,
  ...feedRules,
  ...outputProblems,
  ...lockProblems,
  ...deployProblems,
  ...wholeShowProblems,
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof problemKinds

/** A place in the author's file. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export type Place = {
  /** Relative to the show folder, with `/` on every system. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export type Problem = Place & {
  readonly code: ProblemCode
  readonly severity: Severity
  /** What happened and why it matters. One sentence, no final full stop needed. */
  readonly message: string
  /** What to do, with an example. */
  readonly hint?: string
  /** For `check --fix`, where nothing else can be meant: the words in the author's file, and those to stand there. */
  readonly correction?: Correction
}

/** `written` is empty where `meant` is a line that is missing. */
export type Correction = {readonly written: string; readonly meant: string}

export function problem(code: ProblemCode, place: Place, message: string, hint?: string): Problem {
  return {code, severity: problemKinds[code].severity, ...place, message, ...(hint === undefined ? {} : {hint})}
}

/** `ok: false` means there is no value at all. Problems travel with the value; only `cli/` prints. */
export type Outcome<T> =
  | {readonly ok: true; readonly value: T; readonly problems: readonly Problem[]}
  | {readonly ok: false; readonly problems: readonly Problem[]}

export function countWarnings(problems: readonly Problem[]): number {
  return problems.filter(({severity}) => severity === 'warning').length
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error')
}
