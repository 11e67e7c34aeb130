import {describe, expect, it} from 'vitest'
import {mergeFields} from '../../src/merge/merge-fields.ts'

const base = 'title: One\ntags: [a]\nnumber: 1\n'

describe('three versions of fields', () => {
  it.each([
    [
      'a field that only the author changed',
      'title: Mine\ntags: [a]\nnumber: 1\n',
      base,
      'title: Mine\ntags: [a]\nnumber: 1\n',
    ],
    [
      'a field that only the source changed',
      base,
      'title: One\ntags: [a, b]\nnumber: 1\n',
      'title: One\ntags: [a, b]\nnumber: 1\n',
    ],
    [
      'two neighbours, each by one side',
      'title: Mine\ntags: [a]\nnumber: 1\n',
      'title: One\ntags: [b]\nnumber: 1\n',
      'title: Mine\ntags: [b]\nnumber: 1\n',
    ],
    [
      'the same change by both',
      'title: Two\ntags: [a]\nnumber: 1\n',
      'title: Two\ntags: [a]\nnumber: 1\n',
      'title: Two\ntags: [a]\nnumber: 1\n',
    ],
    ['a field that the author took out', 'title: One\nnumber: 1\n', base, 'title: One\nnumber: 1\n'],
    ['a field that the source took out', base, 'title: One\nnumber: 1\n', 'title: One\nnumber: 1\n'],
    [
      'a new field, behind the one it follows at the source',
      'number: 1\ntitle: One\ntags: [a]\n',
      'title: One\nsize: 5\ntags: [a]\nnumber: 1\n',
      'number: 1\ntitle: One\nsize: 5\ntags: [a]\n',
    ],
    [
      'a comment of the author before a field that the source changed',
      'title: One\n# for the list\ntags: [a]\nnumber: 1\n',
      'title: One\ntags: [b]\nnumber: 1\n',
      'title: One\ntags: [b]\nnumber: 1\n',
    ],
    [
      'another order of the author',
      'number: 1\ntags: [a]\ntitle: One\n',
      'title: Two\ntags: [a]\nnumber: 1\n',
      'number: 1\ntags: [a]\ntitle: Two\n',
    ],
    [
      'a field of several lines',
      'title: One\ntags:\n  - a\n  - c\nnumber: 1\n',
      base,
      'title: One\ntags:\n  - a\n  - c\nnumber: 1\n',
    ],
  ])('with %s are one', (_what, mine, theirs, merged) => {
    expect(mergeFields(mine, base, theirs)).toEqual({text: merged, conflicts: 0, overruled: []})
  })

  it('with one field changed by both are marked there and nowhere else', () => {
    const {text, conflicts} = mergeFields(
      'title: Mine\ntags: [b]\nnumber: 1\n',
      base,
      'title: Theirs\ntags: [a]\nnumber: 2\n',
    )
    expect(conflicts).toBe(1)
    expect(text).toBe('<<<<<<< yours\ntitle: Mine\n=======\ntitle: Theirs\n>>>>>>> source\ntags: [b]\nnumber: 2\n')
  })

  it('with a field that the author wrote twice keep it twice, and once each', () => {
    const mine = 'title: One\ntags: [a]\nnumber: 1\ntags: [b]\n'
    expect(mergeFields(mine, base, base.replace('number: 1', 'number: 2')).text).toBe(
      'title: One\ntags: [a]\ntags: [b]\nnumber: 2\n',
    )
  })

  it('have the fields of the source where a rule says so, and those of the author where both have changed one', () => {
    const rule = {isOfSource: (key: string) => key === 'title'}
    const mine = '# my title\ntitle: Mine\ntags: [b]\nnumber: 1\nmood: calm\n'
    expect(mergeFields(mine, base, 'title: Theirs\ntags: [c]\nnumber: 2\n', rule)).toEqual({
      text: '# my title\ntitle: Theirs\ntags: [b]\nnumber: 2\nmood: calm\n',
      conflicts: 1,
      overruled: ['title'],
    })
    expect(mergeFields(base, base, base.replace('One', 'Two'), rule)).toMatchObject({overruled: []})
    expect(mergeFields(mine, base, base, rule)).toMatchObject({overruled: ['title'], conflicts: 0})
  })

  it('with nothing at all are nothing', () => {
    expect(mergeFields('', '', '')).toEqual({text: '', conflicts: 0, overruled: []})
  })
})
