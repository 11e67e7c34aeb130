import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type sharpPackage from 'sharp'
import type {Resized} from '../model/picture-sizes.ts'

type Sharp = typeof sharpPackage

/** This is no `import`: if the package could not be installed, all else works, and a show without pictures never loads it. */
const loadPackage = createRequire(import.meta.url)
let sharp: Sharp | undefined | 'missing'

function loaded(): Sharp | undefined {
  if (sharp === undefined) {
    try {
      sharp = loadPackage('sharp') as Sharp
    } catch {
      sharp = 'missing'
    }
  }
  return sharp === 'missing' ? undefined : sharp
}

/** Whether pictures can be made smaller here: `sharp` is an optional dependency, with a part for each kind of machine. */
export function canResize(): boolean {
  try {
    loadPackage.resolve('sharp')
    return loaded() !== undefined
  } catch {
    return false
  }
}

const quality = {webp: 78, jpg: 80} as const

/**
 * The picture in `file` for pages: upright, in the colours of the web, without what a camera wrote into it. Of a damaged picture,
 * as much as can be seen. If it cannot be read at all, its own bytes, which browsers show as far as they can. A picture never
 * stops a build.
 */
export async function resize(file: string, resized: Resized): Promise<Buffer> {
  try {
    return await made(file, resized)
  } catch {
    return readFile(file)
  }
}

async function made(file: string, {widthInPixels, format}: Resized): Promise<Buffer> {
  const make = loaded()
  if (make === undefined) throw new Error('sharp is not installed')
  const picture = make(file, {failOn: 'none'}).rotate().resize({width: widthInPixels, withoutEnlargement: true})
  if (format === 'webp') return picture.webp({quality: quality.webp}).toBuffer()
  // JPEG has no transparency.
  return picture.flatten({background: '#fff'}).jpeg({quality: quality.jpg, progressive: true, mozjpeg: true}).toBuffer()
}
