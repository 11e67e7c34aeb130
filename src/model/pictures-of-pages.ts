import type {ImageFacts} from './media.ts'

/** What is made of a picture of the author's for pages. The address of what is made tells source and recipe, and never the bytes. */
export type PictureRecipe = Resized | Card | CoverColours

/** The picture in a size and a format of pages. */
export type Resized = {readonly kind: 'resized'; readonly widthInPixels: number; readonly format: PictureFormat}

/** What other sites show of a page: the picture beside a title, in the colours of the picture. */
export type Card = {
  readonly kind: 'card'
  readonly title: string
  /** Small, above the title: whose it is. */
  readonly owner: string
  /** As `#rrggbb`, where the author chose one; else it is that of the picture. */
  readonly accent?: string
}

/** A style sheet with the colour of the picture, for light pages and for dark ones. */
export type CoverColours = {readonly kind: 'colours'}

/** WebP is half as large; JPEG is what every program reads. */
export type PictureFormat = 'webp' | 'jpg'

export const pictureFormats = {webp: 'image/webp', jpg: 'image/jpeg'} as const satisfies Record<PictureFormat, string>

/** An icon, a cover on a phone or in a list, and a cover on a screen with small pixels. */
const widthsInPixels: readonly number[] = [96, 480, 960]
/** Faces stand beside names, 40 pixels wide. */
export const portraitWidthInPixels = 96

/** As Facebook, LinkedIn, Mastodon and others show it (https://developers.facebook.com/docs/sharing/webmasters/images). */
export const cardSize = {widthInPixels: 1200, heightInPixels: 630} as const

/** What a still picture with pixels may come in. A drawing is small in any size, and a GIF may move. */
const resizable: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])

export function isResizable({mimeType}: Pick<ImageFacts, 'mimeType'>): boolean {
  return resizable.has(mimeType)
}

/** The widths in which a picture is published for pages: those that are smaller than its own. */
export function smallerWidths(facts: ImageFacts): readonly number[] {
  return isResizable(facts) ? widthsInPixels.filter((width) => width < facts.widthInPixels) : []
}

/** `images/cover.png` at 480 pixels is `assets/pictures/cover-480.webp`. */
export function resizedPath(path: string, {widthInPixels, format}: Omit<Resized, 'kind'>): string {
  return path.replace(/^images\//, 'assets/pictures/').replace(/\.[^./]*$/, `-${widthInPixels}.${format}`)
}
