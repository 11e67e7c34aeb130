import {expect, it} from 'vitest'
import {collision} from '../../src/write/collisions.ts'

it('two files that want one path are both named', () => {
  expect(collision({source: 'one.md'}, {path: 'a/index.html', source: 'two.md'})).toMatchObject([
    {code: 'output-collision', file: 'two.md', message: 'two.md and one.md would both be written to a/index.html'},
  ])
})

it('a file that asks twice for one path is named once, and told of no slug', () => {
  expect(collision({source: 'show.yaml'}, {path: 'feed.xml', source: 'show.yaml'})).toMatchObject([
    {
      message: 'show.yaml asks twice for feed.xml, and only one file can be there',
      hint: 'Give one of the two another path',
    },
  ])
})
