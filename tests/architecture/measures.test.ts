import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import typescript from 'typescript'
import {describe, expect, it} from 'vitest'

/** How large things may become, as the compiler sees them, and where tests are found. */

const root = resolve(import.meta.dirname, '../..')

const mostLinesOfFile = 280
const mostLinesOfFunction = 60
const mostLinesOfDescription = 150
const mostFilesOfFolder = 25

/** Tables that are read a row at a time: to cut them in two would make no row easier to find. */
const vocabularyTables = ['scripts/docs/api-sections.mjs', 'tests/architecture/rooms.ts']

/** Folders of a vocabulary, where a new word is a new file. */
const vocabularyFolders = ['src/cli/commands', 'tests/rules/messages']

type CodeFile = {readonly path: string; readonly code: string}

function codeIn(folder: string): readonly CodeFile[] {
  const entries = readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|cjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path: relative(root, path).replaceAll('\\', '/'), code: readFileSync(path, 'utf8')}))
    .filter(({path}) => !path.startsWith('tests/fixtures/'))
}

type Measured = {readonly path: string; readonly line: number; readonly lines: number; readonly describes: boolean}

function lineCount(code: string): number {
  return code.split('\n').length - 1
}

/** Every function with a body, and how many lines it has; `describes`: it is the callback of a `describe`. */
function functionsOf({path, code}: CodeFile): readonly Measured[] {
  const source = typescript.createSourceFile(path, code, typescript.ScriptTarget.Latest, true)
  const found: Measured[] = []
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const visit = (node: typescript.Node): void => {
    if (typescript.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const line = lineAt(node.getStart())
      found.push({path, line: line + 1, lines: lineAt(node.end) - line + 1, describes: isDescription(node)})
    }
    typescript.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isDescription({parent}: typescript.Node): boolean {
  return typescript.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText())
}

function longerThan(most: number, functions: readonly Measured[]): readonly string[] {
  return functions.filter(({lines}) => lines > most).map(({path, line, lines}) => `${path}:${line} has ${lines} lines`)
}

/** The folders of files, each with how many there are. */
function filesByFolder(files: readonly CodeFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {path} of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return counts
}

describe('the measures of the house', () => {
  const program = ['src', 'scripts'].flatMap(codeIn)
  const tests = codeIn('tests')

  it.each([
    ['a function', 'export function x() {\n1\n}', 3],
    ['a method', 'export const x = {\ny() {\n\n\n}}', 4],
    ['an arrow', 'export const x = (\n) => {\n}', 3],
    ['an inner function', 'export const x = 1; {\nfunction y() {\n} }', 2],
  ])('see %s', (_, code, lines) => {
    expect(functionsOf({path: 'planted.ts', code}).map((each) => each.lines)).toEqual([lines])
  })

  it('see a description', () => {
    const [found] = functionsOf({path: 'planted.ts', code: "describe.skipIf(x)('y', () => {\n\n})"})
    expect(found).toMatchObject({describes: true, lines: 3})
  })

  it(`are ${mostLinesOfFile} lines for a file`, () => {
    const long = program.filter(({code}) => lineCount(code) > mostLinesOfFile).map(({path}) => path)
    expect(long.filter((path) => !vocabularyTables.includes(path))).toEqual([])
  })

  it(`are ${mostLinesOfFunction} lines for a function`, () => {
    // A shorter file has no longer function, and need not be parsed.
    const long = program.filter(({code}) => lineCount(code) > mostLinesOfFunction)
    expect(longerThan(mostLinesOfFunction, long.flatMap(functionsOf))).toEqual([])
  })

  it(`are ${mostLinesOfDescription} lines for a description of tests`, () => {
    const long = tests.filter(({code}) => lineCount(code) > mostLinesOfDescription)
    const descriptions = long.flatMap(functionsOf).filter(({describes}) => describes)
    expect(descriptions.length).toBeGreaterThan(50)
    expect(longerThan(mostLinesOfDescription, descriptions)).toEqual([])
  })

  it(`are ${mostFilesOfFolder} files for a folder`, () => {
    const folders = [...filesByFolder([...program, ...tests])]
    const large = folders.filter(([, count]) => count > mostFilesOfFolder)
    expect(large.filter(([folder]) => !vocabularyFolders.includes(folder))).toEqual([])
  })

  it('except no table that is short', () => {
    const files = new Map([...program, ...tests].map(({path, code}) => [path, code]))
    const long = (path: string) => (files.get(path)?.split('\n').length ?? 0) > mostLinesOfFile
    expect(vocabularyTables.filter((path) => !long(path))).toEqual([])
  })
})

/** Folders of tests that are about no one room. */
const topics: Readonly<Record<string, string>> = {
  architecture: 'the house itself',
  browser: 'pages and feeds in Chromium',
  clients: 'output read by programs of other people',
  docs: 'generated pages',
  feeds: 'feeds of a show, from show.yaml to the file',
  kills: 'builds that are killed at any instant',
  machines: 'other systems, other users and short means',
  messy: 'what people write instead of what was meant',
  network: 'shows that are built together',
  package: 'what npm publishes',
  published: 'what fixture shows publish, against their sources',
  real: 'shows of other people',
  recipes: 'what docs/recipes and examples/ tell, followed word for word',
  'rules/messages': 'what the W3C validator says, a row a message',
}

describe('the tests', () => {
  const folders = new Set(codeIn('tests').map(({path}) => dirname(path).replace(/^tests\/?/, '')))

  it('lie where what they test lies in src, or under a topic', () => {
    const known = (folder: string) => existsSync(join(root, 'src', folder)) || Object.hasOwn(topics, folder)
    expect([...folders].filter((folder) => !known(folder))).toEqual([])
    expect(Object.keys(topics).filter((topic) => !folders.has(topic))).toEqual([])
  })
})
