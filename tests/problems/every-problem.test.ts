import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import typescript from 'typescript'
import {describe, expect, it} from 'vitest'
import {problemKinds} from '../../src/index.ts'
import {problemTables} from '../../src/problems/all-problems.ts'

const folder = resolve(import.meta.dirname, '..')

/** Tables that a test of another file goes through: `author-actions.test.ts` expects of each row the codes that it names. */
const tablesElsewhere: readonly string[] = [
  'witness/actions-in-time.ts',
  'witness/actions-on-episodes.ts',
  'witness/actions-on-show.ts',
]

/** The codes that a test expects of something that the program returned. That a code merely occurs in a test proves nothing. */
function expectedCodes(path: string, text: string): ReadonlySet<string> {
  const source = typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true)
  const tables = new Set<string>()
  const found = new Map<typescript.Node, readonly string[]>()
  const visit = (node: typescript.Node): void => {
    if (typescript.isStringLiteralLike(node) || typescript.isTemplateHead(node)) {
      // Some tests say code, line and message as one text.
      const codes = node.text.split(/[\s:]+/).filter((word) => Object.hasOwn(problemKinds, word))
      if (codes.length > 0) found.set(node, codes)
    }
    if (isTableOfTests(node))
      for (const table of node.arguments) if (typescript.isIdentifier(table)) tables.add(table.text)
    typescript.forEachChild(node, visit)
  }
  visit(source)
  const isElsewhere = tablesElsewhere.includes(path)
  return new Set([...found].flatMap(([node, codes]) => (isElsewhere || isExpected(node, tables) ? codes : [])))
}

/** Whether a literal stands in what a matcher is given, or in a table of which each row is a test. */
function isExpected(literal: typescript.Node, tables: ReadonlySet<string>): boolean {
  for (let node = literal; !typescript.isSourceFile(node); node = node.parent) {
    const {parent} = node
    if (typescript.isCallExpression(parent) && parent.expression !== node && isMatcher(parent)) return true
    if (isTableOfTests(parent) && parent.expression !== node) return true
    if (typescript.isVariableDeclaration(parent) && tables.has(parent.name.getText())) return true
  }
  return false
}

/** `expect(…).toEqual(…)` and its like, but for `expect(…).not`. */
function isMatcher({expression}: typescript.CallExpression): boolean {
  const text = expression.getText()
  return /^expect\b/.test(text) && /\.to[A-Z]\w*$/.test(text) && !/\.not\./.test(text)
}

function isTableOfTests(node: typescript.Node): node is typescript.CallExpression {
  return typescript.isCallExpression(node) && /^(?:it|test|describe)\b.*\.each$/.test(node.expression.getText())
}

describe('every problem', () => {
  it('is in one table', () => {
    const codes = Object.values(problemTables).flatMap((kinds) => Object.keys(kinds))
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })

  it.each([
    ['an expectation', "expect(codes(x)).toEqual(['media-missing'])", true],
    ['one of a promise', "await expect(x).resolves.toMatchObject([{code: 'media-missing'}])", true],
    ['a line of an expectation', "expect(said).toEqual(['error media-missing 3'])", true],
    ['a table', "it.each([['x', 'media-missing']])('%s', () => {})", true],
    ['a typed table', "test.each<Row>([{code: 'media-missing'}])('%s', () => {})", true],
    ['a table with a name', "const rows = [['media-missing']]\nit.each(rows)('%s', () => {})", true],
    ['an option', "build(x, {accept: ['media-missing']})", false],
    ['a title', "it('media-missing', () => {})", false],
    ['what is not expected', "expect(x).not.toContain('media-missing')", false],
    ['what was given to the program', "expect(check('media-missing')).toEqual([])", false],
  ])('in %s is told from one that is only named', (_, code, isFound) => {
    expect([...expectedCodes('planted.test.ts', code)]).toEqual(isFound ? ['media-missing'] : [])
  })

  const shows = readdirSync(join(folder, 'fixtures/invalid'))
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') || tablesElsewhere.includes(path))
    .filter((path) => path !== 'problems/every-problem.test.ts')
  const expected = new Set(files.flatMap((path) => [...expectedCodes(path, readFileSync(join(folder, path), 'utf8'))]))

  // Rules for feeds are provoked by their own examples (tests/rules/every-rule.test.ts), shows in fixtures/invalid/ by the code that is
  // their name (invalid-shows.test.ts).
  const others = Object.entries(problemKinds).filter(([, kind]) => !('profiles' in kind))
  it.each(others.map(([code]) => code))('%s is what a test expects', (code) => {
    expect(shows.includes(code) || expected.has(code)).toBe(true)
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
