import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, it, onTestFinished} from 'vitest'
import {expectSite} from '../data/example-site.ts'
import {type LocalRegistry, openRegistry} from './local-registry.ts'
import {typed} from './reader.ts'

let registry: LocalRegistry

beforeAll(async () => {
  registry = await openRegistry()
})
afterAll(() => registry.close())

/** How an author's editor and CI hold the plugin against the real types of the generator. */
const typeChecks = {
  eleventy: {
    'check.mts': [
      "import type UserConfig from '@11ty/eleventy/UserConfig'",
      "import {castwrightPlugin} from 'castwright/eleventy'",
      '',
      'export function configure(config: UserConfig) {',
      "  config.addPlugin(castwrightPlugin, {show: 'show'})",
      "  castwrightPlugin(config, {show: 'show', frozen: true})",
      '  // @ts-expect-error: a plugin without its show.',
      '  castwrightPlugin(config, {})',
      '}',
    ].join('\n'),
  },
  astro: {
    'tsconfig.json': JSON.stringify({extends: 'astro/tsconfigs/strict', include: ['.astro/types.d.ts', '**/*']}),
  },
}

it.each([
  [
    'eleventy',
    '_site',
    'npx tsc --noEmit --strict --skipLibCheck --allowJs --maxNodeModuleJsDepth 1 --module nodenext --types node check.mts',
    'typescript@5 @types/node@20',
  ],
  ['astro', 'dist', 'npx astro check', 'typescript@5 @astrojs/check'],
] as const)('%s makes its site by the plugin, whose types fit', async (name, made, checkTypes, checkers) => {
  const home = mkdtempSync(join(tmpdir(), `castwright-${name}-`))
  onTestFinished(() => rmSync(home, {recursive: true, force: true, maxRetries: 3}))
  const examples = resolve(import.meta.dirname, '../../examples')
  for (const each of ['show', name]) cpSync(join(examples, each), join(home, each), {recursive: true})
  const site = join(home, name)
  const machine = {registry: registry.url, cache: join(home, 'cache')}
  const built = await typed('npm install\nnpm run build', site, {home, ...machine})
  expect(built.status, built.printed).toBe(0)
  const read = (path: string) => readFileSync(join(site, made, path), 'utf8')
  expectSite(read('index.html'), read('episodes/001-first-light/index.html'))
  expect(read('feed.xml')).toContain('<rss')
  for (const [path, text] of Object.entries(typeChecks[name])) writeFileSync(join(site, path), text)
  const checked = await typed(`npm install --no-save ${checkers}\n${checkTypes}`, site, {home, ...machine})
  expect(checked.status, checked.printed).toBe(0)
})
