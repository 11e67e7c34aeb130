import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const publicRegistry = 'https://registry.npmjs.org'

/** A registry of npm that has Castwright as it would be published, and sends whoever wants another package to the public one. */
export type LocalRegistry = {readonly url: string; readonly close: () => void}

/** Makes the package of the sources, as `npm publish` would send it. */
function packed(): {readonly manifest: Readonly<Record<string, unknown>>; readonly tarball: Buffer} {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-packed-'))
  try {
    const run = (command: string, words: readonly string[], cwd: string) => {
      const {status, stderr} = spawnSync(command, words, {cwd, encoding: 'utf8'})
      if (status !== 0) throw new Error(stderr)
    }
    run(process.execPath, ['scripts/make-package.mjs'], root)
    run('npm', ['pack', '--silent', '--pack-destination', folder], join(root, 'dist/package'))
    const [name = ''] = readdirSync(folder)
    const manifest = JSON.parse(readFileSync(join(root, 'dist/package/package.json'), 'utf8'))
    return {manifest, tarball: readFileSync(join(folder, name))}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

export async function openRegistry(): Promise<LocalRegistry> {
  const {manifest, tarball} = packed()
  const version = String(manifest.version)
  const server = createServer(({url = ''}, response) => {
    if (url.endsWith('.tgz') && url.startsWith('/castwright/')) response.end(tarball)
    else if (url !== '/castwright') response.writeHead(302, {Location: publicRegistry + url}).end()
    else {
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
      const dist = {tarball: `${address()}castwright/-/castwright-${version}.tgz`, integrity}
      response.setHeader('Content-Type', 'application/json')
      response.end(
        JSON.stringify({
          name: 'castwright',
          'dist-tags': {latest: version},
          versions: {[version]: {...manifest, dist}},
        }),
      )
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {url: address(), close: () => server.close()}
}
