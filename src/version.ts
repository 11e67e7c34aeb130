import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

/** One folder up from `src` and `dist`, two up from the bundle of the command line. */
function ownManifest(): unknown {
  try {
    return require('../package.json')
  } catch {
    return require('../../package.json')
  }
}

const manifest = ownManifest()

/** As in package.json. */
export const version: string =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'

/** Tells two builds of one version apart, in a clone of the repository: what the sources were that were compiled. */
export const buildMark: string = compiledFrom('./.compiled') ?? compiledFrom('../.compiled') ?? ''

function compiledFrom(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}
