import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')

type SourceFile = {readonly path: string; readonly code: string}

/** Every table of problems makes its own problems, so `problem` does mean one thing: a problem of the room that asks. */
const sameEverywhere = ['problem']

/** The types and values that a file declares and exports. A name that is only passed on is not declared there. */
function exportedNames({code}: SourceFile): readonly string[] {
  const declared = code.matchAll(/^export (?:async )?(?:const|class|function\*?|interface|type) (\w+)/gm)
  return [...new Set([...declared].map(([, name = '']) => name))]
}

/** Names that two files export, each with the files. */
function namesOfTwoThings(files: readonly SourceFile[]): readonly string[] {
  const paths = new Map<string, string[]>()
  for (const file of files) {
    for (const name of exportedNames(file)) paths.set(name, [...(paths.get(name) ?? []), file.path])
  }
  return [...paths].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.join(', ')}`)
}

/** Values that a file exports and no other file speaks of. */
function exportedForNobody(files: readonly SourceFile[], readers: readonly SourceFile[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const {code} of readers) {
    for (const word of new Set(code.match(/\w+/g))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  // Types stand in what is declared for users of the library, so nobody need import them. Values begin with a small letter.
  return files.flatMap((file) =>
    exportedNames(file)
      .filter((name) => /^[a-z]/.test(name) && (counts.get(name) ?? 0) < 2)
      .map((name) => `${file.path}: ${name}`),
  )
}

function codeIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path: relative(root, path).replaceAll('\\', '/'), code: readFileSync(path, 'utf8')}))
}

describe('an exported name', () => {
  const sources = codeIn('src')

  it('means one thing in the whole source, as a type and as a value', () => {
    const twice = namesOfTwoThings(sources)
    expect(twice.filter((line) => !sameEverywhere.includes(line.split(':')[0] ?? ''))).toEqual([])
    // The exception is needed, so the search does find what it looks for.
    expect(twice).toHaveLength(sameEverywhere.length)
  })

  it.each([
    ['two types', 'export type Place = string', 'export interface Place {}'],
    ['two functions', 'export function* place() {}', 'export async function place() {}'],
    ['a function and a value', 'export function place() {}', 'export const place = 1'],
  ])('is seen where it is that of %s', (_what, one, other) => {
    const files = [
      {path: 'one.ts', code: one},
      {path: 'other.ts', code: other},
    ]
    expect(namesOfTwoThings(files)).toEqual([`${one.match(/place/i)?.[0]}: one.ts, other.ts`])
  })

  it('may be that of a type and of the value it is made of, in one file, and be passed on', () => {
    const files = [
      {path: 'one.ts', code: 'export const place = 1\nexport type place = string'},
      {path: 'index.ts', code: "export {place} from './one.ts'"},
      {path: 'other.ts', code: 'const place = 1'},
    ]
    expect(namesOfTwoThings(files)).toEqual([])
  })

  it('is that of a value which another file asks for', () => {
    expect(exportedForNobody(sources, ['src', 'tests', 'scripts'].flatMap(codeIn))).toEqual([])
    const planted = {path: 'one.ts', code: 'export const place = 1\nexport type Road = string'}
    expect(exportedForNobody([planted], [planted])).toEqual(['one.ts: place'])
  })
})
