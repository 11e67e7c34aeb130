import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, posix, relative, resolve} from 'node:path'
import typescript from 'typescript'
import {describe, expect, it} from 'vitest'
import {mayImport, mayUse, pureRooms, toolRooms} from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')

const impure = /from 'node:|import\('node:|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./

type SourceFile = {readonly path: string; readonly code: string}

/** The folder a file is in, inner rooms by their whole path. */
function roomOf(path: string): string {
  return dirname(path)
}

function isPure(room: string): boolean {
  return pureRooms.includes(room.split('/')[0] ?? '')
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** By the text of a file: each is asked for several times, and to scan all of them takes seconds. */
const scanned = new Map<string, readonly string[]>()

/** What a file imports as it is written, types and imports at run time included. */
function specifiersOf(code: string): readonly string[] {
  const specifiers = scanned.get(code) ?? typescript.preProcessFile(code).importedFiles.map(({fileName}) => fileName)
  scanned.set(code, specifiers)
  return specifiers
}

function importsOf({path, code}: SourceFile): readonly string[] {
  const own = specifiersOf(code).filter((specifier) => specifier.startsWith('.'))
  return own.map((specifier) => posix.join(dirname(path), specifier))
}

/** `@scope/name` or `name` of each package of npm. */
function packagesOf({code}: SourceFile): readonly string[] {
  const foreign = specifiersOf(code).filter((specifier) => !/^(?:\.|node:)/.test(specifier))
  return foreign.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
}

/** What is wrong with the imports of these files, a line each. */
function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    const allowed = mayImport[room]
    if (allowed === undefined) return [`${file.path}: the folder ${room} has no line in the table`]
    const mayImportFrom = (target: string) => [room, ...allowed].includes(roomOf(target)) || allowed.includes(target)
    const files = importsOf(file).filter((target) => !mayImportFrom(target))
    const packages = packagesOf(file).filter((name) => !mayUse[room]?.includes(name))
    const lines = [...files, ...packages].map((target) => `${file.path} imports ${target}`)
    return isPure(room) && impure.test(withoutComments(file.code)) ? [...lines, `${file.path} is not pure`] : lines
  })
}

/** What a table allows to a room and none of its files asks for. */
function unusedLines(
  files: readonly SourceFile[],
  table: Readonly<Record<string, readonly string[]>>,
  askedBy: (file: SourceFile) => readonly string[],
): readonly {readonly room: string; readonly name: string}[] {
  return Object.entries(table).flatMap(([room, names]) => {
    const asked = new Set(files.filter(({path}) => roomOf(path) === room).flatMap(askedBy))
    return names.filter((name) => !asked.has(name)).map((name) => ({room, name}))
  })
}

/** A way from a file along its imports back to itself, types included; `undefined` if there is none. */
function circle(files: readonly SourceFile[]): readonly string[] | undefined {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]))
  const done = new Set<string>()
  const search = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const target of imports.get(path) ?? []) {
      const found = search(target, [...way, path])
      if (found !== undefined) return found
    }
    done.add(path)
    return undefined
  }
  for (const {path} of files) {
    const found = search(path, [])
    if (found !== undefined) return found
  }
  return undefined
}

function sourceFiles(): readonly SourceFile[] {
  const folder = join(root, 'src')
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path: relative(folder, path).replaceAll('\\', '/'), code: readFileSync(path, 'utf8')}))
}

describe('the rooms of the house', () => {
  const files = sourceFiles()

  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('import only downwards, and compute without clock, disk or chance', () => {
    expect(violations(files)).toEqual([])
  })

  it('import nothing that imports them, so that each file can be read after those it stands on', () => {
    expect(circle(files)).toBeUndefined()
    const planted = [
      {path: 'model/one.ts', code: "import type {Two} from './two.ts'"},
      {path: 'model/two.ts', code: "import {three} from './three.ts'"},
      {path: 'model/three.ts', code: "import {two} from './two.ts'"},
    ]
    expect(circle(planted)).toEqual(['model/two.ts', 'model/three.ts', 'model/two.ts'])
  })

  it('have no line for a folder that is gone, and none for an import that nobody has', () => {
    const folders = new Set(files.map(({path}) => roomOf(path)))
    expect([...Object.keys(mayImport), ...Object.keys(mayUse)].filter((room) => !folders.has(room))).toEqual([])
    // What every room may import is no arrow, so it need not be used.
    const floor = ['model', 'text', ...toolRooms]
    const targetsOf = (file: SourceFile) => importsOf(file).flatMap((target) => [target, roomOf(target)])
    expect(unusedLines(files, mayImport, targetsOf).filter(({name}) => !floor.includes(name))).toEqual([])
    expect(unusedLines(files, mayUse, packagesOf)).toEqual([])
  })

  it.each([
    ['a stage that imports a stage', 'render/planted.ts', "import {x} from '../read/read.ts'"],
    ['a type-only import across', 'render/planted.ts', "import type {x} from '../probe/probe.ts'"],
    ['a vocabulary that imports a stage', 'tags/planted.ts', "import {x} from '../serialise/rss.ts'"],
    ['the model importing anything', 'model/planted.ts', "import {x} from '../text/xml.ts'"],
    ['the command line reaching past the library', 'cli/planted.ts', "import {x} from '../uses/build.ts'"],
    ['a way past the door of a room', 'serialise/planted.ts', "import {x} from '../transcripts/align/align.ts'"],
    ['an inner room that imports its neighbour', 'rules/rss/planted.ts', "import {x} from '../atom/link-rules.ts'"],
    ['the pipeline that knows who runs it', 'plan/planted.ts', "import {openEngine} from '../engine/engine.ts'"],
    ['the pipeline that knows a thread', 'plan/feeds/planted.ts', "import {x} from '../../engine/judging/judging.ts'"],
    ['a new inner folder', 'rules/planted/planted.ts', 'export const x = 1'],
    ['a package that the room has no use for', 'model/planted.ts', "import {x} from 'yaml'"],
    ['a package in the model, as a type', 'model/planted.ts', "import type {Token} from 'marked'"],
    ['the types of such a package', 'lock/planted.ts', "import type {x} from '@scope/name/inner'"],
    ['a new folder', 'plugins/planted.ts', 'export const x = 1'],
    ['a clock in a pure room', 'serialise/planted.ts', 'export const x = Date.now()'],
    ['a dynamic import across', 'write/planted.ts', "const x = await import('../read/read.ts')"],
  ])('sees %s', (_name, path, code) => {
    expect(violations([{path, code}])).toHaveLength(1)
  })
})

describe('house rules', () => {
  const files = sourceFiles()

  it('names files after what is in them', () => {
    expect(
      files.map(({path}) => path).filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.ts$|\/)/.test(path)),
    ).toEqual([])
    expect(files.map(({path}) => path).filter((path) => path.endsWith('/index.ts'))).toEqual([])
  })
})
