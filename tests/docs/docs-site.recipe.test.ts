import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'

const root = resolve(import.meta.dirname, '../..')

const script = 'scripts/make-docs-site.mjs'

it.each(['castwright-docs-', 'castwright #docs-'])(
  'the documentation is a site, whose links lead somewhere: %s',
  (name) => {
    // VitePress writes beside the pages.
    const copy = mkdtempSync(join(tmpdir(), name))
    onTestFinished(() => rmSync(copy, {recursive: true, force: true}))
    for (const path of ['docs', 'schema', 'package.json', script])
      cpSync(join(root, path), join(copy, path), {recursive: true})
    execFileSync('npm', ['run', '--silent', 'docs:site'], {cwd: copy, stdio: 'pipe'})
    const site = join(copy, 'docs/.vitepress/dist')
    const pages = readdirSync(join(copy, 'docs'), {recursive: true, encoding: 'utf8'})
      .filter((path) => path.endsWith('.md'))
      .map((path) => path.replace(/\.md$/, '.html'))
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages) expect(existsSync(join(site, page)), page).toBe(true)
    const schemas = [...readFileSync(join(site, 'guide.html'), 'utf8').matchAll(/href="\.\.\/(schema\/[^"]+)"/g)]
    expect(schemas.length).toBeGreaterThan(0)
    for (const [, path = ''] of schemas) expect(existsSync(join(site, path)), path).toBe(true)
  },
)
