// Writes the letters that cards are drawn with: the outlines of a font, so that a card needs no font of the machine and looks the same
// everywhere. To be run when the font or the characters change: `npm run letters`.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {create} from 'fontkit'
import {root} from './bundling.mjs'

const folder = join(root, 'node_modules/@fontsource/literata')
const target = join(root, 'src/pictures/letters/literata.ts')
const weight = 600
const parts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext']

/** Letters of Europe and Vietnam, and what stands between them: first and last of each row. What the font does not have is left out. */
const characters = [
  ' ~',
  '\u{a0}ž',
  'Ƈə',
  'Ơơ',
  'Ưư',
  'Ǎǧ',
  'Ǽț',
  'əə',
  'Άώ',
  'Ѐџ',
  'Ґґ',
  'Әә',
  'Ẁẅ',
  'ẞẞ',
  'Ạỹ',
  '‐‧',
  '\u{202f}›',
  '€€',
  '№™',
  '−−',
]
/** Pairs of these stand closer together or farther apart. Those of other letters are too rare to pay for their bytes. */
const kerned = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüßÀÁÈÉàáèéçñøå.,:;-–—’‘“”"\'!?()',
  'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
]

const fonts = parts.map((part) => {
  const font = create(readFileSync(join(folder, `files/literata-${part}-${weight}-normal.woff`)))
  if (!('layout' in font)) throw new Error(`${part} is a collection of fonts`)
  return font
})

/** @param {string} character */
function fontOf(character) {
  return fonts.find((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/**
 * An outline as SVG draws it, from point to point: steps are shorter to write than places.
 * @param {import('fontkit').Glyph} glyph
 */
function outlineOf({path}) {
  let [x, y] = [0, 0]
  let begin = [0, 0]
  return path.commands
    .map(({command, args}) => {
      if (command === 'closePath') {
        // There the next step begins.
        ;[x = 0, y = 0] = begin
        return 'z'
      }
      const steps = []
      for (let at = 0; at < args.length; at += 2) steps.push((args[at] ?? 0) - x, y - (args[at + 1] ?? 0))
      ;[x, y] = [args.at(-2) ?? x, args.at(-1) ?? y]
      if (command === 'moveTo') begin = [x, y]
      if (command === 'lineTo' && steps.every((step) => step === 0)) return ''
      const letter = {moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c'}[command]
      return (
        letter +
        steps
          .map((step) => Math.round(step))
          .join(' ')
          .replaceAll(' -', '-')
      )
    })
    .join('')
}

/** @param {string} pair */
function kerningOf(pair) {
  const font = fontOf(pair)
  if (font === undefined || font !== fontOf(pair.slice(1))) return 0
  const {positions, glyphs} = font.layout(pair, ['kern'])
  return glyphs.length < 2 ? 0 : Math.round((positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0))
}

/** @type {Record<string, readonly [advance: number, outline: string]>} */
const letters = {}
for (const [first = '', last = ''] of characters)
  for (let code = first.codePointAt(0) ?? 0; code <= (last.codePointAt(0) ?? 0); code += 1) {
    const glyph = fontOf(String.fromCodePoint(code))?.glyphForCodePoint(code)
    if (glyph !== undefined) letters[String.fromCodePoint(code)] = [Math.round(glyph.advanceWidth), outlineOf(glyph)]
  }
const pairs = kerned.flatMap((row) => [...row].flatMap((one) => [...row].map((other) => one + other)))
const kerning = Object.fromEntries(pairs.map((pair) => [pair, kerningOf(pair)]).filter(([, value]) => value !== 0))
const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const packed = brotliCompressSync(JSON.stringify({letters, kerning})).toString('base64')
writeFileSync(
  target,
  `// Made by \`npm run letters\` of @fontsource/literata ${version}, which its authors give away under the ${license}
// (https://github.com/googlefonts/literata). Its licence goes with every copy of it.

/** Outlines of ${Object.keys(letters).length} letters and ${Object.keys(kerning).length} pairs: JSON, as Brotli, as Base64. */
export const literata =
  '${packed}'
`,
)
console.log(
  `${target}: ${Object.keys(letters).length} letters, ${Object.keys(kerning).length} pairs, ${packed.length} bytes`,
)
