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
