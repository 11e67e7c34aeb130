import {expect, it} from 'vitest'
import {withEnds, withoutImpliedEnds} from '../../src/chapters/chapter-ends.ts'

const chapters = [
  {startInSeconds: 0, endInSeconds: 5, title: 'A'},
  {startInSeconds: 5, title: 'B'},
  {startInSeconds: 9, endInSeconds: 30, title: 'C'},
]

it('takes an end for implied where the next chapter starts', () => {
  expect(withoutImpliedEnds(chapters).map((each) => each.endInSeconds)).toEqual([undefined, undefined, 30])
})

it('gives every chapter an end, within the episode and before the next', () => {
  expect(withEnds(chapters, 20).map((each) => each.endInSeconds)).toEqual([5, 9, 20])
  expect(withEnds([{startInSeconds: 0, endInSeconds: 8, title: 'A'}, ...chapters.slice(1)], 20)[0]?.endInSeconds).toBe(
    5,
  )
  expect(withoutImpliedEnds(withEnds([{startInSeconds: 0, title: 'A'}]))).toEqual([{startInSeconds: 0, title: 'A'}])
})
