import {hash} from 'node:crypto'
import {type Card, cardSize} from '../model/pictures-of-pages.ts'
import {mix, parseColour, type Rgb, readableOn} from '../text/colours.ts'
import {type CardGround, cardMargin, pictureSide, white} from './card-ground.ts'
import {Coverage, type Pixels} from './drawing/coverage.ts'
import {drawUprightBar} from './drawing/outline.ts'
import {drawableWords, drawLine, type Letters, openLetters, widthOf} from './letters/drawn-text.ts'
import {fitLines, lineHeight, shortened} from './letters/fitted-lines.ts'
import type {Sharp} from './sharp.ts'

// All measures are in pixels. The text begins and ends where the picture does.
const {widthInPixels: width, heightInPixels: height} = cardSize
const column = {left: cardMargin + pictureSide + 58, top: cardMargin, width: 538, height: pictureSide} as const
const sound = {height: 36, step: 13, bar: 5} as const
const soundTop = column.top + column.height - sound.height
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
  if (words === undefined) return encoded(sharp, pixels)
  const colour = readableOn(mix(parseColour(accent ?? '') ?? ground.strong ?? grey, white, 0.1), [ground.back])
  const said = sheets.pop() ?? Buffer.alloc(pixels.length)
  pixels.copy(said)
  drawText({bytes: said, widthInPixels: width}, font, {words, title, owner, colour})
  try {
    return await encoded(sharp, said)
  } finally {
    sheets.push(said)
  }
}

/** The pixels of cards that are encoded already. New ones for each card, two megabytes, cost more than the drawing. */
const sheets: Buffer[] = []

/** Without a table of codes for each picture, which takes as long as the rest and saves a tenth of the bytes. */
function encoded(sharp: Sharp, pixels: Buffer): Promise<Buffer> {
  return sharp(pixels, {raw: {width, height, channels: 3}})
    .jpeg({quality: 82, optimiseCoding: false})
    .toBuffer()
}

/** Empty between two cards, each of which is drawn in one go. */
let emptyCoverage: Coverage | undefined

type Said = {readonly words: readonly string[]; readonly title: string; readonly owner: string; readonly colour: Rgb}

/** Whose it is, the title, and the line of sound, in the column beside the picture. */
function drawText(pixels: Pixels, font: Letters, {words, title, owner, colour}: Said): void {
  emptyCoverage ??= new Coverage(width, height)
  const coverage = emptyCoverage
  const measure = (line: string) => widthOf(font, line)
  const room = {width: column.width, height: soundTop - column.top - ownerSize - 2 * gap}
  const {lines, size} = fitLines(words, room, measure)
  const whose = drawableWords(font, owner)?.join(' ') ?? ''
  const ownerHeight = whose === '' ? 0 : ownerSize + gap
  const top = column.top + (soundTop - column.top - gap - ownerHeight - lines.length * size * lineHeight) / 2
  for (const [index, line] of lines.entries())
    drawLine(coverage, font, line, {x: column.left, y: top + ownerHeight + size * (0.9 + index * lineHeight), size})
  coverage.paint(pixels, white)
  const ownerLine = shortened(whose, room.width / ownerSize, measure)
  drawLine(coverage, font, ownerLine, {x: column.left, y: top + ownerSize * 0.8, size: ownerSize})
  drawSound(coverage, pixels, {title, colour})
}

/** Bars as players draw sound, different for each title. The first third of them is drawn as heard. */
function drawSound(coverage: Coverage, pixels: Pixels, {title, colour}: Pick<Said, 'title' | 'colour'>): void {
  const bytes = Buffer.from(hash('sha512', title, 'hex'), 'hex')
  const count = Math.floor(column.width / sound.step)
  const heard = Math.ceil(count / 3)
  for (let index = 0; index < count; index += 1) {
    if (index === heard) coverage.paint(pixels, colour)
    const share = 0.16 + 0.84 * ((bytes[index % bytes.length] ?? 0) / 255) ** 1.4
    const tall = Math.round(sound.height * share)
    const at = {x: column.left + index * sound.step, y: soundTop + (sound.height - tall) / 2}
    drawUprightBar(coverage, {...at, width: sound.bar, height: tall})
  }
  coverage.paint(pixels, colour, 0.34)
}
