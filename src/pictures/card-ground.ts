import {cardSize} from '../model/pictures-of-pages.ts'
import {contrast, formatColour, mix, type Rgb} from '../text/colours.ts'
import {coloursOf} from './cover-colours.ts'
import type {Sharp} from './sharp.ts'

const {widthInPixels: width, heightInPixels: height} = cardSize
/** The margin around the picture of a card, in pixels. */
export const cardMargin = 84
export const pictureSide = height - 2 * cardMargin
const corner = 22

const black: Rgb = [10, 10, 11]
export const white: Rgb = [255, 252, 247]

/** What all cards of one picture share: everything but the text. */
export type CardGround = {
  /** The lightest colour behind the text. */
  readonly back: Rgb
  /** The main colour of the picture. */
  readonly strong?: Rgb
  /** The card without its text, as red, green and blue of each pixel: the picture beside the text, or alone in the middle. */
  readonly pixels: (at: 'beside' | 'alone') => Promise<Buffer>
}

export async function cardGround(sharp: Sharp, file: string): Promise<CardGround> {
  const [{strong, edge}, picture] = await Promise.all([coloursOf(sharp, file), rounded(sharp, file)])
  const back = darkened(edge)
  const drawn = new Map<string, Promise<Buffer>>()
  const draw = async (at: 'beside' | 'alone') => {
    const left = at === 'beside' ? cardMargin : (width - pictureSide) / 2
    const composed = sharp(sheet(back)).composite([{input: picture, left, top: cardMargin}])
    return composed.removeAlpha().raw().toBuffer()
  }
  const pixels = (at: 'beside' | 'alone') => {
    const pending = drawn.get(at) ?? draw(at)
    drawn.set(at, pending)
    return pending
  }
  return {back, pixels, ...(strong === undefined ? {} : {strong})}
}

/** The ground is dark, so that all covers stand out from it. Its hue is that of the picture's edge. */
function darkened(edge: Rgb): Rgb {
  const steps = [0, 0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.85, 0.9]
  return steps.map((share) => mix(edge, black, share)).find((each) => contrast(each, white) > 12) ?? black
}

/** It gets a little darker from one corner to the other. */
function sheet(back: Rgb): Buffer {
  const stops = [back, mix(back, black, 0.55)].map(
    (each, at) => `<stop offset="${at}" stop-color="${formatColour(each)}"/>`,
  )
  const gradient = `<linearGradient id="g" x1="0" y1="0" x2="1" y2="1">${stops.join('')}</linearGradient>`
  return svg(width, height, `<defs>${gradient}</defs><rect width="${width}" height="${height}" fill="url(#g)"/>`)
}

function svg(wide: number, high: number, content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${content}</svg>`)
}

/** The picture in a square with round corners, and a light line along its edge, because it may be as dark as the card. */
function rounded(sharp: Sharp, file: string): Promise<Buffer> {
  const side = pictureSide
  const shape = (look: string) =>
    svg(side, side, `<rect x=".5" y=".5" width="${side - 1}" height="${side - 1}" rx="${corner}" ${look}/>`)
  return sharp(file, {failOn: 'none'})
    .rotate()
    .resize(side, side)
    .flatten({background: '#fff'})
    .ensureAlpha()
    .composite([
      {input: shape('fill="none" stroke="#fff" stroke-opacity=".16"')},
      {input: shape('fill="#fff"'), blend: 'dest-in'},
    ])
    .png({compressionLevel: 1})
    .toBuffer()
}
