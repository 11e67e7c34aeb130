import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {isJsonObject} from '../../text/json-object.ts'
import {type CutText, findCutTexts} from './cut-texts.ts'
import {problem} from './data-problems.ts'
import {type AuthoredMap, type DataSyntax, dataSyntaxes, type ParsedData} from './data-syntaxes.ts'
import {type CountingKey, type KeyPlace, type Located, locateInYaml, scanKeyPlaces} from './key-places.ts'
import {findTabIndents, type TabIndent} from './tab-indents.ts'
import {type ExplainedFault, explainYaml} from './yaml-slips.ts'

/** The data of a file, and the rest of the file. */
export type FrontMatter = {
  readonly file: string
  /** The data as it is written: keys in the author's spelling, scalars as text. It is empty where it is missing or unreadable. */
  readonly data: AuthoredMap
  /** `false` for a file without front matter. */
  readonly present: boolean
  readonly body: string
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number
  readonly problems: readonly Problem[]
  /** Places of the keys, found with one cheap pass; see `scanKeyPlaces`. */
  readonly keyPlaces: ReadonlyMap<string, KeyPlace>
  /** Gives a problem the place of a value in the file: the exact place if possible, else the line of the key, else the first line. */
  readonly locate: (path: readonly string[], located?: Located) => Place
}

/** Reads a file that is data from end to end (`show.yaml`). */
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
  readonly parsed: ParsedData
  readonly source: string
  readonly body: string
}

/** Adds problems and the places of keys to what was parsed. Problems: `front-matter-unreadable`, `duplicate-key`, `text-cut`. */
export function withPlaces({file, block, syntax, parsed, source, body}: Parts): FrontMatter {
  const {data = null} = parsed
  const fault: ExplainedFault | undefined =
    parsed.fault !== undefined && parsed.data === undefined && syntax === 'yaml'
      ? explainYaml(block, parsed.fault)
      : parsed.fault
  const hasDuplicates = parsed.fault !== undefined && parsed.data !== undefined
  const problems: Problem[] = []
  if (fault) {
    const place = {file, line: fault.line ?? 1, ...(fault.column === undefined ? {} : {column: fault.column})}
    problems.push(faultProblem(place, fault, syntax, hasDuplicates))
  }
  if (!fault && data !== null && !isAuthoredMap(data)) {
    const what = source === block ? 'This file' : 'The front matter'
    const message = `${what} must have keys with values, but it is ${Array.isArray(data) ? 'a list' : 'a text'}`
    problems.push(problem('front-matter-unreadable', {file, line: 1}, message, 'Write `title: Night Trains`'))
  }
  const counts: CountingKey = hasDuplicates ? 'last' : 'first'
  const keyPlaces = scanKeyPlaces(block, syntax, counts)
  if (syntax === 'yaml' && data !== null && isAuthoredMap(data)) {
    problems.push(...findCutTexts(block, data).map((cut) => cutProblem(cut, file)))
    problems.push(...findTabIndents(block).map((tab) => tabProblem(tab, file)))
  }
  const authored = data !== null && isAuthoredMap(data) ? data : {}
  const exactly = syntax === 'toml' || parsed.data === undefined ? undefined : {block, data: authored, counts}
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

/** What is most often wrong in each syntax. */
const usualHint: Readonly<Record<DataSyntax, string>> = {
  yaml: 'In quotes, everything is text: title: "One: two"',
  toml: 'A text stands in quotes: title = "First light"',
  json: 'Each name and each text stands in double quotes, and a comma only between two fields: {"title": "First light"}',
}

function faultProblem(
  place: Place,
  {reason, hint: exactHint}: ExplainedFault,
  syntax: DataSyntax,
  wasRead: boolean,
): Problem {
  if (wasRead) {
    const message = 'A key stands here for the second time; the last value counts, and the others are lost'
    return problem('duplicate-key', place, message, 'Keep one of them')
  }
  const hint = exactHint ?? usualHint[syntax]
  return problem(
    'front-matter-unreadable',
    place,
    `This is not valid ${syntax.toUpperCase()}: ${reason.slice(0, 300)}`,
    hint,
  )
}

function tabProblem({line, column, key}: TabIndent, file: string): Problem {
  const message = `This is not valid YAML: a tab stands before ${key}, so it is no part of the key above it`
  return problem(
    'front-matter-unreadable',
    {file, line, column},
    message,
    `Write blanks in place of the tab: "  ${key}:"`,
  )
}

function cutProblem({line, column, key, written, left, taken}: CutText, file: string): Problem {
  const what = left === '' ? 'nothing' : `"${left.slice(0, 80)}"`
  const message = `Of "${written.slice(0, 160)}" YAML takes a part for ${taken}, and only ${what} is left`
  const quote = written.includes('"') ? `'${written.replaceAll("'", "''")}'` : `"${written}"`
  const hint = `Put the text in quotes: ${key === '-' ? '- ' : `${key}: `}${quote.slice(0, 200)}`
  return problem('text-cut', {file, line, column}, message, hint)
}

/** `exactly` is there only for a text that the exact parser can read: one that was readable and is no TOML. JSON is YAML to that parser. */
function locator(
  file: string,
  keyPlaces: ReadonlyMap<string, KeyPlace>,
  exactly: {readonly block: string; readonly data: AuthoredMap; readonly counts: CountingKey} | undefined,
): FrontMatter['locate'] {
  let exact: ReturnType<typeof locateInYaml> | undefined
  return (path, located) => {
    const [key] = path
    if (key === undefined) return {file, line: 1}
    if (exactly !== undefined) {
      // A missing key has no place. The exact parser, which takes longer than all other work on a show's file, need not run for it.
      if (!Object.hasOwn(exactly.data, key)) return {file, line: 1}
      exact ??= locateInYaml(exactly.block, exactly.counts)
    }
    const place = exact?.(path, located) ?? keyPlaces.get(path.join('.')) ?? keyPlaces.get(path[0] ?? '')
    return place === undefined ? {file, line: 1} : {file, line: place.line, column: place.column}
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export function isAuthoredMap(value: Authored): value is AuthoredMap {
  return isJsonObject(value)
}

/** For a key inside a map, the scan knows the line of the map, but no column. */
export function scannedPlace({keyPlaces}: FrontMatter, path: readonly string[], column: 'column' | 'keyColumn'): Place {
  const own = keyPlaces.get(path.join('.'))
  return own === undefined ? present({line: keyPlaces.get(path[0] ?? '')?.line}) : {line: own.line, column: own[column]}
}
