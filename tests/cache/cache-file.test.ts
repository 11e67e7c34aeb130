import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readEntries, writeEntries} from '../../src/cache/cache-file.ts'

let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-cache-'))
  path = join(folder, '.castwright/some.cache')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function stored(key = 'ours'): readonly unknown[] {
  return [...readEntries(path, key)].map(({value}) => value)
}

describe('a cache file', () => {
  it('gives back what was written under the same key, and nothing under another', () => {
    writeEntries(path, 'ours', [{value: {title: 'Ünï', none: undefined}}, {value: new Map([['a', new Date(5)]])}])
    expect(stored()).toEqual([{title: 'Ünï', none: undefined}, new Map([['a', new Date(5)]])])
    expect(stored('theirs')).toEqual([])
  })

  it('keeps its folder out of git, and leaves nothing else there', () => {
    writeEntries(path, 'ours', [])
    expect(readdirSync(join(folder, '.castwright')).sort()).toEqual(['.gitignore', 'some.cache'])
    expect(readFileSync(join(folder, '.castwright/.gitignore'), 'utf8')).toBe('*\n')
  })

  it('takes entries over from the file it replaces', () => {
    writeEntries(path, 'ours', [{value: 'one'}, {value: 'two'}, {value: 'three'}])
    const [one, , three] = [...readEntries(path, 'ours')]
    writeEntries(
      path,
      'new',
      [three, {value: 'four'}, one].filter((entry) => entry !== undefined),
    )
    expect(stored('new')).toEqual(['three', 'four', 'one'])
  })

  it('is as none where it is missing, a folder, or cannot be written', () => {
    expect([...readEntries(join(folder, 'none'), 'ours')]).toEqual([])
    expect([...readEntries(folder, 'ours')]).toEqual([])
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeEntries(join(folder, 'file/below.cache'), 'ours', [{value: 1}])).not.toThrow()
  })

  it('gives only what was written, however it is damaged', () => {
    const written = ['one', {two: 2}, ['three']]
    writeEntries(
      path,
      'ours',
      written.map((value) => ({value})),
    )
    const whole = readFileSync(path)
    const damage = fc.record({
      keep: fc.nat({max: whole.length}),
      at: fc.nat({max: whole.length - 1}),
      byte: fc.nat({max: 255}),
    })
    fc.assert(
      fc.property(damage, ({keep, at, byte}) => {
        const bytes = Buffer.from(whole.subarray(0, keep))
        if (at < keep) bytes[at] = byte
        writeFileSync(path, bytes)
        for (const value of stored()) expect(written).toContainEqual(value)
      }),
      {numRuns: 300},
    )
  })
})
