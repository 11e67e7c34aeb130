import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** The folder of real material beside the checkout. It is other people's work and not part of the repository. */
export const materialFolder = resolve(process.env.CASTWRIGHT_MATERIAL ?? '../shared')

/** Whether `path` is there; if not, says so once, so that a skipped run is not taken for a passed one. */
export function hasMaterial(path: string): boolean {
  const isThere = existsSync(join(materialFolder, path))
  if (!isThere) process.stderr.write(`skipped: no ${path} in ${materialFolder} (set CASTWRIGHT_MATERIAL)\n`)
  return isThere
}

export function readMaterial(path: string): string {
  return readFileSync(join(materialFolder, path), 'utf8')
}
