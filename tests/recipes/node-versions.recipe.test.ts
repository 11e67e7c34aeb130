import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {hashesOf} from '../files-on-disk.ts'

const root = resolve(import.meta.dirname, '../..')
const now = '2026-11-22T00:00:00Z'
const isAuthored = (path: string) => !path.endsWith('.castwright')

/** What is published, without what a build keeps beside it. */
function published(output: string): Readonly<Record<string, string>> {
  rmSync(join(output, '.castwright'), {recursive: true})
  return Object.fromEntries(hashesOf(output))
}

/** Each version that is kept up, as npm has it: the package `node` holds the program. */
it.each(['20', '22', '24', '26'])('Node %s builds the example show byte for byte as this one does', async (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-node-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const name of ['here', 'there'])
    cpSync(join(root, 'episodes'), join(folder, name), {recursive: true, filter: isAuthored})
  expect(await build(join(folder, 'here'), join(folder, 'of-here'), {now: new Date(now)})).toMatchObject({ok: true})
  mkdirSync(join(folder, 'node'))
  // The package fetches its program in a script of its own, which is what it is for.
  execFileSync('npm', ['install', '--prefix', join(folder, 'node'), '--no-audit', '--no-fund', `node@${version}`], {
    stdio: 'ignore',
  })
  const node = join(folder, 'node/node_modules/node/bin/node')
  expect(execFileSync(node, ['--version'], {encoding: 'utf8'})).toMatch(new RegExp(`^v${version}\\.`))
  const words = ['build', join(folder, 'there'), '--out', join(folder, 'of-there'), '--now', now]
  execFileSync(node, [join(root, 'dist/bin/castwright.js'), ...words], {stdio: 'pipe'})
  expect(published(join(folder, 'of-there'))).toEqual(published(join(folder, 'of-here')))
})
