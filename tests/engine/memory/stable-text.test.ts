import {deserialize, serialize} from 'node:v8'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {stableText} from '../../../src/engine/memory/stable-text.ts'

/** The same value in other clothes: V8 holds its arrays with room for holes, and its strings in two bytes. */
function heldOtherwise(value: unknown): unknown {
  if (typeof value === 'string') return `${value}漢`.slice(0, value.length)
  if (Array.isArray(value)) return Object.assign(new Array(value.length), value.map(heldOtherwise))
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, heldOtherwise(each)]))
  if (value instanceof Date) return new Date(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, heldOtherwise(each)]))
}

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.string(),
    fc.string({unit: 'grapheme', minLength: 20}),
    fc.integer(),
    fc.double({noNaN: true, noDefaultInfinity: true}).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.date({noInvalidDate: true}),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((pairs) => new Map(pairs)),
  ),
})).value

describe('the text of a value', () => {
  it('is the same however V8 holds the value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = stableText([value])
        expect(stableText([heldOtherwise(value)])).toBe(text)
        expect(stableText(deserialize(serialize([value])))).toBe(text)
      }),
    )
  })

  it('is not what V8 writes, which differs', () => {
    for (const value of [[1, 2], 'é'.repeat(20)]) {
      const other = heldOtherwise(value)
      expect(serialize(other).equals(serialize(value)), stableText(value)).toBe(false)
      expect(stableText(other)).toBe(stableText(value))
    }
  })

  it.each([
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Map([['a', 1]]), new Map([['b', 1]])],
    [new Map([['a', 1]]), new Map()],
    [new Set(['a']), new Set(['b'])],
    [{of: {a: 1}}, {of: {a: 2}}],
    ['1', 1],
    [{a: undefined, b: 1}, {a: 1}],
    [new Date(0), new Date(1)],
  ])('is another one for another value (%j, %j)', (one, other) => {
    expect(stableText([one])).not.toBe(stableText([other]))
  })
})
