import {describe, expect, it} from 'vitest'
import {ruleTables} from '../../src/rules/all-rules.ts'
import {checkFeed} from '../../src/rules/check-feed.ts'
import type {Rule} from '../../src/rules/rule.ts'
import {type Example, examplesOf} from './example-places.ts'

const rules: readonly Rule[] = Object.values(ruleTables).flatMap((table) => Object.values<Rule>(table))
const cases = rules.map((rule) => [rule.code, rule] as const)

function problemsOf({document, options}: Example) {
  return checkFeed(document, options).problems
}

describe('every rule of a feed, by the examples in its row', () => {
  it.each(cases)('%s is told of the bad example, and nothing else is', (code, rule) => {
    const {bad} = examplesOf(rule)
    const problems = problemsOf(bad)
    expect(problems.map((each) => each.code).sort()).toEqual([code, ...(rule.also ?? [])].sort())
    const line = problems.find((each) => each.code === code)?.line ?? 0
    expect(bad.lines).toContain(line)
  })

  it.each(cases)('%s is not told of the good example, nor is anything else', (_code, rule) => {
    const found = problemsOf(examplesOf(rule).good).map((each) => each.code)
    expect(found.filter((each) => rule.also?.includes(each) !== true)).toEqual([])
  })

  it.each(cases)('%s says its specification, why it matters and who insists on it', (_code, rule) => {
    expect(rule.spec).toMatch(/^https?:\/\//)
    expect(rule.why.length).toBeGreaterThan(20)
    expect(rule.profiles.length).toBeGreaterThan(0)
  })
})
