import {present} from '../../model/present.ts'
import type {FrontMatter} from './authored-data.ts'
import type {AuthoredMap} from './data-syntaxes.ts'
import {scanKeyPlaces} from './key-places.ts'

/** Lines of data that were read as text, because of where they stand. */
export type StrayData = {
  /** The lines as the front matter that they were meant to be. Its values are the texts behind the keys. */
  readonly source: FrontMatter
  /** Why they were not read. */
  readonly why: string
}

const blankBefore = 'A blank line stands before the front matter'

/** The search ends after this many lines: a text of a million lines `a: b` is no front matter. */
const mostLines = 200

const keyLine = /^\s{0,20}["']?(\p{L}[\p{L}\p{N}_. -]{0,40}?)["']?\s{0,20}(?::(?=\s|$)|=)\s{0,20}(.{0,500})$/u
const comment = /^\s{0,20}(?:<!--.{0,500}-->|\/\/.{0,500}|\/\*.{0,500}\*\/|%%.{0,500})\s{0,20}$/
/** What people and their editors write instead of a fence. Some editors turn two dashes into one long dash. */
const nearlyFence = /^\s{0,20}(?:(?:[-–—]{2,20}|—|\+{2,20}|={3,20}|\*{3,20}|_{3,20}|;{3})\s{0,20}\w{0,20}|\{)\s{0,20}$/
const codeFence = /^\s{0,20}(?:`{3,20}|~{3,20})\s{0,20}\w{0,20}\s{0,20}$/

/**
 * Finds the lines `key: value` at the top of a text, before its first paragraph. To every parser, front matter that does
 * not quite begin the file is text, and a draft whose `draft: true` is text would be published. The caller knows which keys mean something.
 */
export function findStrayData(source: FrontMatter): StrayData | undefined {
  const lines = source.body.split(/\r\n|\r|\n/, mostLines)
  const head = readHead(source, lines)
  if (head === undefined) return undefined
  const data: Record<string, string> = {}
  let first: number | undefined
  for (let index = head.start; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, key, value = ''] = keyLine.exec(line) ?? []
    if (key !== undefined) {
      first ??= index
      if (!Object.hasOwn(data, key)) data[key] = plainValue(value)
    } else if (first === undefined || !isBetweenKeys(line)) break
  }
  if (first === undefined) return undefined
  return {source: asFrontMatter(source, data, source.bodyLine + first), why: head.why ?? whyOf(lines, first)}
}

type Head = {readonly start: number; readonly why?: string}

/** Finds where the first key may stand: below all lines that are no text. Where text comes first, it may stand nowhere. */
function readHead(source: FrontMatter, lines: readonly string[]): Head | undefined {
  let why: string | undefined
  let start = 0
  for (; start < lines.length; start += 1) {
    const line = (lines[start] ?? '').replace(/^[\uFEFF\u200B]+/, '')
    const found = reasonOf(line, lines, start)
    if (found === undefined) break
    if (found.why !== undefined) why ??= found.why
    start = found.end
  }
  if (start === lines.length) return undefined
  if (source.present) return {start, why: 'The front matter had ended before them'}
  // To old programs for the Mac, this is a fence. The rest of the file has other line ends.
  const isOldMac = /^(?:---|\+\+\+)\r[^\n]/.test(source.body)
  return {start, ...present({why: isOldMac ? 'Some lines of the file end in a carriage return alone' : why})}
}

/** Says what a line above the keys is. `end` is the last line of that. */
function reasonOf(
  line: string,
  lines: readonly string[],
  index: number,
): {readonly end: number; readonly why?: string} | undefined {
  if (line.trim() === '') return {end: index, ...(index === 0 && {why: blankBefore})}
  if (codeFence.test(line)) return {end: index, why: 'They stand in a block of code'}
  if (nearlyFence.test(line)) {
    const written = line.trimEnd().slice(0, 30)
    return {end: index, why: `"${written}" in line ${index + 1} is no fence that begins the file`}
  }
  const why = 'A comment stands before the front matter'
  if (comment.test(line)) return {end: index, why}
  if (/^\s{0,20}(?:<!--|\/\*|%%)/.test(line)) {
    const end = lines.findIndex((each, at) => at > index && /(?:-->|\*\/|%%)\s{0,20}$/.test(each))
    return end === -1 ? undefined : {end, why}
  }
  // A heading is text. But if a fence comes below it, it is a comment of YAML.
  const next = lines.slice(index).find((each) => !/^\s{0,20}(?:#.{0,500})?$/.test(each))
  const isComment = line.startsWith('#') && next !== undefined && nearlyFence.test(next)
  return isComment ? {end: index, why} : undefined
}

/** Whether a line is blank, or a comment, or continues the value of a key (a list, a block). */
function isBetweenKeys(line: string): boolean {
  return /^(?:\s{0,20}(?:#.{0,500})?$|\s{1,20}\S|[-\]}],?(?:\s|$))/.test(line) && !nearlyFence.test(line)
}

function plainValue(value: string): string {
  return value
    .replace(/(?:^|\s)#.*$/, '')
    .replace(/,\s*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
}

function asFrontMatter(source: FrontMatter, data: AuthoredMap, line: number): FrontMatter {
  const {file, body, bodyLine} = source
  const keyPlaces = new Map(
    [...scanKeyPlaces(body.slice(0, 20_000), 'yaml')].map(([key, place]) => [
      key,
      {...place, line: place.line + bodyLine - 1},
    ]),
  )
  return {
    file,
    data,
    present: true,
    body: '',
    bodyLine: line,
    problems: [],
    keyPlaces,
    locate: ([key = '']) => ({file, line: keyPlaces.get(key)?.line ?? line}),
  }
}

function whyOf(lines: readonly string[], first: number): string {
  const isFenced = lines.slice(first).some((line) => /^\s{0,20}(?:-{3}|\+{3})\s*$/.test(line))
  return isFenced ? 'The first fence of the front matter is missing' : 'There is no fence around them'
}
