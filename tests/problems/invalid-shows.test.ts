import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'

const invalid = join(import.meta.dirname, '../fixtures/invalid')
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
