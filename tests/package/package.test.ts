import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve, sep} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const now = '2026-11-22T00:00:00Z'
let folder: string
let show: string

/** The package as npm would publish it, unpacked beside a project of somebody else's. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-package-'))
  // What V8 compiled is kept beside the program by Node 20 (`src/cache/compiled-code.ts`), and is of no use elsewhere.
  mkdirSync(join(root, 'dist/bin/.compiled'), {recursive: true})
  writeFileSync(join(root, 'dist/bin/.compiled/of-this-machine'), 'code')
  execFileSync(process.execPath, [join(root, 'scripts/make-package.mjs')], {cwd: root})
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: join(root, 'dist/package'),
    encoding: 'utf8',
  })
  const [{filename}] = JSON.parse(packed.slice(packed.indexOf('[')))
  rmSync(join(root, 'dist/bin/.compiled/of-this-machine'))
  execFileSync('tar', ['-xzf', filename], {cwd: folder})
  show = join(folder, 'show')
  cpSync(join(root, 'episodes'), show, {recursive: true, filter: (path) => !path.endsWith('.castwright')})
  // What a project has of its own; the package itself finds nothing beside it.
  mkdirSync(join(folder, 'project'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'project/node_modules'), 'junction')
  writeFileSync(join(folder, 'project/package.json'), '{"type": "module"}')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A compiler that starts afresh on a machine that is busy with other tests. */
const compilesWithinMilliseconds = 120_000

/** As a project does that has the package among its dependencies. Fails with what the compiler says. */
function compile(files: readonly string[]) {
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    skipLibCheck: true,
    types: ['node'],
    noEmit: true,
    paths: {castwright: ['../package/dist/library/index.d.ts']},
  }
  writeFileSync(join(folder, 'project/tsconfig.json'), JSON.stringify({compilerOptions, files}))
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], {
    cwd: join(folder, 'project'),
    stdio: 'inherit',
  })
}

describe('the published package', () => {
  it('holds what it needs and nothing of the workshop', () => {
    const files = readdirSync(join(folder, 'package'), {recursive: true}).map(String)
    expect(files).toContain(join('dist', 'bin', 'castwright.js'))
    expect(files).toContain(join('dist', 'library', 'index.d.ts'))
    expect(files).toContain(join('docs', 'guide.md'))
    expect(files.filter((path) => path.includes('.compiled'))).toEqual([])
    expect(files.filter((path) => /^(src|tests|scripts|node_modules|episodes|output)\b/.test(path))).toEqual([])
    // In `dist` are the parts of two bundles, of which a command loads those that it needs; so it is their size that counts there.
    const parts = files.filter((path) => path.startsWith(`dist${sep}`))
    expect(files.length - parts.length).toBeLessThan(25)
    expect(parts.filter((path) => /\.\w+$/.test(path) && !/\.(?:js|json|txt|d\.ts)$/.test(path))).toEqual([])
    const sizeInBytes = (path: string) => statSync(join(folder, 'package', path)).size
    expect(files.reduce((sum, path) => sum + sizeInBytes(path), 0)).toBeLessThan(9_500_000)
  })

  it('builds the example show', () => {
    const main = join(folder, 'package/dist/bin/castwright.js')
    execFileSync(process.execPath, [main, 'build', show, '--out', 'site', '--now', now], {cwd: folder})
    expect(existsSync(join(folder, 'site/feed.xml'))).toBe(true)
  })

  it('bundles nothing but what anybody may pass on', () => {
    const text = readFileSync(join(folder, 'package/dist/bin/third-party-licences.txt'), 'utf8')
    const licences = [...text.matchAll(/^[@a-z][^\s]* \d\S* \(([^)]+)\)$/gm)].map(([, licence = '']) => licence)
    expect(licences.length).toBeGreaterThan(50)
    // OFL-1.1 is the licence of fonts: they may be sold as a part of a program, and their licence goes with them.
    const free = [
      'OFL-1.1',
      'MIT',
      'ISC',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'BlueOak-1.0.0',
      '0BSD',
      'Apache-2.0',
      'CC0-1.0',
    ]
    expect(licences.filter((licence) => !free.includes(licence))).toEqual([])
  })

  it.each(['bin', 'library'])(
    'lists for programs what is bundled in dist/%s, and it is what the licences are of',
    (part) => {
      const read = (name: string) => readFileSync(join(folder, 'package/dist', part, name), 'utf8')
      const {components}: {components: readonly {readonly 'bom-ref': string; readonly purl: string}[]} = JSON.parse(
        read('castwright.cdx.json'),
      )
      const licensed = [...read('third-party-licences.txt').matchAll(/^([@a-z][^\s]*) (\d\S*) \([^)]+\)$/gm)]
      expect(components.map((each) => each['bom-ref']).sort()).toEqual(
        licensed.map(([, name, version]) => `${name}@${version}`).sort(),
      )
      // These were missing in the list of npm, because packages for tests need them as well.
      expect(components.map(({purl}) => purl.replace(/@[^@]+$/, ''))).toEqual(
        expect.arrayContaining(['pkg:npm/yaml', 'pkg:npm/marked', 'pkg:npm/%40date-fns/tz']),
      )
    },
  )

  it('finds the guide that it carries', () => {
    const main = join(folder, 'package/dist/bin/castwright.js')
    const text = execFileSync(process.execPath, [main, 'help', 'the-lock'], {cwd: folder, encoding: 'utf8'})
    expect(text).toContain('castwright.lock.json')
  })

  it('is a library that builds as the program does', () => {
    const code = [
      "import {build} from './package/dist/library/index.js'",
      `const outcome = await build(${JSON.stringify(show)}, 'by-library', {now: new Date('${now}'), threads: 2})`,
      'process.exitCode = outcome.ok ? 0 : 1',
    ].join('\n')
    writeFileSync(join(folder, 'consumer.mjs'), code)
    execFileSync(process.execPath, ['consumer.mjs'], {cwd: folder})
    for (const path of ['feed.xml', 'index.html'])
      expect(readFileSync(join(folder, 'by-library', path), 'utf8')).toBe(
        readFileSync(join(folder, 'site', path), 'utf8'),
      )
  })

  // One start of the compiler for both.
  it('is a typed library, and what the examples of its documentation say', {
    timeout: compilesWithinMilliseconds,
  }, () => {
    const code = [
      "import {build, type Problem, type ProblemCode} from 'castwright'",
      "const outcome = await build('show', 'out', {now: new Date(0)})",
      'const problems: readonly Problem[] = outcome.problems',
      "export const known: ProblemCode = 'media-missing'",
      '// @ts-expect-error: codes are a closed list, of which this is none.',
      "export const unknown: ProblemCode = 'media-mising'",
      'export const published: number = outcome.ok ? outcome.value.published : problems.length',
    ].join('\n')
    const page = readFileSync(join(root, 'docs/api.md'), 'utf8')
    const examples = [...page.matchAll(/^```ts\n(import [\s\S]*?)^```$/gm)].map(([, each = '']) => each)
    expect(examples).toHaveLength(page.match(/^## /gm)?.length ?? 0)
    const files = [code, ...examples].map((each, index) => {
      const file = `example-${index}.ts`
      writeFileSync(join(folder, 'project', file), each)
      return file
    })
    compile(files)
  })

  it('has a manifest whose files exist', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
    const named = [manifest.bin.castwright, ...Object.values<string>(manifest.exports['.'])]
    for (const path of named) expect(existsSync(join(folder, 'package', path)), path).toBe(true)
  })
})
