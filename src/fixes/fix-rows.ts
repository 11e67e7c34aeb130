import type {Problem, ProblemCode} from '../model/problem.ts'
import type {Replacement} from './unified-diff.ts'

/**
 * How a problem is mended: the spans of its file that are replaced. There are none if it is not certain. `text` may begin with a
 * byte order mark. `ofFile` are all problems of the file.
 */
export type FixRow = (text: string, problem: Problem, ofFile: readonly Problem[]) => readonly Replacement[]

/**
 * What is mended without asking: only what keeps its meaning, or is already read with that meaning. The author decides about
 * everything else.
 */
export const fixRows: Readonly<Partial<Record<ProblemCode, FixRow>>> = {
  'key-misspelt': renamedKey,
  'show-guid-derived': lineAtEnd,
  'front-matter-unclosed': closedFence,
  'webvtt-header-missing': captionHeader,
  'speaker-misspelt': correctedLabels,
}

type Line = {readonly start: number; readonly text: string}

/** Lines as problems count them. A carriage return belongs to no line and stays where it is. */
function linesOf(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const own = {start, text: line.replace(/\r$/, '')}
    start += line.length + 1
    return own
  })
}

/** The line end that the author's editor writes, as in the first line. */
function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')
}

/** The first place in the line that may be a key. What follows is its value, or a comment. */
function renamedKey(text: string, {line = 0, correction}: Problem): readonly Replacement[] {
  const own = linesOf(text)[line - 1]
  if (own === undefined || correction === undefined) return []
  const key = new RegExp(`(?<![^\\s"'{,\uFEFF])${escaped(correction.written)}(?=["']?\\s{0,80}[:=])`)
  const found = key.exec(own.text)
  if (found === null || own.text.slice(0, found.index).includes('#')) return []
  const start = own.start + found.index
  return [{start, end: start + correction.written.length, text: correction.meant}]
}

/**
 * For YAML in lines. A document that is one map in braces, or that was ended, takes no further line. The line waits until nothing
 * else is wrong: a guid that follows from an address with a slip, or from the address of every new show, would be kept for ever.
 */
function lineAtEnd(text: string, {file = '', correction}: Problem, ofFile: readonly Problem[]): readonly Replacement[] {
  if (ofFile.some(({code, severity}) => severity === 'error' || code === 'placeholder-left')) return []
  const lines = linesOf(text).map((line) => line.text.replace('\uFEFF', ''))
  if (correction === undefined || !/\.ya?ml$/i.test(file)) return []
  if (lines.some((line) => /^(?:[{}]|\.\.\.)/.test(line)) || lines.slice(1).some((line) => line.startsWith('---')))
    return []
  const lineEnd = lineEndOf(text)
  const before = text === '' || text.endsWith('\n') ? '' : lineEnd
  return [{start: text.length, end: text.length, text: `${before}${correction.meant}${lineEnd}`}]
}

/** It is certain if every line is data. At a blank line or a comment, show notes may begin: `# Notes` is a heading in them. */
function closedFence(text: string): readonly Replacement[] {
  const whole = text.trimEnd()
  const [first, ...data] = linesOf(whole)
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*$/.exec(first?.text ?? '')?.[1]
  const form = fence === '+++' ? /^(?:[\w.-]+[ \t]*=|\[)/ : /^(?:[\w.-]+:(?:[ \t]|$)|[ \t]|-[ \t])/
  if (fence === undefined || data.length === 0 || !data.every((line) => form.test(line.text))) return []
  const lineEnd = lineEndOf(text)
  const isEnded = text.startsWith(lineEnd, whole.length)
  const start = whole.length + (isEnded ? lineEnd.length : 0)
  return [{start, end: start, text: `${isEnded ? '' : lineEnd}${fence}${lineEnd}`}]
}

const captionTimes =
  /^\uFEFF?(?:\d{2,}:)?\d\d:\d\d([.,])\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d([.,])\d{3}(?=[ \t]|$)/d

/** A file without the line is mostly SubRip under another name, so that its times have commas as well. */
function captionHeader(text: string): readonly Replacement[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const misplaced = /^\s{0,1000}webvtt(?=\s|$)/i.exec(text.slice(mark))?.[0]
  const lineEnd = lineEndOf(text)
  const header =
    misplaced === undefined
      ? {start: mark, end: mark, text: `WEBVTT${lineEnd}${lineEnd}`}
      : {start: mark, end: mark + misplaced.length, text: 'WEBVTT'}
  const points = linesOf(text).flatMap(({start, text: line}) =>
    (captionTimes.exec(line)?.indices?.slice(1) ?? [])
      .flatMap((indices) => (indices === undefined ? [] : [start + indices[0]]))
      .filter((at) => text[at] === ',')
      .map((at) => ({start: at, end: at + 1, text: '.'})),
  )
  return [header, ...points]
}

/** A wrong label gets one problem, at its first place. The later places are read in the same way. */
function correctedLabels(text: string, {line: first = 0, correction}: Problem): readonly Replacement[] {
  if (correction === undefined || first === 0) return []
  const {written, meant} = correction
  const label = new RegExp(`^(?:[ \\t>]{0,80}[*_]{0,3}|<v )${escaped(written)}(?=[*_]{0,3}:|>)`)
  return linesOf(text)
    .slice(first - 1)
    .flatMap((line) => {
      const length = label.exec(line.text)?.[0].length
      if (length === undefined) return []
      const end = line.start + length
      return [{start: end - written.length, end, text: meant}]
    })
}
