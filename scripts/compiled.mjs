// What is compiled, and whether `dist` is what comes of the sources as they are now. Without imports from npm, like `ready.mjs`.
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The hash of the sources that `dist` was compiled from. */
export const compiledStamp = join(root, 'dist/.compiled')

/** @param {string} path */
export function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** @param {readonly string[]} paths */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

export function compiledSources() {
  const found = readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true})
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path !== 'src/browser/scripts.ts')
  return [
    ...files.sort(),
    'tsconfig.json',
    'package-lock.json',
    'scripts/bundle.mjs',
    'scripts/bundling.mjs',
    'scripts/bill-of-materials.mjs',
    'scripts/page-scripts.mjs',
  ]
}

export function isCompiled() {
  return read(compiledStamp) === hashOf(compiledSources())
}
