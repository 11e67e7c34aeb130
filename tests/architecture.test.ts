import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, posix, relative, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Which room may import which. A folder that is not listed may import nothing, so a new one fails until it is decided. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  text: ['text'],
  // What pages and feeds say themselves, in the languages of listeners.
  words: ['words'],
  tags: ['tags', 'words', 'model', 'text'],
  transcripts: ['transcripts', 'model', 'text'],
  chapters: ['chapters', 'model', 'text'],
  // Judges any feed, ours or not, so it knows vocabularies and no stage.
  rules: ['rules', 'model', 'text', 'tags'],
  // What each app makes of an episode.
  apps: ['apps', 'model', 'text', 'chapters'],
  // What was published before, and what a build would change of it.
  compare: ['compare', 'model', 'text'],
  lock: ['lock', 'model', 'text'],
  // What a new show and its automation are made of.
  init: ['init', 'model', 'text'],
  // How what is waiting is told to schedulers and people.
  schedule: ['schedule', 'model', 'text'],
  // How web servers are told to serve what was planned.
  hosting: ['hosting', 'model', 'text'],
  // What becomes of a finished output: it is carried to a store, and those who wait for it are told.
  deploy: ['deploy', 'model', 'text'],
  notify: ['notify', 'model', 'text'],
  // What only shows when all of a show is seen together.
  checks: ['checks', 'model', 'text'],
  // How the author's own text is mended where that is certain.
  fixes: ['fixes', 'model', 'text'],
  read: ['read', 'model', 'text', 'tags', 'transcripts', 'chapters'],
  probe: ['probe', 'model', 'text', 'tags', 'transcripts', 'chapters'],
  render: ['render', 'words', 'model', 'text', 'tags', 'transcripts', 'chapters'],
  serialise: ['serialise', 'words', 'model', 'text', 'tags', 'transcripts', 'chapters'],
  write: ['write', 'model', 'text'],
  // Keeps what builds may use again; knows nothing of what that is.
  cache: ['cache'],
  // The pipeline in its order, over all episodes of a show. `build`, `check` and their like are thin layers over it.
  plan: [
    'plan',
    'version.ts',
    'model',
    'text',
    'tags',
    'transcripts',
    'chapters',
    'words',
    'rules',
    'checks',
    'lock',
    'hosting',
    'read',
    'probe',
    'render',
    'serialise',
    'write',
    'cache',
  ],
  '.': [
    '.',
    'plan',
    'model',
    'text',
    'tags',
    'transcripts',
    'chapters',
    'words',
    'rules',
    'apps',
    'checks',
    'fixes',
    'lock',
    'compare',
    'schedule',
    'hosting',
    'init',
    'deploy',
    'notify',
    'read',
    'probe',
    'render',
    'serialise',
    'write',
    'cache',
  ],
  // What comes before the program is loaded, the command line cannot get from it.
  cli: ['cli', 'index.ts', 'plan/threads.ts', 'cache/compiled-code.ts'],
}

/** Rooms that compute: the same input must give the same bytes on any machine, at any time. */
const pure = [
  'apps',
  'words',
  'model',
  'text',
  'tags',
  'transcripts',
  'chapters',
  'rules',
  'checks',
  'fixes',
  'lock',
  'compare',
  'schedule',
  'hosting',
  'render',
  'serialise',
]
const impure = /from 'node:|import\('node:|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\./

type SourceFile = {readonly path: string; readonly code: string}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '.'
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function importsOf({path, code}: SourceFile): readonly string[] {
  const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(
    ([, specifier]) => specifier ?? '',
  )
  return specifiers.map((specifier) => posix.join(dirname(path), specifier))
}

/** What is wrong with the imports of these files, a line each. */
function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    const allowed = mayImport[room]
    if (allowed === undefined) return [`${file.path}: the folder ${room} has no line in the table`]
    const wrong = importsOf(file).filter((target) => !allowed.includes(roomOf(target)) && !allowed.includes(target))
    const lines = wrong.map((target) => `${file.path} imports ${target}`)
    return pure.includes(room) && impure.test(withoutComments(file.code))
      ? [...lines, `${file.path} is not pure`]
      : lines
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

  it.each([
    ['a stage that imports a stage', 'render/planted.ts', "import {x} from '../read/read.ts'"],
    ['a type-only import across', 'render/planted.ts', "import type {x} from '../probe/probe.ts'"],
    ['a vocabulary that imports a stage', 'tags/planted.ts', "import {x} from '../serialise/rss.ts'"],
    ['the model importing anything', 'model/planted.ts', "import {x} from '../text/xml.ts'"],
    ['the command line reaching past the library', 'cli/planted.ts', "import {x} from '../build.ts'"],
    ['a new folder', 'plugins/planted.ts', 'export const x = 1'],
    ['a clock in a pure room', 'serialise/planted.ts', 'export const x = Date.now()'],
    ['a dynamic import across', 'write/planted.ts', "const x = await import('../read/read.ts')"],
  ])('sees %s', (_name, path, code) => {
    expect(violations([{path, code}])).toHaveLength(1)
  })
})

describe('house rules', () => {
  const files = sourceFiles()

  it('keeps files short enough to hold one idea', () => {
    const long = files.filter(({code}) => code.split('\n').length > 300).map(({path}) => path)
    expect(long).toEqual([])
  })

  it('names files after what is in them', () => {
    expect(
      files.map(({path}) => path).filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.ts$|\/)/.test(path)),
    ).toEqual([])
    expect(files.map(({path}) => path).filter((path) => path.endsWith('/index.ts'))).toEqual([])
  })
})
