import type {ProblemCode} from '../model/problem.ts'
import type {Findings} from './findings.ts'
import {type JsonMember, type JsonObjectRule, jsonFeedRules} from './json-feed-rules.ts'
import {type JsonPath, jsonPlaces} from './json-places.ts'
import {jsonChecks} from './json-values.ts'

type JsonObject = Readonly<Record<string, unknown>>
type Report = (code: ProblemCode, path: JsonPath, message: string, hint?: string) => void

const versions: ReadonlySet<unknown> = new Set([
  'https://jsonfeed.org/version/1.1',
  'https://jsonfeed.org/version/1',
  'https://www.jsonfeed.org/version/1.1',
  'https://www.jsonfeed.org/version/1',
])

/** Judges a JSON Feed by its table. https://www.jsonfeed.org/version/1.1/ */
export function checkJsonFeed(text: string, findings: Findings): 'json' | undefined {
  const read = parse(text)
  if ('reason' in read) {
    findings.add({code: 'json-feed-not-json', offset: read.offset, message: `The file is not JSON: ${read.reason}`})
    return undefined
  }
  const places = jsonPlaces(text)
  const report: Report = (code, path, message, hint) => {
    if (!findings.admits(code)) return
    findings.add({code, offset: places.want(path), message, ...(hint === undefined ? {} : {hint})})
  }
  if (!isObject(read.value)) {
    report('json-feed-type-wrong', [], 'The file holds JSON, and no object, so it is no JSON Feed')
    return undefined
  }
  judgeVersion(read.value, report)
  judgeObject(read.value, jsonFeedRules, [], report)
  judgeItems(read.value, report)
  return 'json'
}

type Parsed = {readonly value: unknown} | {readonly reason: string; readonly offset: number}

function parse(text: string): Parsed {
  try {
    return {value: JSON.parse(text.replace(/^\ufeff/, ''))}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/.exec(reason)?.[1]
    return {reason: reason.slice(0, 200), offset: position === undefined ? 0 : Number(position)}
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function judgeVersion({version}: JsonObject, report: Report): void {
  if (typeof version !== 'string' || versions.has(version)) return
  const hint = 'Write "version": "https://jsonfeed.org/version/1.1"'
  report('json-feed-version-unknown', ['version'], `version is ${JSON.stringify(version.slice(0, 60))}`, hint)
}

function judgeObject(
  object: JsonObject,
  members: Readonly<Record<string, JsonMember>>,
  path: JsonPath,
  report: Report,
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

function judgeMember(value: unknown, {kind, outdated}: JsonMember, path: JsonPath, report: Report): void {
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

function judgeNested(value: unknown, {list, members}: JsonObjectRule, path: JsonPath, report: Report): void {
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

function judgeItems({items}: JsonObject, report: Report): void {
  if (!Array.isArray(items)) return
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) continue
    const {id} = item
    if (item.content_html === undefined && item.content_text === undefined) {
      report('json-feed-content-missing', ['items', index], `items[${index}] has neither content_html nor content_text`)
    }
    if (typeof id !== 'string') continue
    if (seen.has(id))
      report('json-feed-id-twice', ['items', index, 'id'], `items[${index}].id stands twice in the feed`)
    seen.add(id)
  }
}
