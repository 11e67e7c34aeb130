import type {Findings} from './findings.ts'
import {jsonFeedRules} from './json-feed-rules.ts'
import {isObject, type JsonObject, type JsonReport, jsonReport, judgeObject, readJson} from './json-object.ts'

const versions: ReadonlySet<unknown> = new Set([
  'https://jsonfeed.org/version/1.1',
  'https://jsonfeed.org/version/1',
  'https://www.jsonfeed.org/version/1.1',
  'https://www.jsonfeed.org/version/1',
])

/** Judges a JSON Feed by its table. https://www.jsonfeed.org/version/1.1/ */
export function checkJsonFeed(text: string, findings: Findings): 'json' | undefined {
  const read = readJson(text)
  if ('reason' in read) {
    findings.add({code: 'json-feed-not-json', offset: read.offset, message: `The file is not JSON: ${read.reason}`})
    return undefined
  }
  const report = jsonReport(text, findings)
  if (!isObject(read.value)) {
    report('json-feed-type-wrong', [], 'The file holds JSON, and no object, so it is no JSON Feed')
    return undefined
  }
  judgeVersion(read.value, report)
  judgeObject(read.value, jsonFeedRules, [], report)
  judgeItems(read.value, report)
  return 'json'
}

function judgeVersion({version}: JsonObject, report: JsonReport): void {
  if (typeof version !== 'string' || versions.has(version)) return
  const hint = 'Write "version": "https://jsonfeed.org/version/1.1"'
  report('json-feed-version-unknown', ['version'], `version is ${JSON.stringify(version.slice(0, 60))}`, hint)
}

function judgeItems({items}: JsonObject, report: JsonReport): void {
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
