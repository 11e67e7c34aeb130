import {describe, expect, it} from 'vitest'
import {allElements} from '../../src/rules/all-elements.ts'

describe('the tables of elements', () => {
  it('have one row for an element in a parent', () => {
    const seen = new Set<string>()
    const twice = allElements.flatMap(({name, in: parents}) => {
      const places = parents.map((parent) => `${name} in ${parent}`)
      return places.filter((place) => seen.has(place) || !seen.add(place))
    })
    expect(twice).toEqual([])
  })

  it('name only parents that exist', () => {
    const names = new Set(['', ...allElements.map(({name}) => name)])
    expect(allElements.flatMap(({in: parents}) => parents).filter((parent) => !names.has(parent))).toEqual([])
  })
})
