import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-installed-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function run(command: string, words: readonly string[], cwd = folder) {
  const {status, stdout, stderr} = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return {status, text: `${stdout}${stderr}`}
}

/** What npm says where there is no network and nothing in its cache. */
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH/

describe('the package, installed by npm in an empty folder', () => {
  it('builds a show with npx castwright build', {timeout: 180_000}, (context) => {
    expect(run('npm', ['run', 'package'], root).status).toBe(0)
    expect(run('npm', ['pack', '--pack-destination', folder], join(root, 'dist/package')).status).toBe(0)
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
    const installed = run('npm', ['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund'])
    if (installed.status !== 0 && offline.test(installed.text))
      context.skip('npm cannot reach its registry, so the package was not installed')
    expect(installed, installed.text).toMatchObject({status: 0})

    cpSync(join(root, 'episodes'), join(folder, 'episodes'), {
      recursive: true,
      filter: (path) => !path.endsWith('.castwright'),
    })
    const words = ['castwright', 'build', '--now', '2026-11-22T00:00:00Z']
    const built = run('npx', ['--no-install', ...words])
    expect(built, built.text).toMatchObject({status: 0})
    for (const path of ['feed.xml', 'atom.xml', 'feed.json', 'index.html'])
      expect(existsSync(join(folder, 'output', path)), path).toBe(true)
    expect(run('npx', ['--no-install', ...words]).text).toMatch(/\b0 files written|nothing changed/i)
  })
})
