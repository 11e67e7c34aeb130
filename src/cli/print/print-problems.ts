import {relative, resolve} from 'node:path'
import type {Problem, ProblemCode, Severity} from '../../index.ts'
import {excerptOf} from './excerpt.ts'
import {paint, type Styled} from './paint.ts'
import {linesOnDisk, type SourceLines} from './source-lines.ts'
import {printable} from './terminal-text.ts'
import {type Piece, setText} from './wrapped-text.ts'

/**
 * How many problems of one kind are printed. The rest are counted: an archive of 300 episodes has the same one 300 times. Nobody reads
 * 9,000 errors of one cause, and the errors of another cause would be lost among them.
 */
const printedOfAKind: Readonly<Record<Severity, number>> = {error: 50, warning: 10, info: 5}
/** What is said of problems that are counted. */
const severityWords: Readonly<Record<Severity, string>> = {error: ' errors', warning: '', info: ''}

const colours: Readonly<Record<Severity, Styled>> = {error: 'red', warning: 'yellow', info: 'cyan'}

/** Where the text of problems is: the folder that their files are relative to, and how a line of one is found. */
export type ProblemSource = {
  readonly folder: string
  readonly lineAt?: SourceLines
  /** Whether `check --fix` would mend it. */
  readonly isFixable?: (problem: Problem) => boolean
  /** Notes come last in their file, one line each. They say only what was found, and not what to do about it. */
  readonly briefNotes?: boolean
  /** Every problem is printed, however many of one kind there are. */
  readonly isWhole?: boolean
  /** The option that prints every problem. */
  readonly wholeBy?: string
}

const widthInLogs = 120
const narrowest = 40
const moreIndent = '    '

/** A file as it is seen from here, so that terminals and editors make a link of it. */
function seenFromHere(file: string, folder: string): string {
  if (/^https?:\/\//i.test(file)) return file
  return relative(process.cwd(), resolve(folder, file)) || file
}

function placeOf({file, line, column}: Problem, folder: string): string {
  if (file === undefined) return ''
  return [seenFromHere(file, folder), line, column].filter((part) => part !== undefined).join(':')
}

/** The line of the author's file and a caret under the place. */
function excerptLines(
  {file, line, column, severity}: Problem,
  {folder, lineAt = () => undefined}: ProblemSource,
): readonly string[] {
  if (file === undefined || line === undefined) return []
  const text = lineAt(resolve(folder, file), line)
  if (text === undefined || text.trim() === '') return []
  const margin = `    ${line} │ `
  const width = Math.max(process.stdout.columns ?? widthInLogs, narrowest) - margin.length
  const excerpt = excerptOf(text, column ?? 1, width)
  const shown = `${paint('dim', margin)}${excerpt.text}`
  if (column === undefined) return [shown]
  return [
    shown,
    `${' '.repeat(margin.length - 2)}${paint('dim', '│')} ${' '.repeat(excerpt.indent)}${paint(colours[severity], '^')}`,
  ]
}

function formatProblem(problem: Problem, source: ProblemSource): string {
  const {severity, code, message, hint} = problem
  const head: readonly Piece[] = [
    {text: printable(placeOf(problem, source.folder)), style: 'bold'},
    {text: severity, style: colours[severity]},
    {text: code, style: 'dim'},
    {text: printable(message)},
  ]
  // For a note, people read the words. For an error or a warning, they look at the line.
  const excerpt = severity === 'info' ? [] : excerptLines(problem, source)
  const advice = hint === undefined ? [] : printable(hint).split('\n')
  const mending = source.isFixable?.(problem) === true ? ['castwright check --fix mends this'] : []
  return [
    ...set(separated(head), ''),
    ...excerpt,
    ...[...advice, ...mending].flatMap((text) => set([{text, style: 'dim'}], moreIndent)),
  ].join('\n')
}

/** Pieces side by side, those that are there. */
function separated(pieces: readonly Piece[]): readonly Piece[] {
  return pieces
    .filter(({text}) => text !== '')
    .flatMap((piece, index) => (index === 0 ? [piece] : [{text: '  '}, piece]))
}

/** In a terminal, lines end between words. In a log each text is one line, which programs can search. */
function set(pieces: readonly Piece[], first: string): readonly string[] {
  const width = process.stdout.isTTY ? Math.max(process.stdout.columns, narrowest) : Number.POSITIVE_INFINITY
  return setText(pieces, width, first, moreIndent.length)
}

function briefNote({line, message}: Problem): string {
  const words: readonly Piece[] = [
    {text: 'note', style: colours.info},
    {text: line === undefined ? '' : `line ${line}`, style: 'dim'},
    {text: printable(message)},
  ]
  return set(separated(words), '  ').join('\n')
}

function notesLast(problems: readonly Problem[]): readonly Problem[] {
  const isNote = ({severity}: Problem) => severity === 'info'
  return [...problems.filter((each) => !isNote(each)), ...problems.filter(isNote)]
}

function byFile(problems: readonly Problem[]): ReadonlyMap<string | undefined, readonly Problem[]> {
  const groups = new Map<string | undefined, Problem[]>()
  for (const problem of problems) {
    const group = groups.get(problem.file)
    if (group) group.push(problem)
    else groups.set(problem.file, [problem])
  }
  return groups
}

/** Problems for people, grouped by file: the first few of each kind, many if they are errors. The others are counted at the end. */
export function* problemLines(
  problems: readonly Problem[],
  {
    folder,
    lineAt = linesOnDisk(),
    briefNotes = false,
    isWhole = false,
    wholeBy = '--format json',
    ...more
  }: ProblemSource,
): Generator<string> {
  const kinds = new Map<string, {count: number; readonly code: ProblemCode; readonly severity: Severity}>()
  let separator = ''
  for (const [file, group] of byFile(problems)) {
    const shown = (briefNotes ? notesLast(group) : group).filter(({code, severity}) => {
      // A code may be an error at one place and a warning at another.
      const kind = kinds.get(`${code} ${severity}`) ?? {count: 0, code, severity}
      kind.count += 1
      kinds.set(`${code} ${severity}`, kind)
      return isWhole || kind.count <= printedOfAKind[severity]
    })
    if (shown.length === 0) continue
    // What is about no file needs a title only beside files.
    const title = file !== undefined ? printable(seenFromHere(file, folder)) : 'Everywhere'
    if (file !== undefined || group.length < problems.length)
      yield `${separator}${paint('underline', title)}  ${paint('dim', countProblems(group))}`
    separator = '\n'
    for (const problem of shown)
      yield briefNotes && problem.severity === 'info'
        ? briefNote(problem)
        : formatProblem(problem, {folder, lineAt, ...more})
  }
  if (problems.length > 0) yield ''
  for (const {count, code, severity} of isWhole ? [] : kinds.values()) {
    const rest = count - printedOfAKind[severity]
    if (rest > 0) yield `… and ${inFigures(rest)} more${severityWords[severity]} of ${code} (all of them: ${wholeBy})`
  }
}

function inFigures(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Prints one or more whole lines. */
export type Print = (lines: string) => void

export function printProblems(problems: readonly Problem[], source: ProblemSource, print: Print = console.log): void {
  for (const line of problemLines(problems, source)) print(line)
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
