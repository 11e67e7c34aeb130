import {describe, expect, it} from 'vitest'
import {ruleTables} from '../../src/rules/all-rules.ts'
import {checkFeed} from '../../src/rules/check-feed.ts'
import type {FeedProblem} from '../../src/rules/findings.ts'
import type {ExamplePlace, Rule} from '../../src/rules/rule.ts'
import {framed} from './example-places.ts'
import {allMessages} from './messages/all-messages.ts'
import type {Variants} from './messages/message-row.ts'

const rules = new Map(
  Object.values(ruleTables).flatMap((table) => Object.values<Rule>(table).map((rule) => [rule.code, rule] as const)),
)

/** Messages that stand for several others, and that nobody gives by this name. */
const kinds: ReadonlySet<string> = new Set(['Error', 'Warning', 'InvalidValue', 'InvalidIRI'])

function judged(variants: Variants = {}): readonly (readonly [string, readonly FeedProblem[]])[] {
  return Object.entries(variants).flatMap(([place, examples]) =>
    examples.map((example): readonly [string, readonly FeedProblem[]] => {
      const {document, options} =
        typeof example === 'string' ? framed(place as ExamplePlace, example) : {document: example}
      const shown = typeof example === 'string' ? example : Buffer.from(example).toString('latin1')
      return [`${place}: ${shown.slice(0, 300)}`, checkFeed(document, options).problems]
    }),
  )
}

function told(problems: readonly FeedProblem[]): string {
  return problems.map(({code}) => code).join(', ')
}

describe('every message of the W3C validator', () => {
  it.each(Object.entries(allMessages))('%s has rules of that name, and variants', (message, row) => {
    const names = row.rules.map((code) => rules.get(code)?.w3c)
    if (!message.startsWith('Valid') && !kinds.has(message)) expect(names).toContain(message)
    expect(names).not.toContain(undefined)
    expect(Object.keys({...row.bad, ...row.good}).length).toBeGreaterThan(0)
  })

  it.each(Object.entries(allMessages))(
    '%s is given for each bad variant, and for no good one',
    (_, {rules: codes, bad, good}) => {
      const answers = (problems: readonly FeedProblem[]) =>
        problems.some(({code}) => codes.some((each) => each === code))
      const unsaid = judged(bad).filter(([, problems]) => !answers(problems))
      const mistaken = judged(good).filter(
        ([, problems]) => answers(problems) || problems.some((each) => each.severity === 'error'),
      )
      expect(unsaid.map(([variant, problems]) => `${variant} => ${told(problems)}`)).toEqual([])
      expect(mistaken.map(([variant, problems]) => `${variant} => ${told(problems)}`)).toEqual([])
    },
  )

  it('lists every rule that answers to it', () => {
    const answering = [...rules.values()].filter(({w3c}) => w3c !== undefined && w3c in allMessages)
    const unlisted = answering.filter(({code, w3c}) => !allMessages[w3c ?? '']?.rules.some((each) => each === code))
    expect(unlisted.map(({code, w3c}) => `${w3c}: ${code}`)).toEqual([])
  })
})
