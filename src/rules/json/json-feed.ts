import {isJsonObject, type JsonObject} from '../../text/json-object.ts'
import type {Findings} from '../findings.ts'
import {jsonFeedRules} from './json-feed-rules.ts'
import {jsonFeedMembers} from './json-members.ts'
import {type JsonReport, jsonReport, judgeObject, readJson} from './json-object.ts'

/** Judges a JSON Feed by its table. https://www.jsonfeed.org/version/1.1/ */
export function checkJsonFeed(text: string, findings: Findings): 'json' | undefined {
  const read = readJson(text)
  if ('reason' in read) {
    const {reason, offset} = read
    for (const found of jsonFeedRules['json-feed-not-json'].judge(reason)) findings.add({...found, offset})
    return undefined
  }
  const report = jsonReport(text, findings)
  const {value} = read
  if (!isJsonObject(value)) {
    report(
      jsonFeedRules['json-feed-type-wrong'].judge('The file', 'holds JSON, and no object, so it is no JSON Feed'),
      [],
    )
    return undefined
  }
  const {version} = value
  if (typeof version === 'string') report(jsonFeedRules['json-feed-version-unknown'].judge(version), ['version'])
  judgeObject(value, jsonFeedMembers, [], report)
  judgeItems(value, report)
  return 'json'
}

function judgeItems({items}: JsonObject, report: JsonReport): void {
  if (!Array.isArray(items)) return
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    if (!isJsonObject(item)) continue
    report(jsonFeedRules['json-feed-content-missing'].judge(item, `items[${index}]`), ['items', index])
    const {id} = item
    if (typeof id !== 'string') continue
    if (seen.has(id)) report(jsonFeedRules['json-feed-id-twice'].judge(`items[${index}].id`), ['items', index, 'id'])
    seen.add(id)
  }
}
