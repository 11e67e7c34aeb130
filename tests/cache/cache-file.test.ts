import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {serialize} from 'node:v8'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openWriter, readEntries, writeEntries} from '../../src/cache/cache-file.ts'
import {runs} from '../series.ts'

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

  it('stays as it was while another is written, and when that is given up', () => {
    writeEntries(path, 'ours', [{value: 'one'}])
    const writer = openWriter(path, 'ours')
    writer.add({value: 'two'})
    expect(stored()).toEqual(['one'])
    writer.discard()
    expect(stored()).toEqual(['one'])
    expect(readdirSync(join(folder, '.castwright')).sort()).toEqual(['.gitignore', 'some.cache'])
  })

  it('takes values that are bytes already', () => {
    writeEntries(path, 'ours', [{serialised: serialize({a: 1})}])
    expect(stored()).toEqual([{a: 1}])
  })

  it('clears away what a killed build left long ago, and nothing that may be in use', () => {
    const [old, recent] = ['1-1.new', '2-1.new'].map((ending) => `${path}.${ending}`) as [string, string]
    writeFileSync(old, '')
    writeFileSync(recent, '')
    utimesSync(old, new Date(0), new Date(0))
    writeEntries(path, 'ours', [])
    expect(readdirSync(join(folder, '.castwright')).sort()).toEqual(['.gitignore', 'some.cache', 'some.cache.2-1.new'])
    rmSync(recent)
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

  it('has entries that lie over the ends of the pieces in which it is read, and one that is larger than a piece', () => {
    const texts = Array.from({length: 90}, (_, index) => `${index} `.repeat(index === 40 ? 900_000 : 12_345))
    writeEntries(
      path,
      'ours',
      texts.map((value) => ({value})),
    )
    expect(stored()).toEqual(texts)
    writeEntries(path, 'ours', [...readEntries(path, 'ours')].map(({span}) => ({span})).reverse())
    expect(stored()).toEqual([...texts].reverse())
  })

  it('is as none where it is missing, a folder, or cannot be written', () => {
    expect([...readEntries(join(folder, 'none'), 'ours')]).toEqual([])
    expect([...readEntries(folder, 'ours')]).toEqual([])
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeEntries(join(folder, 'file/below.cache'), 'ours', [{value: 1}])).not.toThrow()
  })

  it('is given up where a folder stands in its place', () => {
    const taken = join(folder, '.castwright/taken.cache')
    mkdirSync(join(taken, 'below'), {recursive: true})
    expect(() => writeEntries(taken, 'ours', [{value: 1}])).not.toThrow()
    expect(readdirSync(join(folder, '.castwright')).filter((name) => name.startsWith('taken'))).toEqual(['taken.cache'])
    rmSync(taken, {recursive: true})
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
      runs(300),
    )
  })
})
