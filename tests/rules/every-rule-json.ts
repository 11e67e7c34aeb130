import type {feedJsonRules} from '../../src/model/problems/feed-rules-json.ts'
import {inJsonFeed, inJsonItem, type RuleCase, type RuleCases, replaced} from './rule-case.ts'

const address = '"feed_url": "https://example.com/feed.json"'
const text = '"content_text": "Talk"'
const {good} = inJsonItem('', text)

/** The good item has a text, and a member beside it. */
function member(bad: string, good: string): RuleCase {
  return inJsonItem(`${text}, ${bad}`, `${text}, ${good}`)
}

export const jsonCases: RuleCases<typeof feedJsonRules> = {
  'json-feed-not-json': inJsonFeed(`${address}, "items": [],`, `${address}, "items": []`),
  'json-feed-version-unknown': replaced(String(good), 'https://jsonfeed.org/version/1.1', '1.1', 1),
  'json-feed-member-missing': inJsonFeed(address, `${address}, "items": []`, {line: 1}),
  'json-feed-member-recommended': inJsonFeed('"items": []', `${address}, "items": []`, {line: 1}),
  'json-feed-type-wrong': member('"title": 17', '"title": "17"'),
  'json-feed-value-invalid': member('"date_published": "31 Jan 2024"', '"date_published": "2024-01-31T09:00:00Z"'),
  'json-feed-member-unknown': member('"podcast": {}', '"_podcast": {}'),
  'json-feed-member-outdated': member('"author": {"name": "Ada"}', '"authors": [{"name": "Ada"}]'),
  'json-feed-content-missing': inJsonItem('"title": "One"', text),
  'json-feed-id-twice': inJsonItem(`${text}},\n{"id": "1", ${text}`, `${text}},\n{"id": "2", ${text}`, {line: 4}),
  'json-feed-html-risky': inJsonItem('"content_html": "<script></script>"', '"content_html": "<p>Talk</p>"'),
}
