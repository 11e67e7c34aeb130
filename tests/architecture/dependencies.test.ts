import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import typescript from 'typescript'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
type Versions = Readonly<Record<string, string>>
const manifest: {readonly dependencies: Versions; readonly optionalDependencies: Versions} = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)
const dependencies = Object.keys({...manifest.dependencies, ...manifest.optionalDependencies})

/** `@scope/name` or `name` of every package that a file of `src/` imports. The types of `hast` come from `@types/hast`. */
function importedPackages(): ReadonlySet<string> {
  const folder = join(root, 'src')
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'))
  const specifiers = files.flatMap((path) =>
    typescript.preProcessFile(readFileSync(join(folder, path), 'utf8')).importedFiles.map(({fileName}) => fileName),
  )
  const names = specifiers.flatMap((specifier) => /^(?!node:)(?:@[^/]+\/)?[\w-][^/]*/.exec(specifier)?.[0] ?? [])
  return new Set(names.map((name) => (name === 'hast' ? '@types/hast' : name)))
}

/** Every package that the table of CONTRIBUTING.md has a line for. */
function reasons(): readonly string[] {
  const [, section = ''] =
    /^## Dependencies\n([\s\S]*?)^## /m.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')) ?? []
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
}

describe('a dependency', () => {
  it('is imported in src, and what src imports is a dependency', () => {
    expect([...importedPackages()].sort()).toEqual(dependencies.toSorted())
  })

  it('has its reason in CONTRIBUTING.md', () => {
    expect(reasons().toSorted()).toEqual(dependencies.toSorted())
  })

  it('is pinned where we rely on what it does not promise', () => {
    expect(manifest.dependencies.marked).toMatch(/^\d+\.\d+\.\d+$/)
  })

  // `npm audit signatures` asks the registry, and mirrors of it do not answer. What it protects is that nobody gets other bytes.
  it('of any depth has the strongest hash that npm knows in the lock file, and comes from the registry that npm is set to', () => {
    const {
      packages,
    }: {readonly packages: Readonly<Record<string, {readonly integrity?: string; readonly resolved?: string}>>} =
      JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const locked = Object.entries(packages).filter(([path]) => path !== '')
    expect(locked.length).toBeGreaterThan(100)
    expect(
      locked.filter(([, {integrity}]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path),
    ).toEqual([])
    expect(locked.filter(([, {resolved}]) => resolved !== undefined).map(([path]) => path)).toEqual([])
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).not.toMatch(/registry=(?!true)|strict-ssl=false|script-shell/)
  })
})
