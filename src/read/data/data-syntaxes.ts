import yaml from 'js-yaml'
import {parse as parseTomlText, TomlDate, TomlError} from 'smol-toml'
import {parseDocument} from 'yaml'
import type {Authored} from '../../tags/kinds/value-kind.ts'

export type AuthoredMap = {readonly [key: string]: Authored}

/** Why a text could not be read, and where in the text the reason is. Lines and columns count from 1. */
export type SyntaxFault = {
  readonly reason: string
  readonly line?: number
  readonly column?: number
  /** The line where the parser gave up. The mistake is often above it. */
  readonly noticedInLine?: number
}

/** A `fault` together with `data` means that the text was read in spite of the fault (a key that stands twice). */
export type ParsedData = {readonly data?: Authored; readonly fault?: SyntaxFault}

export type DataSyntax = 'yaml' | 'toml' | 'json'

export const dataSyntaxes: Readonly<Record<DataSyntax, (text: string) => ParsedData>> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
}

function asText(tag: string): yaml.Type {
  return new yaml.Type(`tag:yaml.org,2002:${tag}`, {kind: 'scalar', construct: (text: unknown) => text ?? null})
}

/**
 * Every scalar is the text that the author wrote: YAML 1.1 would make `1:02:03` a number, `no` a boolean and `008` an
 * error, and YAML 1.2 has other rules again. Only empty values and `null` are special. `!!int "1"`, which real files have,
 * stays text as well.
 */
const schema = new yaml.Schema({
  include: [yaml.FAILSAFE_SCHEMA],
  implicit: [
    new yaml.Type('tag:yaml.org,2002:null', {
      kind: 'scalar',
      resolve: (text: unknown) =>
        text === null || text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL',
      construct: () => null,
    }),
    new yaml.Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: (text: unknown) => text === '<<' || text === null,
    }),
  ],
  explicit: ['int', 'float', 'bool', 'timestamp', 'binary'].map(asText),
})

/**
 * This is js-yaml 3 and not a newer parser, because published episodes depend on what js-yaml 3 forgives. js-yaml 5 and yaml 2
 * refuse quoted texts whose further lines start in column 0; one show alone has 36 episodes with such texts.
 */
function parseYaml(text: string): ParsedData {
  try {
    return {data: (yaml.safeLoad(text, {schema}) ?? null) as Authored}
  } catch (error) {
    const fault = yamlFault(error)
    if (!fault.reason.startsWith('duplicated mapping key')) return {fault}
    return {fault, ...parseYamlWithDuplicates(text)}
  }
}

/** With `json`, the last of equal keys counts, as in every tool that reads these files today. */
function parseYamlWithDuplicates(text: string): ParsedData {
  try {
    return {data: (yaml.safeLoad(text, {schema, json: true}) ?? null) as Authored}
  } catch (error) {
    // The key that stands twice was only the first mistake. This is another one.
    return {fault: yamlFault(error)}
  }
}

function yamlFault(error: unknown): SyntaxFault {
  // Not every error is a YAMLException: data that is nested ten thousand levels deep ends in a RangeError.
  if (!(error instanceof Error)) return {reason: String(error)}
  const {reason, mark} = error as {
    reason?: string
    mark?: {readonly line: number; readonly column: number; readonly buffer: string}
  }
  if (reason === undefined) return {reason: error.message}
  if (mark === undefined) return {reason}
  // The parser notices that a line has no colon only where the next line begins.
  const noticedInLine = mark.line + 1
  if (reason.includes('multiline key') && mark.line > 0) return {reason, line: mark.line, column: 1, noticedInLine}
  // The parser notices that something is never closed only at the end of the text, behind its last line.
  const lastLine = mark.buffer.replace(/[\0\s]+$/, '').split('\n').length
  const isBehind = mark.line + 1 > lastLine
  const place = isBehind ? {line: lastLine, column: 1} : {line: mark.line + 1, column: mark.column + 1}
  return {reason, ...place, noticedInLine}
}

function parseToml(text: string): ParsedData {
  try {
    return {data: authoredFrom(parseTomlText(text, {integersAsBigInt: 'asNeeded'}))}
  } catch (error) {
    if (!(error instanceof TomlError)) return {fault: {reason: String(error)}}
    // The message continues with a code frame. Its first line is enough.
    const reason = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '')
    return {fault: {reason, line: error.line, column: error.column}}
  }
}

function parseJson(text: string): ParsedData {
  try {
    return {data: authoredFrom(JSON.parse(text))}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(reason)?.[1]
    if (position === undefined) return {fault: {reason, ...placeOfUnknownToken(text)}}
    const before = text.slice(0, Number(position)).split('\n')
    return {fault: {reason, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}}
  }
}

/** V8 names no place for some faults (an unquoted word). The parser that knows places takes these for faults, too. */
function placeOfUnknownToken(text: string): {readonly line?: number; readonly column?: number} {
  if (text.length > 100_000) return {}
  const place = parseDocument(text, {schema: 'json', logLevel: 'silent'}).errors[0]?.linePos?.[0]
  return place === undefined ? {} : {line: place.line, column: place.col}
}

/** Makes scalars text again. A TOML date keeps the offset that was written with it. A local date still has none. */
function authoredFrom(value: unknown): Authored {
  if (value === null || value === undefined) return null
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(authoredFrom)
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, authoredFrom(inner)]))
}
