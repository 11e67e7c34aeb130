import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ruleTables} from '../../src/rules/all-rules.ts'
import {checkFeed} from '../../src/rules/check-feed.ts'
import type {Rule} from '../../src/rules/rule.ts'
import {allMessages} from '../rules/messages/all-messages.ts'
import type {Variants} from '../rules/messages/message-row.ts'

const material = resolve(process.env.CASTWRIGHT_MATERIAL ?? join(import.meta.dirname, '../../../shared'))
const folder = join(material, 'w3c-cases')
const present = existsSync(join(folder, 'cases.jsonl'))

type Case = {
  readonly file: string
  readonly family: string
  readonly expect: {readonly id: string; readonly not: boolean}
  readonly severity: 'error' | 'warning' | 'info' | 'ok'
  readonly broken?: unknown
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** The validator's messages form a tree, and a case may name one that stands for several. By its name, each message and what it is a kind of. */
function readKinds(): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync(join(folder, 'messages.tsv'), 'utf8').trim().split('\n').slice(1)
  const kinds = new Map(
    rows.map((row): [string, readonly string[]] => {
      const [message = '', kind = ''] = row.split('\t')
      return [message, [message, ...kind.split(' < ')]]
    }),
  )
  // No case expects it, so the list has it not.
  kinds.set('UseZeroForUnknown', ['UseZeroForUnknown', ...(kinds.get('InvalidNonNegativeInteger') ?? [])])
  return kinds
}

type Verdict = {readonly missing: boolean; readonly surplus: readonly string[]}

function judge(
  {file, expect: {id, not}, errors, warnings, severity}: Case,
  kinds: ReturnType<typeof readKinds>,
): Verdict {
  const bytes = readFileSync(join(folder, 'testcases', file))
  const {problems} = checkFeed(bytes, {profiles: ['w3c'], file})
  const given = new Set(problems.flatMap(({w3c, code}) => kinds.get(w3c ?? code) ?? [w3c ?? code]))
  const surplus = problems
    .filter((each) => each.severity === 'error' && !errors.includes(each.w3c ?? ''))
    .map(({code, message}) => `${code}: ${message}`)
  const anyError = problems.some((each) => each.severity === 'error')
  const found = id === 'Error' ? anyError : given.has(id)
  // A message of praise (`ValidURI`) is given by saying nothing bad.
  if (severity === 'ok') return {missing: false, surplus}
  if (!not) return {missing: !found, surplus: []}
  // Elsewhere in the feed the validator may give it as well.
  const agreed = [...errors, ...warnings].includes(id)
  return {missing: id === 'Error' ? false : found && !agreed, surplus}
}

describe.skipIf(!present)('the cases of the W3C validator that were given to us', () => {
  it('are reproduced', () => {
    const cases = readFileSync(join(folder, 'cases.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case)
    const families = new Map<string, {total: number; agreed: number}>()
    const misses: string[] = []
    const kinds = readKinds()
    for (const each of cases) {
      const count = families.get(each.family) ?? {total: 0, agreed: 0}
      families.set(each.family, count)
      const {missing, surplus} = judge(each, kinds)
      count.total += 1
      if (!missing && surplus.length === 0) count.agreed += 1
      else misses.push(`${each.file}: ${each.expect.not ? 'not ' : ''}${each.expect.id} ${surplus.join('; ')}`)
    }
    for (const [family, {total, agreed}] of families) process.stdout.write(`${family}: ${agreed} of ${total}\n`)
    for (const miss of misses) process.stdout.write(`  ${miss}\n`)
    expect(misses.length / cases.length).toBeLessThan(0.01)
  })

  it('have messages as grave as the rules that answer to them, unless the row gives its reason', () => {
    const kinds = readKinds()
    const rules = Object.values(ruleTables).flatMap((table) => Object.values<Rule>(table))
    const other = rules.filter(({w3c, severity, disagrees}) => {
      const gravity = kinds
        .get(w3c ?? '')
        ?.at(-1)
        ?.toLowerCase()
      return gravity !== undefined && gravity !== severity && disagrees === undefined
    })
    expect(other.map(({code}) => code)).toEqual([])
  })

  it('expect messages that all have a row with variants of our own', () => {
    expect(
      [...readKinds().keys()].filter((message) => message !== 'UseZeroForUnknown' && !(message in allMessages)),
    ).toEqual([])
  })

  it('expect messages of which each has its rule, and several variants', () => {
    const thin: string[] = []
    for (const [message, [, ...isA]] of readKinds()) {
      const row = allMessages[message]
      if (row === undefined) continue
      const [bad, good] = [count(row.bad), count(row.good)]
      process.stdout.write(`${[message, row.rules.join(' ') || '(none: praise)', bad, good].join('\t')}\n`)
      const isPraise = isA.at(-1) === 'Success' || row.rules.length === 0
      if (good === 0 || (!isPraise && !manyKinds.has(message) && bad < 2)) thin.push(message)
    }
    expect(thin).toEqual([])
  })
})

/** They stand for other messages, which have variants of their own. */
const manyKinds: ReadonlySet<string> = new Set(['Error', 'Warning', 'InvalidValue', 'InvalidIRI'])

function count(variants: Variants = {}): number {
  return Object.values(variants).flat().length
}

it.skipIf(present)('the cases of the W3C validator are not on this machine (CASTWRIGHT_MATERIAL)', () => {})
