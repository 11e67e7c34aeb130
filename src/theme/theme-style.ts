import {fileKinds} from '../file-kinds/all-kinds.ts'
import type {Place, Problem} from '../model/problem.ts'
import {
  type ColourName,
  type FontChoice,
  type FontStyle,
  type FontUse,
  type Palette,
  type ThemeSettings,
  usualColours,
} from '../model/theme.ts'
import {contrast, formatColour, leastTextContrast, parseColour, type Rgb, readableOn} from '../text/colours.ts'
import {problem} from './theme-problems.ts'

/** The names of the colours in our own style sheet. */
const variables: Readonly<Record<ColourName, string>> = {
  accent: '--accent',
  background: '--paper',
  card: '--card',
  text: '--ink',
  soft: '--soft',
  line: '--line',
  highlight: '--heard',
}

/** What a theme says of colours and fonts, as a style sheet. `pathOf` gives the published path of a font, seen from the style sheet. */
export function settingsStyle({colours, fonts}: ThemeSettings, pathOf: (file: string) => string | undefined): string {
  const light = colours === undefined ? '' : rootRule(colours.light)
  const dark = colours === undefined ? '' : rootRule(darkOf(colours))
  const inDark = dark === '' ? '' : `@media (prefers-color-scheme: dark) {\n${dark}}\n`
  return light + inDark + fontRules(fonts ?? {}, pathOf)
}

function rootRule(palette: Palette): string {
  const lines = Object.entries(palette).map(([name, value]) => `  ${variables[name as ColourName]}: ${value};\n`)
  return lines.length === 0 ? '' : `:root {\n${lines.join('')}}\n`
}

/** If an accent is given for light pages only, it is changed for dark pages until it can be read there. */
function darkOf({light, dark}: {readonly light: Palette; readonly dark: Palette}): Palette {
  const accent = parseColour(light.accent ?? '')
  if (accent === undefined || dark.accent !== undefined) return dark
  return {...dark, accent: formatColour(readableOn(accent, behind('accent', {...usualColours.dark, ...dark})))}
}

/** Which colours are text, and which colours are behind them. */
const standsOn = {
  text: ['background', 'card', 'highlight'],
  soft: ['background', 'card'],
  accent: ['background', 'card', 'highlight'],
} as const satisfies Partial<Record<ColourName, readonly ColourName[]>>

function behind(name: keyof typeof standsOn, palette: Palette): readonly Rgb[] {
  return standsOn[name].flatMap((each) => {
    const colour = parseColour(palette[each] ?? '')
    return colour === undefined ? [] : [colour]
  })
}

/** Text colours that cannot be read on what is behind them, if the author chose one of the two colours. */
export function contrastProblems(settings: ThemeSettings, place: Place): readonly Problem[] {
  const {colours} = settings
  if (colours === undefined) return []
  return [
    ...contrastsIn(colours.light, usualColours.light, 'light', place),
    ...contrastsIn(colours.dark, usualColours.dark, 'dark', place),
  ]
}

function contrastsIn(chosen: Palette, usual: Palette, mode: 'light' | 'dark', place: Place): readonly Problem[] {
  const palette = {...usual, ...chosen}
  return Object.keys(standsOn).flatMap((name) => {
    const text = name as keyof typeof standsOn
    const colour = parseColour(palette[text] ?? '')
    const worst = standsOn[text]
      .filter((each) => chosen[each] !== undefined || chosen[text] !== undefined)
      .flatMap((each) => {
        const other = parseColour(palette[each] ?? '')
        return colour === undefined || other === undefined ? [] : [{name: each, ratio: contrast(colour, other)}]
      })
      .sort((one, other) => one.ratio - other.ratio)[0]
    if (colour === undefined || worst === undefined || worst.ratio >= leastTextContrast) return []
    const near = formatColour(readableOn(colour, behind(text, palette)))
    const ratio = Math.floor(worst.ratio * 10) / 10
    const message = `In ${mode} pages, \`${text}\` has a contrast of ${ratio} to 1 on \`${worst.name}\`, and text needs ${leastTextContrast} to 1`
    return [problem('theme-contrast', place, message, `Write: ${text}: "${near}"`)]
  })
}

const faces: Readonly<Record<FontStyle, {readonly style: string; readonly weight: string}>> = {
  regular: {style: 'normal', weight: '400'},
  italic: {style: 'italic', weight: '400'},
  bold: {style: 'normal', weight: '700'},
  bold_italic: {style: 'italic', weight: '700'},
}

/** https://www.w3.org/TR/css-fonts-4/#font-format-definitions */
const formats: Readonly<Record<string, string>> = {ttf: 'truetype', otf: 'opentype'}

/** The fonts that the theme replaces. Each is followed by fonts that every machine has. */
const uses: Readonly<Record<FontUse, (family: string) => string>> = {
  text: (family) => `:root { --serif: ${family}, Georgia, serif; }\n`,
  headings: (family) => `h1, h3, h4, h5, h6, .episodes .name { font-family: ${family}, Georgia, serif; }\n`,
  labels: (family) => `:root { --sans: ${family}, system-ui, sans-serif; }\n`,
}

function fontRules(fonts: NonNullable<ThemeSettings['fonts']>, pathOf: (file: string) => string | undefined): string {
  return Object.entries(fonts)
    .map(([use, font]) => {
      const name = `theme-${use}`
      const rules = 'family' in font ? '' : faceRules(font, name, pathOf)
      if (rules === '' && !('family' in font)) return ''
      return rules + uses[use as FontUse](`"${'family' in font ? font.family : name}"`)
    })
    .join('')
}

function faceRules(
  font: Exclude<FontChoice, {readonly family: string}>,
  name: string,
  pathOf: (file: string) => string | undefined,
): string {
  // A font with one file for all weights is used as it is; a file for one weight says so by having a sibling.
  const isOne = font.bold === undefined && font.bold_italic === undefined
  return Object.entries(font)
    .map(([style, file]) => {
      const path = pathOf(file)
      if (path === undefined) return ''
      const face = faces[style as FontStyle]
      const {name: kind = 'woff2'} = fileKinds.ofName(file) ?? {}
      return `@font-face { font-family: "${name}"; src: url("${path}") format("${formats[kind] ?? kind}"); font-style: ${face.style}; font-weight: ${isOne ? '100 900' : face.weight}; font-display: optional; }\n`
    })
    .join('')
}
