import type {Problem, ProblemCode} from '../model/problem.ts'
import {fixRows} from './fix-rows.ts'
import {type Replacement, replaced, unifiedDiff} from './unified-diff.ts'

/** One replacement in a file; line and column of its first character count from 1, in the file as it was. */
export type FixEdit = {
  readonly code: ProblemCode
  readonly line: number
  readonly column: number
  readonly before: string
  readonly after: string
}

export type FixedText = {
  readonly text: string
  readonly edits: readonly FixEdit[]
  /** Unified, as `patch` and `git apply` read it. */
  readonly diff: string
  /** Those of the problems that are mended by it. */
  readonly problems: readonly Problem[]
}

/** Whether a text still says what it said before it was edited. */
export type IsSound = (before: string, after: string) => boolean

export function canBeFixed({code}: Problem): boolean {
  return fixRows[code] !== undefined
}

/**
 * Mends the problems of one file as far as that is certain. `problems` are all problems of the file. `undefined` if nothing is
 * certain.
 */
export function fixText(
  file: string,
  text: string,
  problems: readonly Problem[],
  isSound: IsSound,
): FixedText | undefined {
  const taken: (Replacement & {readonly code: ProblemCode})[] = []
  const mended: Problem[] = []
  for (const problem of problems) {
    const spans = fixRows[problem.code]?.(text, problem, problems) ?? []
    const isFree = !spans.some((span) => taken.some((other) => overlaps(span, other)))
    if (spans.length === 0 || !isFree || !isSound(text, replaced(text, inOrder(spans)))) continue
    taken.push(...spans.map((span) => ({...span, code: problem.code})))
    mended.push(problem)
  }
  const spans = inOrder(taken)
  const after = replaced(text, spans)
  // Each fix was sound by itself. But two keys with one slip each may mean the same key.
  if (mended.length === 0 || !isSound(text, after)) return undefined
  const placeAt = placesIn(text)
  const edits = spans.map(({code, start, end, text: words}) => ({
    code,
    ...placeAt(start),
    before: text.slice(start, end),
    after: words,
  }))
  return {text: after, edits, diff: unifiedDiff(file, text, spans), problems: mended}
}

/** Two insertions at one place are in each other's way as well. */
function overlaps(a: Replacement, b: Replacement): boolean {
  return a.start < b.end ? b.start < a.end || a.start === b.start : a.start === b.start
}

function inOrder<T extends Replacement>(spans: readonly T[]): readonly T[] {
  return [...spans].sort((a, b) => a.start - b.start)
}

/** Line and column of offsets that are asked for in rising order: each search goes on where the last one ended. */
function placesIn(text: string): (offset: number) => {readonly line: number; readonly column: number} {
  let line = 1
  let start = 0
  return (offset) => {
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return {line, column: offset - start + 1}
  }
}
