import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {fontKinds} from '../../file-kinds/font-kinds.ts'
import {
  colourNames,
  type FontChoice,
  fontStyles,
  fontUses,
  type Palette,
  type ThemeSettings,
} from '../../model/theme.ts'
import type {ValueKind} from '../../tags/kinds/value-kind.ts'
import {quotedAuthored, scalarKind, text} from '../../tags/kinds/value-kinds.ts'
import {eitherOf, mapped, type ObjectKey, objectOf} from '../../tags/kinds/value-shapes.ts'
import {formatColour, parseColour} from '../../text/colours.ts'
import {linkList} from './link-kinds.ts'

/** A map whose keys come from a table, so the compiler does not know them. */
function partsOf<T extends object>(keys: Readonly<Record<string, ObjectKey>>): ValueKind<Partial<T>> {
  return objectOf(keys) as ValueKind<Partial<T>>
}

const colour: ValueKind<string> = scalarKind(
  'colour',
  {type: 'string', pattern: '^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'},
  (value) => {
    const parsed = parseColour(value)
    return parsed === undefined
      ? {
          wrong: `is ${quotedAuthored(value)}, but must be a colour of three or six hexadecimal digits`,
          hint: 'Write: "#0a6b4d"',
        }
      : {value: formatColour(parsed)}
  },
)

const paletteKeys = Object.fromEntries(colourNames.map((name) => [name, {kind: colour}]))
const palette = partsOf<Palette>(paletteKeys)
type WrittenColours = Palette & {readonly dark?: Palette}

const colours = mapped(
  partsOf<WrittenColours>({...paletteKeys, dark: {kind: palette}}),
  ({dark = {}, ...light}: WrittenColours) => ({light, dark}),
)

const fonts: ReadonlySet<unknown> = new Set(Object.values(fontKinds))
const fontEndings = Object.values(fontKinds).flatMap(({extensions}) => extensions)

function isFont(path: string): boolean {
  return fonts.has(fileKinds.ofName(path))
}

const fontFile: ValueKind<string> = scalarKind('font file', {type: 'string'}, (value) =>
  isFont(value)
    ? {value}
    : {
        wrong: `is ${quotedAuthored(value)}, but must be a font that browsers read (${fontEndings.join(', ')})`,
        hint: 'Convert it to WOFF2, which is the smallest',
      },
)

/** A name goes into a style sheet between quotes. */
const family: ValueKind<FontChoice> = scalarKind<FontChoice>(
  'font file, or name of a font',
  {type: 'string'},
  (value) => {
    if (isFont(value)) return {value: {regular: value}}
    return /^[\p{L}\p{N} _-]{1,60}$/u.test(value)
      ? {value: {family: value}}
      : {
          wrong: `is ${quotedAuthored(value)}, but must be a font file or the name of a font`,
          hint: 'Write: text: literata.woff2',
        }
  },
)

const font: ValueKind<FontChoice> = eitherOf(
  family,
  partsOf<FontChoice>(Object.fromEntries(fontStyles.map((name) => [name, {kind: fontFile}]))) as ValueKind<FontChoice>,
)

type WrittenTheme = Omit<ThemeSettings, 'navigation' | 'footer'> & Partial<Pick<ThemeSettings, 'navigation' | 'footer'>>

/** `theme`: every part of it counts by itself. */
export const themeSettings: ValueKind<ThemeSettings> = mapped(
  partsOf<WrittenTheme>({
    colours: {kind: colours, aliases: ['colors', 'colour', 'color']},
    fonts: {
      kind: partsOf<ThemeSettings['fonts'] & object>(Object.fromEntries(fontUses.map((name) => [name, {kind: font}]))),
      aliases: ['font'],
    },
    logo: {kind: text()},
    navigation: {kind: linkList, aliases: ['nav', 'menu']},
    footer: {kind: linkList, aliases: ['footer_links']},
  }),
  ({navigation = [], footer = [], ...rest}) => ({...rest, navigation, footer}),
)
