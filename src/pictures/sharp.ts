import {createRequire} from 'node:module'
import type sharpPackage from 'sharp'

export type Sharp = typeof sharpPackage

/** Not `import`: where the package could not be installed, all else works, and who has no pictures never loads it. */
const loadPackage = createRequire(import.meta.url)
let sharp: Sharp | undefined | 'missing'

export function loadedSharp(): Sharp | undefined {
  if (sharp === undefined) {
    try {
      sharp = loadPackage('sharp') as Sharp
    } catch {
      sharp = 'missing'
    }
  }
  return sharp === 'missing' ? undefined : sharp
}

/** Whether pictures can be made here: `sharp` is an optional dependency, with a part for each kind of machine. */
export function canMakePictures(): boolean {
  try {
    loadPackage.resolve('sharp')
    return loadedSharp() !== undefined
  } catch {
    return false
  }
}
