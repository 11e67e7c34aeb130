import yaml from 'js-yaml'
import {parse as parseTomlText, TomlDate, TomlError} from 'smol-toml'
import {parseDocument} from 'yaml'
import type {Authored} from '../tags/value-kind.ts'

export type AuthoredMap = {readonly [key: string]: Authored}

/** Why a text could not be read, with its place in that text; lines and columns count from 1. */
export type SyntaxFault = {readonly reason: string; readonly line?: number; readonly column?: number}

/** `fault` with data: it was read all the same (a key that stands twice). */
export type Parsed = {readonly data?: Authored; readonly fault?: SyntaxFault}

export type DataSyntax = 'yaml' | 'toml' | 'json'

export const dataSyntaxes: Readonly<Record<DataSyntax, (text: string) => Parsed>> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
}

function asText(tag: string): yaml.Type {
  return new yaml.Type(`tag:yaml.org,2002:${tag}`, {kind: 'scalar', construct: (text: unknown) => text ?? null})
}

/**
 * Every scalar is the text that the author wrote: YAML 1.1 would make `1:02:03` a number, `no` a boolean and `008` an
 * error, 1.2 something else again. Only empty values and `null` are special. `!!int "1"` (in real files) stays text as well.
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
 * js-yaml 3 and not a newer parser, because published episodes depend on what it forgives: quoted texts whose further
 * lines start in column 0 (36 episodes of one show alone) are refused by js-yaml 5 and by yaml 2.
 */
function parseYaml(text: string): Parsed {
  try {
    return {data: (yaml.safeLoad(text, {schema}) ?? null) as Authored}
  } catch (error) {
    const fault = yamlFault(error)
    if (!fault.reason.startsWith('duplicated mapping key')) return {fault}
    // `json` lets the last of equal keys win, as every tool does that reads these files today.
    return {data: (yaml.safeLoad(text, {schema, json: true}) ?? null) as Authored, fault}
  }
}

function yamlFault(error: unknown): SyntaxFault {
  // Not only YAMLException: nesting by the ten thousand ends in a RangeError.
  if (!(error instanceof Error)) return {reason: String(error)}
  const {reason, mark} = error as {reason?: string; mark?: {readonly line: number; readonly column: number}}
  if (reason === undefined) return {reason: error.message}
  return mark === undefined ? {reason} : {reason, line: mark.line + 1, column: mark.column + 1}
}

function parseToml(text: string): Parsed {
  try {
    return {data: authoredFrom(parseTomlText(text, {integersAsBigInt: 'asNeeded'}))}
  } catch (error) {
    if (!(error instanceof TomlError)) return {fault: {reason: String(error)}}
    // The message goes on with a code frame; its first line says it all.
    const reason = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '')
    return {fault: {reason, line: error.line, column: error.column}}
  }
}

function parseJson(text: string): Parsed {
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

/** V8 names the place of some faults and not of others (an unquoted word); the parser that knows places takes those for faults, too. */
function placeOfUnknownToken(text: string): {readonly line?: number; readonly column?: number} {
  if (text.length > 100_000) return {}
  const place = parseDocument(text, {schema: 'json', logLevel: 'silent'}).errors[0]?.linePos?.[0]
  return place === undefined ? {} : {line: place.line, column: place.col}
}

/** Scalars as text again. A TOML date keeps the offset it was written with; a local one keeps having none. */
function authoredFrom(value: unknown): Authored {
  if (value === null || value === undefined) return null
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(authoredFrom)
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, authoredFrom(inner)]))
}
