import {hash} from 'node:crypto'
import {type Card, cardSize} from '../model/pictures-of-pages.ts'
import {formatColour, mix, parseColour, type Rgb, readableOn} from '../text/colours.ts'
import {type CardGround, cardMargin, pictureSide, svg, white} from './card-ground.ts'
import {drawableWords, drawnLine, type Letters, openLetters, widthOf} from './letters/drawn-text.ts'
import {fitLines, lineHeight, shortened} from './letters/fitted-lines.ts'
import type {Sharp} from './sharp.ts'

// All measures are in pixels. The text begins and ends where the picture does.
const {widthInPixels: width, heightInPixels: height} = cardSize
const column = {left: cardMargin + pictureSide + 58, top: cardMargin, width: 538, height: pictureSide} as const
const sound = {height: 36, step: 13, bar: 5} as const
const soundTop = column.height - sound.height
const ownerSize = 30
/** The space between the name of the show and the title. */
const gap = 20

/** The colour of small text if the picture has no colour of its own. */
const grey: Rgb = [150, 142, 130]

/**
 * A card in the colours of the picture: the picture, whose it is, the title, and a line of sound. Where we have no letters for the title,
 * the picture alone.
 */
export async function card(sharp: Sharp, ground: CardGround, {title, owner, accent}: Card): Promise<Buffer> {
  const font = await openLetters()
  const words = drawableWords(font, title)
  const pixels = await ground.pixels(words === undefined ? 'alone' : 'beside')
  const colour = readableOn(mix(parseColour(accent ?? '') ?? ground.strong ?? grey, white, 0.1), [ground.back])
  const said =
    words === undefined ? pixels : withText(pixels, await textPixels(sharp, font, {words, title, owner, colour}))
  return sharp(said, {raw: {width, height, channels: 3}})
    .jpeg({quality: 82, chromaSubsampling: '4:4:4'})
    .toBuffer()
}

type Said = {readonly words: readonly string[]; readonly title: string; readonly owner: string; readonly colour: Rgb}

/** What is said on a card, as red, green, blue and cover of each pixel of its column. */
function textPixels(sharp: Sharp, font: Letters, {words, title, owner, colour}: Said): Promise<Buffer> {
  const measure = (line: string) => widthOf(font, line)
  const room = {width: column.width, height: soundTop - ownerSize - 2 * gap}
  const {lines, size} = fitLines(words, room, measure)
  const whose = drawableWords(font, owner)?.join(' ') ?? ''
  const ownerHeight = whose === '' ? 0 : ownerSize + gap
  const top = (soundTop - gap - ownerHeight - lines.length * size * lineHeight) / 2
  const ownerLine = drawnLine(font, shortened(whose, room.width / ownerSize, measure), {
    x: 0,
    y: top + ownerSize * 0.8,
    size: ownerSize,
  })
  const titleLines = lines.map((line, index) =>
    drawnLine(font, line, {x: 0, y: top + ownerHeight + size * (0.9 + index * lineHeight), size}),
  )
  const content = `<g fill="${formatColour(white)}">${titleLines.join('')}</g><g fill="${formatColour(colour)}">${ownerLine}${soundLine(title)}</g>`
  return sharp(svg(column.width, column.height, content))
    .ensureAlpha()
    .raw()
    .toBuffer()
}

/** Bars as players draw sound, different for each title. The first third of them is drawn as heard. */
function soundLine(title: string): string {
  const bytes = Buffer.from(hash('sha512', title, 'hex'), 'hex')
  const count = Math.floor(column.width / sound.step)
  const bars = Array.from({length: count}, (_, index) => {
    const share = 0.16 + 0.84 * ((bytes[index % bytes.length] ?? 0) / 255) ** 1.4
    const tall = Math.round(sound.height * share)
    const fade = index < count / 3 ? '' : ' opacity=".34"'
    return `<rect x="${index * sound.step}" y="${soundTop + (sound.height - tall) / 2}" width="${sound.bar}" height="${tall}" rx="${sound.bar / 2}"${fade}/>`
  })
  return bars.join('')
}

/** The pixels are mixed here, because `sharp` would convert the whole card and back, which takes four times as long. */
function withText(ground: Buffer, text: Buffer): Buffer {
  const pixels = Buffer.from(ground)
  for (let row = 0; row < column.height; row += 1) {
    let from = row * column.width * 4
    let to = ((column.top + row) * width + column.left) * 3
    for (let at = 0; at < column.width; at += 1, from += 4, to += 3) {
      const share = (text[from + 3] ?? 0) / 255
      if (share === 0) continue
      for (const part of [0, 1, 2]) {
        const [below, above] = [pixels[to + part] ?? 0, text[from + part] ?? 0]
        pixels[to + part] = Math.round(below + (above - below) * share)
      }
    }
  }
  return pixels
}
