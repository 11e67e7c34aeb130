import {describe, expect, it} from 'vitest'
import {globMatcher} from '../../src/text/glob.ts'

describe('globMatcher', () => {
  it.each([
    ['*.md', 'one.md', true],
    ['*.md', 'a/one.md', false],
    ['**/*.md', 'one.md', true],
    ['**/*.md', 'a/b/c/one.md', true],
    ['_episodes/**/*.md', '_episodes/one.md', true],
    ['_episodes/**/*.md', '_transcripts/one.md', false],
    ['./episodes/*/index.md', 'episodes/002-two/index.md', true],
    ['episodes/*/index.md', 'episodes/index.md', false],
    ['{a,b}/*.{md,markdown}', 'b/one.markdown', true],
    ['{a,b}/*.{md,markdown}', 'c/one.md', false],
    ['s?e?.md', 's1e3.md', true],
    ['s?e?.md', 's1e13.md', false],
    ['*-*-*.md', '2024-01-31.md', true],
    ['**', 'a/b.md', true],
    ['a/**', 'a/b/c.md', true],
    ['*', '.secret', false],
    ['.*', '.secret', true],
    ['**/*.md', '.git/one.md', false],
    ['', 'one.md', false],
    ['[1].md', '[1].md', true],
    ['Été/*.md', 'Été/un.md', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(globMatcher(pattern)(path)).toBe(expected)
  })

  it('is not slowed down by patterns that make regular expressions explode', () => {
    const matches = globMatcher(`${'**/'.repeat(200)}${'*a'.repeat(200)}b`)
    expect(matches(`${'a/'.repeat(200)}${'a'.repeat(2000)}`)).toBe(false)
  })

  it('takes a flood of alternatives as plain text', () => {
    expect(globMatcher('{a,b}'.repeat(40))('a'.repeat(40))).toBe(false)
  })
})
