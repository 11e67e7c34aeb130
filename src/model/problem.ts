import type {ProblemKind, Severity} from './problem-kind.ts'

/**
 * Each room has a table of the problems that it finds. Only a room above all others knows which tables there are:
 * `src/problems/all-problems.ts` adds their codes here. So every code is typed, and this room knows none of the tables.
 */
// biome-ignore lint/suspicious/noEmptyInterface: only an interface can be added to from elsewhere.
export interface ProblemTables {}

/** The permanent name of a kind of problem. All of them are explained in docs/problems.md. */
export type ProblemCode = ProblemTables[keyof ProblemTables]

/** A place in the author's file. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export type Place = {
  /** Relative to the show folder, with `/` on every system. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Something to tell the author, with the place in the file where it was found. */
export type Problem = Place & {
  readonly code: ProblemCode
  readonly severity: Severity
  /** What happened and why it matters. One sentence, no final full stop needed. */
  readonly message: string
  /** What to do, with an example. */
  readonly hint?: string
  /** For `check --fix`, if nothing else can be meant: the words in the author's file, and the words to put in their place. */
  readonly correction?: Correction
}

/** `written` is empty where `meant` is a line that is missing. */
export type Correction = {readonly written: string; readonly meant: string}

/** Says one of the problems of a table. */
export type SayProblem<Code extends ProblemCode> = (code: Code, place: Place, message: string, hint?: string) => Problem

/** For the rooms that find what is in the table: a code that is not in it does not compile. */
export function problemsOf<const Code extends ProblemCode>(
  kinds: Readonly<Record<Code, ProblemKind>>,
): SayProblem<Code> {
  return (code, place, message, hint) => ({
    code,
    severity: kinds[code].severity,
    ...place,
    message,
    ...(hint === undefined ? {} : {hint}),
  })
}

/** For the cases that `otherwise` of its kind tells of. */
export function withSeverity(found: Problem, severity: Severity): Problem {
  return {...found, severity}
}

/** `ok: false` means that there is no value at all. Problems travel with the value. The caller decides what is printed. */
export type Outcome<T> =
  | {readonly ok: true; readonly value: T; readonly problems: readonly Problem[]}
  | {readonly ok: false; readonly problems: readonly Problem[]}

/** How many of the problems are warnings. */
export function countWarnings(problems: readonly Problem[]): number {
  return problems.filter(({severity}) => severity === 'warning').length
}

/** Whether one of the problems is an error. With an error nothing is published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error')
}
