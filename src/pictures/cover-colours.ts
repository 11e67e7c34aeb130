import {type Palette, usualColours} from '../model/theme.ts'
import {formatColour, parseColour, type Rgb, readableOn} from '../text/colours.ts'
import type {Sharp} from './sharp.ts'

/** How many pixels a side are looked at. A smaller spot is not a colour of the picture. */
const sideInPixels = 48
/** The number of hues that are told apart. A picture has few of them. */
const hues = 24
/** If its strongest and weakest part differ less than this (of 255), a colour counts as grey. */
const leastChroma = 48
/** The share of its grey that is taken out of a colour. */
const greyTaken = 0.75
/** The part of a picture that must be coloured, so that the picture has a colour of its own. */
const leastShare = 0.04

/** The picture as it looks from a distance. */
export type PictureColours = {
  /** Its main colour: of its strong colours, the most frequent one. A grey picture has none. */
  readonly strong?: Rgb
  /** The average colour along its edges. */
  readonly edge: Rgb
}

export async function coloursOf(sharp: Sharp, file: string): Promise<PictureColours> {
  const {data} = await sharp(file, {failOn: 'none'})
    .rotate()
    .flatten({background: '#fff'})
    .toColourspace('srgb')
    .resize(sideInPixels, sideInPixels, {fit: 'fill'})
    .raw()
    .toBuffer({resolveWithObject: true})
  const channels = data.length / sideInPixels ** 2
  const pixels = Array.from({length: sideInPixels ** 2}, (_, index): Rgb => {
    const at = index * channels
    const [red = 0, green = red, blue = red] = channels < 3 ? [data[at]] : [data[at], data[at + 1], data[at + 2]]
    return [red, green, blue]
  })
  const edge = meanOf(pixels.filter((_, index) => isAtEdge(index)))
  const strong = strongest(pixels)
  return strong === undefined ? {edge} : {edge, strong}
}

function isAtEdge(index: number): boolean {
  const [column, row] = [index % sideInPixels, Math.floor(index / sideInPixels)]
  return [0, sideInPixels - 1].includes(column) || [0, sideInPixels - 1].includes(row)
}

function meanOf(pixels: readonly Rgb[]): Rgb {
  const [red, green, blue] = [0, 1, 2].map((part) => pixels.reduce((sum, pixel) => sum + (pixel[part] ?? 0), 0))
  const share = (sum = 0) => sum / Math.max(1, pixels.length)
  return [share(red), share(green), share(blue)]
}

type Sum = {weight: number; red: number; green: number; blue: number}

function strongest(pixels: readonly Rgb[]): Rgb | undefined {
  const sums = Array.from({length: hues}, (): Sum => ({weight: 0, red: 0, green: 0, blue: 0}))
  for (const [red, green, blue] of pixels) {
    const chroma = Math.max(red, green, blue) - Math.min(red, green, blue)
    const sum = chroma < leastChroma ? undefined : sums[hueOf([red, green, blue], chroma)]
    if (sum === undefined) continue
    // A strong colour counts for more than a pale one, as it does to the eye.
    const weight = (chroma / 255) ** 2
    sum.weight += weight
    sum.red += red * weight
    sum.green += green * weight
    sum.blue += blue * weight
  }
  const best = sums.reduce((one, other) => (other.weight > one.weight ? other : one))
  if (best.weight < pixels.length * leastShare) return undefined
  return [best.red / best.weight, best.green / best.weight, best.blue / best.weight]
}

function hueOf([red, green, blue]: Rgb, chroma: number): number {
  const most = Math.max(red, green, blue)
  const sixth =
    most === red
      ? ((green - blue) / chroma + 6) % 6
      : most === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4
  return Math.floor((sixth / 6) * hues) % hues
}

/** The accent of pages: the colour nearest to that of the cover that can be read on all backgrounds of pages. */
export async function coloursStyle(sharp: Sharp, file: string): Promise<string> {
  const {strong: colour} = await coloursOf(sharp, file)
  if (colour === undefined) return '/* The cover has no colour of its own. */\n'
  const [light, dark] = [usualColours.light, usualColours.dark].map((palette) => accentOn(colour, palette))
  return `:root { --accent: ${light}; }\n@media (prefers-color-scheme: dark) { :root { --accent: ${dark}; } }\n`
}

/** The same colour with less grey, because a yellow that is dark enough to be read would look like mud. */
function vivid(colour: Rgb): Rgb {
  const [least, most] = [Math.min(...colour), Math.max(...colour)]
  const without = (part: number) => ((part - least * greyTaken) / (most - least * greyTaken)) * most
  return [without(colour[0]), without(colour[1]), without(colour[2])]
}

function accentOn(colour: Rgb, {background, card, highlight}: Required<Palette>): string {
  const behind = [background, card, highlight].map(parseColour).filter((each) => each !== undefined)
  return formatColour(readableOn(vivid(colour), behind))
}
