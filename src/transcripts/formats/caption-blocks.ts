import type {Place, Problem} from '../../model/problem.ts'
import type {TimeRange, TimesLine} from '../../text/time/clock-times.ts'
import {problem} from './format-problems.ts'

/** One cue of a caption file: its times and its lines as written. `line` is the line of the times, counted from 1. */
export type CaptionBlock = {
  readonly startInSeconds: number
  readonly endInSeconds: number
  readonly lines: readonly string[]
  readonly line: number
}

export type CaptionGrammar = {
  readonly readTimes: (line: string) => TimesLine | undefined
  /** Whether a line was meant to be times, though they cannot be read. */
  readonly looksLikeTimes: (line: string) => boolean
  /** Whether a line is the first line of a block that is not a cue (`NOTE`). */
  readonly isAside: (line: string) => boolean
}

const isCounter = (line: string | undefined): boolean => line !== undefined && /^\s*\d+\s*$/.test(line)

type Scan = {
  readonly blocks: (TimeRange & {lines: string[]; line: number})[]
  readonly unreadable: {readonly line: number; readonly text: string}[]
  readonly afterBlank: number[]
}

/**
 * The cues of a caption file from `lines[from]` on. One broken cue loses only itself: its text stays with the cue before it, and
 * the line is named.
 */
export function readCaptionBlocks(
  written: readonly string[],
  from: number,
  grammar: CaptionGrammar,
  file?: string,
): {readonly blocks: readonly CaptionBlock[]; readonly problems: readonly Problem[]} {
  // A line of blanks looks blank to everybody.
  const lines = written.map((line) => (line.trim() === '' ? '' : line))
  const scan: Scan = {blocks: [], unreadable: [], afterBlank: []}
  let index = from
  while (index < lines.length) {
    if (lines[index] === '') index += 1
    else if (grammar.isAside(lines[index] ?? '')) index = endOfAside(lines, index, grammar)
    else index = readBlock(lines, index, grammar, scan)
  }
  return {blocks: scan.blocks, problems: scanProblems(scan, file)}
}

function endOfAside(lines: readonly string[], from: number, grammar: CaptionGrammar): number {
  let index = from + 1
  while (index < lines.length && lines[index] !== '' && !grammar.readTimes(lines[index] ?? '')) index += 1
  return index
}

/** Reads one run of lines without a blank line, which may hold several cues, and returns the index after it. */
function readBlock(lines: readonly string[], from: number, grammar: CaptionGrammar, scan: Scan): number {
  let index = from + headLines(lines, from, grammar, scan)
  for (; index < lines.length && lines[index] !== ''; index += 1) {
    const line = lines[index] ?? ''
    const times = grammar.readTimes(line)
    if (times) {
      // The blank line before this cue is missing: what looks like the last line of text is the counter.
      if (index > from + 1 && isCounter(lines[index - 1])) scan.blocks.at(-1)?.lines.pop()
      const {text, ...range} = times
      scan.blocks.push({...range, lines: text === undefined ? [] : [text], line: index + 1})
    } else {
      scan.blocks.at(-1)?.lines.push(line)
    }
  }
  return index
}

/** How many lines at the head of a block are not text: the identifier of the cue, or times that cannot be read. */
function headLines(lines: readonly string[], from: number, grammar: CaptionGrammar, scan: Scan): number {
  const first = lines[from] ?? ''
  const second = lines[from + 1] ?? ''
  if (grammar.readTimes(first)) return 0
  if (second !== '' && grammar.readTimes(second)) return 1
  const spaced = isCounter(first) && second === '' ? linesToTimes(lines, from, grammar) : undefined
  if (spaced !== undefined) return spaced
  const broken = [first, second].findIndex(grammar.looksLikeTimes)
  if (broken >= 0) {
    scan.unreadable.push({line: from + broken + 1, text: lines[from + broken] ?? ''})
    return broken + 1
  }
  if (isCounter(first) && second !== '') {
    scan.unreadable.push({line: from + 1, text: first})
    return 1
  }
  const before = scan.blocks.at(-1)
  if (before === undefined) scan.unreadable.push({line: from + 1, text: first})
  // Times without any text below them: their text stands after the blank line.
  else if (before.lines.length > 0) scan.afterBlank.push(from + 1)
  return 0
}

const mostBlankLines = 3

/** How many lines stand before the times, where some programs put a blank line between the counter and the times. */
function linesToTimes(lines: readonly string[], from: number, grammar: CaptionGrammar): number | undefined {
  for (let next = from + 1; next <= from + mostBlankLines + 1; next += 1)
    if (lines[next] !== '') return grammar.readTimes(lines[next] ?? '') ? next - from : undefined
  return undefined
}

/** So many places are enough to see what is wrong with a file. A file that is no caption file at all must not fill the screen. */
const mostPlaces = 10

function scanProblems(scan: Scan, file: string | undefined): Problem[] {
  const place = file === undefined ? {} : {file}
  if (scan.blocks.length === 0 && scan.unreadable.length > 0) return [noTimes(scan, place)]
  const problems = scan.unreadable.slice(0, mostPlaces).map(({line, text}) => {
    const message = `No times can be read in "${text.trim().slice(0, 60)}", so this caption has no time of its own`
    return problem('cue-unreadable', {...place, line}, message, 'Write the times as 00:01:02.500 --> 00:01:04.000')
  })
  const more = scan.unreadable.length - mostPlaces
  if (more > 0) problems.push(problem('cue-unreadable', place, `${more} more captions have no times that can be read`))
  const [firstAfterBlank] = scan.afterBlank
  if (firstAfterBlank !== undefined) {
    const count = scan.afterBlank.length
    const more = count === 1 ? '' : `, and so it is in ${count - 1} more ${count === 2 ? 'place' : 'places'}`
    const message = `Text follows a blank line and has no times of its own, so it was added to the caption before it${more}`
    problems.push(
      problem('cue-text-after-blank-line', {...place, line: firstAfterBlank}, message, 'Remove the blank line'),
    )
  }
  return problems
}

/** The file has the name of captions, and is something else, or has times of another kind. One problem says so for all of it. */
function noTimes({unreadable}: Scan, place: Place): Problem {
  const {line, text} = unreadable.find((each) => each.text.includes('->')) ?? unreadable[0] ?? {line: 1, text: ''}
  const message = `No line of this file can be read as the times of a caption ("${text.trim().slice(0, 60)}" is none), so nothing of it is published`
  const hint = 'Write the times as 00:01:02.500 --> 00:01:04.000. If the text has no times, let its name end in .txt'
  return problem('cue-unreadable', {...place, line}, message, hint)
}
