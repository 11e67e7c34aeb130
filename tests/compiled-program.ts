import {existsSync} from 'node:fs'
import {dirname, posix, resolve} from 'node:path'
import type {Plugin} from 'vitest/config'
import {isCompiled} from '../scripts/compiled.mjs'

const withSlashes = (path: string) => path.replaceAll('\\', '/')
const root = withSlashes(resolve(import.meta.dirname, '..'))
const sources = posix.join(root, 'src/')

/** What Node loads by itself, as it loads packages. */
export const compiledFiles: RegExp = /\/dist\/.*\.js$/

/**
 * Gives tests that import a source what was compiled of it, if that is current, as it is for `npm test`: Node loads a thousand modules
 * faster than Vite transforms them. A test by hand after an edit gets the sources, and so do tests that run
 * again at each edit (`vitest` without `run`).
 */
export function compiledProgram(): readonly Plugin[] {
  if (!process.argv.includes('run') || !isCompiled()) return []
  return [
    {
      name: 'compiled-program',
      enforce: 'pre',
      resolveId(source, importer) {
        if (importer === undefined || !source.startsWith('.') || !source.endsWith('.ts')) return undefined
        const path = withSlashes(resolve(dirname(importer), source))
        if (!path.startsWith(sources)) return undefined
        const compiled = `${root}/dist/${path.slice(sources.length, -'.ts'.length)}.js`
        return existsSync(compiled) ? {id: compiled, external: true} : undefined
      },
    },
  ]
}
