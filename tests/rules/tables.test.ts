import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {feedRules} from '../../src/model/problems/feed-rules.ts'
import {allRules} from '../../src/rules/all-rules.ts'

const folder = join(import.meta.dirname, '../../src/rules')
const code = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

describe('the tables of rules', () => {
  it('have one row for an element in a parent', () => {
    const seen = new Set<string>()
    const twice = allRules.flatMap(({name, in: parents}) => {
      const places = parents.map((parent) => `${name} in ${parent}`)
      return places.filter((place) => seen.has(place) || !seen.add(place))
    })
    expect(twice).toEqual([])
  })

  it('name only parents that exist', () => {
    const names = new Set(['', ...allRules.map(({name}) => name)])
    expect(allRules.flatMap(({in: parents}) => parents).filter((parent) => !names.has(parent))).toEqual([])
  })

  it('use every code that is documented', () => {
    expect(Object.keys(feedRules).filter((each) => !code.includes(`'${each}'`))).toEqual([])
  })

  it('document every rule with its specification, and a bad and a good example that differ', () => {
    for (const [name, {spec, bad, good, why, profiles}] of Object.entries(feedRules)) {
      expect(spec, name).toMatch(/^https?:\/\//)
      expect(why.length, name).toBeGreaterThan(20)
      expect(bad, name).not.toBe(good)
      expect(profiles.length, name).toBeGreaterThan(0)
    }
  })
})
