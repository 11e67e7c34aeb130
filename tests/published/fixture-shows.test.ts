import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'

const shows = join(import.meta.dirname, '../fixtures/shows')
const names = readdirSync(shows, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)

function expectedFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
    }),
  )
}

describe('a whole show is built byte for byte', () => {
  it('finds the fixtures', () => {
    expect(names.length).toBeGreaterThan(3)
  })

  it.each(names)('%s', async (name) => {
    const {files, plannedTwice, problems} = await planInMemory(join(shows, name, 'show'))
    const expected = expectedFiles(join(shows, name, 'expected'))
    expect(existsSync(join(shows, name, 'problems.json'))).toBe(true)
    expect(problems).toEqual(JSON.parse(readFileSync(join(shows, name, 'problems.json'), 'utf8')))
    expect(plannedTwice).toEqual([])
    // Assets are constants of the source, the same for every show, so no fixture has a copy.
    const own = [...files.keys()].filter((path) => !path.startsWith('assets/'))
    expect(own.sort()).toEqual([...expected.keys()].sort())
    for (const [path, text] of expected) expect(files.get(path), path).toBe(text)
  })
})
