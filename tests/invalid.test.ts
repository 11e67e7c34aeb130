import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {problemKinds} from '../src/index.ts'
import {planInMemory} from './plan-in-memory.ts'

const invalid = join(import.meta.dirname, 'fixtures/invalid')
const names = readdirSync(invalid, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)

type Expected = {readonly code: string; readonly file?: string; readonly line?: number; readonly column?: number}

/** What a problem says by itself, without its words: those may be improved. */
function essence({code, file, line, column}: Expected): Expected {
  return {code, ...(file && {file}), ...(line && {line}), ...(column && {column})}
}

describe('a show with a mistake has that problem, at that place, and no other', () => {
  it('finds the fixtures', () => {
    expect(names.length).toBeGreaterThan(15)
  })

  it.each(names)('%s', async (name) => {
    const {problems} = await planInMemory(join(invalid, name))
    const expected: readonly Expected[] = JSON.parse(readFileSync(join(invalid, name, 'problems.json'), 'utf8'))
    // Notes on what was inferred or skipped come with many shows; only the one that the folder is named after matters.
    const found = problems.filter(({severity, code}) => severity !== 'info' || code === name)
    expect(found.map(essence)).toEqual(expected)
    expect(expected.some(({code}) => code === name)).toBe(true)
  })
})

describe('every problem', () => {
  const tests = readdirSync(import.meta.dirname, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

  it.each(Object.keys(problemKinds))('%s is provoked by a test or a fixture', (code) => {
    expect(tests.includes(`'${code}'`) || tests.includes(`"${code}"`)).toBe(true)
  })

  it.each(Object.entries(problemKinds))(
    '%s has a name that says what it is, and an example of each kind',
    (code, kind) => {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      expect(kind.why.length).toBeGreaterThan(20)
      expect(kind.bad).not.toBe('')
      expect(kind.good).not.toBe('')
      expect(kind.bad).not.toBe(kind.good)
    },
  )
})
