import fc from 'fast-check'
import {expect, it} from 'vitest'
import {hashOfTerm, TermTable} from '../../src/search/term-table.ts'
import {runs} from '../series.ts'

const words = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'ab', 'Aa', 'BB', 'sea', 'été', '駅'), fc.string()), {
  maxLength: 60,
})

it('keeps the same for the same term, in the order of a map', () => {
  fc.assert(
    fc.property(words, fc.boolean(), (terms, isLong) => {
      // More terms than the table has room for in the beginning.
      const all = isLong ? [...terms, ...Array.from({length: 3000}, (_, at) => `w${at}`), ...terms] : terms
      const text = all.join('')
      const table = new TermTable<{count: number}>()
      const counts = new Map<string, number>()
      let from = 0
      for (const term of all) {
        const to = from + term.length
        const found = table.valueOf(text, from, to, hashOfTerm(text, from, to), () => ({count: 0}))
        found.count += 1
        counts.set(term, (counts.get(term) ?? 0) + 1)
        from = to
      }
      expect(table.entries.map(({term, value}) => [term, value.count])).toEqual([...counts])
    }),
    runs(50),
  )
})

it('tells terms with one hash apart', () => {
  const table = new TermTable<string>()
  expect(hashOfTerm('Aa', 0, 2)).toBe(hashOfTerm('BB', 0, 2))
  expect(table.valueOf('AaBB', 0, 2, hashOfTerm('AaBB', 0, 2), () => 'first')).toBe('first')
  expect(table.valueOf('AaBB', 2, 4, hashOfTerm('AaBB', 2, 4), () => 'second')).toBe('second')
})
