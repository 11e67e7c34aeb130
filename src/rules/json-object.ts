import type {ProblemCode} from '../model/problem.ts'
import type {Findings} from './findings.ts'
import type {JsonMember, JsonObjectRule} from './json-feed-rules.ts'
import {type JsonPath, jsonPlaces} from './json-places.ts'
import {jsonChecks} from './json-values.ts'

export type JsonObject = Readonly<Record<string, unknown>>
export type JsonReport = (code: ProblemCode, path: JsonPath, message: string, hint?: string) => void

/** Reports by the way to a value in `text`, which is JSON. */
export function jsonReport(text: string, findings: Findings): JsonReport {
  const places = jsonPlaces(text)
  return (code, path, message, hint) => {
    if (!findings.admits(code)) return
    findings.add({code, offset: places.want(path), message, ...(hint === undefined ? {} : {hint})})
  }
}

export type Parsed = {readonly value: unknown} | {readonly reason: string; readonly offset: number}

/** Text as JSON, or why it is none, and where. */
export function readJson(text: string): Parsed {
  try {
    return {value: JSON.parse(text.replace(/^\ufeff/, ''))}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/.exec(reason)?.[1]
    return {reason: reason.slice(0, 200), offset: position === undefined ? 0 : Number(position)}
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Judges the members of an object by their table; `path` is where it stands. */
export function judgeObject(
  object: JsonObject,
  members: Readonly<Record<string, JsonMember>>,
  path: JsonPath,
  report: JsonReport,
): void {
  for (const [name, member] of Object.entries(members)) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value !== undefined) judgeMember(value, member, [...path, name], report)
    else if (member.needed === 'required') report('json-feed-member-missing', path, `${where(path)} has no ${name}`)
    else if (member.needed === 'recommended')
      report('json-feed-member-recommended', path, `${where(path)} has no ${name}`)
  }
  for (const name of Object.keys(object)) {
    if (Object.hasOwn(members, name) || /^_[A-Za-z]/.test(name)) continue
    report(
      'json-feed-member-unknown',
      [...path, name],
      `JSON Feed has no member ${JSON.stringify(name.slice(0, 60))} here`,
    )
  }
}

/** Name for messages: `items[3]`. */
function where(path: JsonPath): string {
  if (path.length === 0) return 'The feed'
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)
}

function judgeMember(value: unknown, {kind, outdated}: JsonMember, path: JsonPath, report: JsonReport): void {
  if (outdated !== undefined) {
    report('json-feed-member-outdated', path, `${where(path)} was replaced by ${outdated} in version 1.1`)
  }
  if (typeof kind === 'string') {
    const fault = jsonChecks[kind](value)
    if (fault) report(fault.code, path, `${where(path)} ${fault.what}`)
    return
  }
  judgeNested(value, kind, path, report)
}

function judgeNested(value: unknown, {list, members}: JsonObjectRule, path: JsonPath, report: JsonReport): void {
  const objects = list ? value : [value]
  if (!Array.isArray(objects)) {
    report('json-feed-type-wrong', path, `${where(path)} is not an array`)
    return
  }
  for (const [index, each] of objects.entries()) {
    const place = list ? [...path, index] : path
    if (isObject(each)) judgeObject(each, members, place, report)
    else report('json-feed-type-wrong', place, `${where(place)} is not an object`)
  }
}
