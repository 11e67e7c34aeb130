import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {exampleSite, expectSite} from './example-site.ts'

/** They are installed from npm: without a network these tests are skipped. */
it.each([
  ['eleventy', 'castwright', '_site', ['eleventy']],
  ['astro', 'public', 'dist', ['astro', 'build']],
] as const)(
  '%s makes its site of the data',
  async (name, into, made, command) => {
    const site = await exampleSite(name, into)
    const run = (program: string, words: readonly string[]) =>
      spawnSync(program, words, {cwd: site, encoding: 'utf8', env: {...process.env, ASTRO_TELEMETRY_DISABLED: '1'}})
    const installed = run('npm', ['install', '--no-audit', '--no-fund'])
    if (installed.status !== 0 && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(installed.stderr)) return
    expect([installed.status, installed.stderr]).toEqual([0, expect.anything()])
    const {status, stderr} = run('npx', ['--no', ...command])
    expect([status, stderr]).toEqual([0, expect.anything()])
    const read = (path: string) => readFileSync(join(site, made, path), 'utf8')
    expectSite(read('index.html'), read('episodes/001-first-light/index.html'))
    expect(read('feed.xml')).toContain('<rss')
  },
  600_000,
)
