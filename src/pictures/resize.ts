import type {Resized} from '../model/pictures-of-pages.ts'
import type {Sharp} from './sharp.ts'

const quality = {webp: 78, jpg: 80} as const

/** Turned upright, in sRGB, without the notes of a camera. Of a damaged picture it keeps what can be seen. */
export async function resized(sharp: Sharp, file: string, {widthInPixels, format}: Resized): Promise<Buffer> {
  const picture = sharp(file, {failOn: 'none'}).rotate().resize({width: widthInPixels, withoutEnlargement: true})
  if (format === 'webp') return picture.webp({quality: quality.webp}).toBuffer()
  // JPEG has no transparency.
  return picture.flatten({background: '#fff'}).jpeg({quality: quality.jpg, progressive: true, mozjpeg: true}).toBuffer()
}
