import type {ImageFacts} from './media.ts'

/** A picture in a size and a format for pages, made from the author's picture. */
export type Resized = {readonly widthInPixels: number; readonly format: PictureFormat}

/** WebP is half as large; JPEG is what every program reads. */
export type PictureFormat = 'webp' | 'jpg'

export const pictureFormats = {webp: 'image/webp', jpg: 'image/jpeg'} as const satisfies Record<PictureFormat, string>

/** An icon, a cover on a phone or in a list, and a cover on a screen with small pixels. */
const widthsInPixels: readonly number[] = [96, 480, 960]

/** The types of still pictures with pixels. A drawing is small in any size, and a GIF may move. */
const resizable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The widths in which a picture is published for pages: those that are smaller than its own. */
export function smallerWidths({mimeType, widthInPixels}: ImageFacts): readonly number[] {
  return resizable.has(mimeType) ? widthsInPixels.filter((width) => width < widthInPixels) : []
}

/** `images/cover.png` at 480 pixels is `assets/pictures/cover-480.webp`: the name tells source and recipe, and never the bytes. */
export function resizedPath(path: string, {widthInPixels, format}: Resized): string {
  return path.replace(/^images\//, 'assets/pictures/').replace(/\.[^./]*$/, `-${widthInPixels}.${format}`)
}
