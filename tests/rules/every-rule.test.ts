import {describe, expect, it} from 'vitest'
import {feedRules} from '../../src/model/problems/feed-rules.ts'
import {checkFeed} from '../../src/rules/check-feed.ts'
import {atomCases} from './every-rule-atom.ts'
import {datesCases} from './every-rule-dates.ts'
import {documentCases} from './every-rule-document.ts'
import {extensionsCases} from './every-rule-extensions.ts'
import {htmlCases} from './every-rule-html.ts'
import {jsonCases} from './every-rule-json.ts'
import {podcastsCases} from './every-rule-podcasts.ts'
import {rssCases} from './every-rule-rss.ts'
import {sidecarsCases} from './every-rule-sidecars.ts'
import {structureCases} from './every-rule-structure.ts'
import {urlsCases} from './every-rule-urls.ts'
import {valuesCases} from './every-rule-values.ts'
import type {RuleCase} from './rule-case.ts'

const cases: readonly (readonly [string, RuleCase])[] = [
  documentCases,
  structureCases,
  rssCases,
  datesCases,
  valuesCases,
  urlsCases,
  htmlCases,
  atomCases,
  extensionsCases,
  podcastsCases,
  jsonCases,
  sidecarsCases,
].flatMap((table) => Object.entries<RuleCase>(table))

describe('every rule of a feed', () => {
  it('has a case', () => {
    expect(cases.map(([code]) => code).sort()).toEqual(Object.keys(feedRules).sort())
  })

  it.each(cases)('%s is told where it is broken, and nothing else is', (code, {bad, line = 1, also = [], options}) => {
    const {problems} = checkFeed(bad, options)
    expect(problems.map((each) => each.code).sort()).toEqual([code, ...also].sort())
    expect(problems.find((each) => each.code === code)?.line).toBe(line)
  })

  it.each(cases)('%s is not told where it is kept, nor is anything else', (code, {good, also = [], options}) => {
    const found = checkFeed(good, options).problems.map((each) => each.code)
    expect(found).not.toContain(code)
    expect(found.filter((each) => !also.includes(each))).toEqual([])
  })
})
