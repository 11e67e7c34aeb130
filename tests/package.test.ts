import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')
let folder: string

/** The package as npm would publish it, unpacked into a project of somebody else's. Its dependencies are those here: no network. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-package-'))
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  const [{filename}] = JSON.parse(packed.slice(packed.indexOf('[')))
  execFileSync('tar', ['-xzf', filename], {cwd: folder})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('the published package', () => {
  it('holds what it needs and nothing of the workshop', () => {
    const files = readdirSync(join(folder, 'package'), {recursive: true}).map(String)
    expect(files).toContain(join('dist', 'bin', 'castwright.js'))
    expect(files).toContain(join('dist', 'index.d.ts'))
    expect(files.filter((path) => /^(src|tests|scripts|node_modules|output)\b/.test(path))).toEqual([])
  })

  it('builds the example show that it carries', () => {
    const main = join(folder, 'package/dist/bin/castwright.js')
    execFileSync(
      process.execPath,
      [main, 'build', 'package/episodes', '--out', 'site', '--now', '2026-11-22T00:00:00Z'],
      {cwd: folder},
    )
    expect(existsSync(join(folder, 'site/feed.xml'))).toBe(true)
  })

  it('is a typed library for a TypeScript project', () => {
    const code = [
      "import {build, type Problem} from './package/dist/index.js'",
      "const outcome = await build('package/episodes', 'out', {now: new Date(0)})",
      'const problems: readonly Problem[] = outcome.problems',
      'export const published: number = outcome.ok ? outcome.value.published : problems.length',
    ].join('\n')
    writeFileSync(join(folder, 'consumer.ts'), code)
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--skipLibCheck',
      '--types',
      'node',
      '--noEmit',
      'consumer.ts',
    ]
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], {
      cwd: folder,
      stdio: 'inherit',
    })
  })

  it('has a manifest whose files exist', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
    const named = [manifest.bin.castwright, ...Object.values<string>(manifest.exports['.'])]
    for (const path of named) expect(existsSync(join(folder, 'package', path)), path).toBe(true)
  })
})
