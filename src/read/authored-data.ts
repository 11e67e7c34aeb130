import {type Place, type Problem, problem} from '../model/problem.ts'
import type {Authored} from '../tags/value-kind.ts'
import {type AuthoredMap, type DataSyntax, dataSyntaxes, type Parsed} from './data-syntaxes.ts'
import {type KeyPlace, locateInYaml, scanKeyPlaces, type ValuePlace} from './key-places.ts'

/** A file's data and the rest of it. */
export type FrontMatter = {
  readonly file: string
  /** As written: keys in the author's spelling, scalars as text. Empty where there is none, or where it was unreadable. */
  readonly data: AuthoredMap
  /** `false` for a file without front matter. */
  readonly present: boolean
  readonly body: string
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
  /** Places of the keys, by one cheap pass; see `scanKeyPlaces`. */
  readonly keyPlaces: ReadonlyMap<string, KeyPlace>
  /** The place of a value in the file, for a problem: exact where possible, else the line of its key, else the top. */
  readonly locate: (path: readonly string[]) => Place
}

/** A file that is data from end to end (`show.yaml`). */
export function readDataFile(text: string, file: string, syntax: DataSyntax): FrontMatter {
  const block = text.startsWith('\uFEFF') ? text.slice(1) : text
  return withPlaces({
    file,
    block,
    syntax,
    parsed: dataSyntaxes[syntax](block),
    source: block,
    body: '',
  })
}

type Parts = {
  readonly file: string
  readonly block: string
  readonly syntax: DataSyntax
  readonly parsed: Parsed
  readonly source: string
  readonly body: string
}

/** What was parsed, with its problems and the places of its keys. Problems: `front-matter-unreadable`, `duplicate-key`. */
export function withPlaces({file, block, syntax, parsed, source, body}: Parts): FrontMatter {
  const {data = null, fault} = parsed
  const problems: Problem[] = []
  if (fault) {
    const place = {file, line: fault.line ?? 1, ...(fault.column === undefined ? {} : {column: fault.column})}
    problems.push(faultProblem(place, fault.reason, syntax, parsed.data !== undefined))
  }
  if (!fault && data !== null && !isAuthoredMap(data)) {
    const message = `The front matter must be keys with values, but it is ${Array.isArray(data) ? 'a list' : 'a text'}`
    problems.push(problem('front-matter-unreadable', {file, line: 1}, message, 'Write `title: My first episode`'))
  }
  const keyPlaces = scanKeyPlaces(block, syntax)
  const authored = data !== null && isAuthoredMap(data) ? data : {}
  const exactly = syntax === 'toml' || parsed.data === undefined ? undefined : {block, data: authored}
  return {
    file,
    data: authored,
    present: true,
    body,
    bodyLine: lineOf(source, source.length - body.length),
    problems,
    keyPlaces,
    locate: locator(file, keyPlaces, exactly),
  }
}

function faultProblem(place: Place, reason: string, syntax: DataSyntax, wasRead: boolean): Problem {
  if (wasRead) {
    const message = 'A key stands here for the second time; the last value counts, and the others are lost'
    return problem('duplicate-key', place, message, 'Keep one of them')
  }
  const hint =
    /[:{[&*#]/.test(reason) || syntax === 'yaml'
      ? 'A text with a colon or a # in it needs quotes: title: "One: two"'
      : undefined
  return problem(
    'front-matter-unreadable',
    place,
    `This is not valid ${syntax.toUpperCase()}: ${reason.slice(0, 300)}`,
    hint,
  )
}

/** `exactly` only where the exact parser may look at it: text that was read at all, and is no TOML. JSON is YAML to it. */
function locator(
  file: string,
  keyPlaces: ReadonlyMap<string, KeyPlace>,
  exactly: {readonly block: string; readonly data: AuthoredMap} | undefined,
): FrontMatter['locate'] {
  let exact: ((path: readonly string[]) => ValuePlace | undefined) | undefined
  return (path) => {
    const [key] = path
    if (key === undefined) return {file, line: 1}
    if (exactly !== undefined) {
      // What is not there is nowhere: the exact parser takes longer than everything else of a show's file.
      if (!Object.hasOwn(exactly.data, key)) return {file, line: 1}
      exact ??= locateInYaml(exactly.block)
    }
    const place = exact?.(path) ?? keyPlaces.get(path.join('.')) ?? keyPlaces.get(path[0] ?? '')
    return place === undefined ? {file, line: 1} : {file, line: place.line, column: place.column}
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export function isAuthoredMap(value: Authored): value is AuthoredMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
