import {isJsonObject, type JsonObject} from '../../text/json-object.ts'
import type {Findings} from '../findings.ts'
import type {Complaint} from '../rule.ts'
import {jsonFeedRules as rules} from './json-feed-rules.ts'
import type {JsonMemberRow, JsonObjectRow} from './json-members.ts'
import {type JsonPath, jsonOffsets} from './json-offsets.ts'
import {jsonChecks} from './json-values.ts'

export type JsonReport = (found: readonly Complaint[], path: JsonPath) => void

/** Reports complaints at the path to a value in `text`, which is JSON. */
export function jsonReport(text: string, findings: Findings): JsonReport {
  const offsets = jsonOffsets(text)
  return (found, path) => {
    for (const {rule, message, hint} of found) {
      if (!findings.admits(rule)) continue
      findings.add({rule, offset: offsets.want(path), message, ...(hint === undefined ? {} : {hint})})
    }
  }
}

export type ParsedJson = {readonly value: unknown} | {readonly reason: string; readonly offset: number}

/** The value of a JSON text; or why the text is no JSON, and where. */
export function readJson(text: string): ParsedJson {
  try {
    return {value: JSON.parse(text.replace(/^\ufeff/, ''))}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/.exec(reason)?.[1]
    return {reason: reason.slice(0, 200), offset: position === undefined ? 0 : Number(position)}
  }
}

/** Judges the members of an object by their table. `path` leads to the object. */
export function judgeObject(
  object: JsonObject,
  members: Readonly<Record<string, JsonMemberRow>>,
  path: JsonPath,
  report: JsonReport,
): void {
  for (const [name, member] of Object.entries(members)) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value !== undefined) judgeMember(value, member, [...path, name], report)
    else if (member.needed !== undefined) report(absences[member.needed].judge(where(path), name), path)
  }
  for (const name of Object.keys(object)) {
    if (Object.hasOwn(members, name) || /^_[A-Za-z]/.test(name)) continue
    report(rules['json-feed-member-unknown'].judge(name), [...path, name])
  }
}

const absences = {
  required: rules['json-feed-member-missing'],
  recommended: rules['json-feed-member-recommended'],
} as const

/** The name of a value in messages: `items[3]`. */
function where(path: JsonPath): string {
  if (path.length === 0) return 'The feed'
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)
}

function judgeMember(value: unknown, {kind, outdated}: JsonMemberRow, path: JsonPath, report: JsonReport): void {
  if (outdated !== undefined) report(rules['json-feed-member-outdated'].judge(where(path), outdated), path)
  if (typeof kind === 'string') {
    const fault = jsonChecks[kind](value)
    if (fault) report(rules[fault.code].judge(where(path), fault.what), path)
    return
  }
  judgeNested(value, kind, path, report)
}

function judgeNested(value: unknown, {list, members}: JsonObjectRow, path: JsonPath, report: JsonReport): void {
  const objects = list ? value : [value]
  if (!Array.isArray(objects)) {
    report(rules['json-feed-type-wrong'].judge(where(path), 'is not an array'), path)
    return
  }
  for (const [index, each] of objects.entries()) {
    const inner = list ? [...path, index] : path
    if (isJsonObject(each)) judgeObject(each, members, inner, report)
    else report(rules['json-feed-type-wrong'].judge(where(inner), 'is not an object'), inner)
  }
}
