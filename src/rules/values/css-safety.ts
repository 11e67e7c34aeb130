/** Properties that change only how words look. With other properties a post can cover the reader's own buttons, or load files. */
const safeProperties: ReadonlySet<string> = new Set(
  `azimuth background-color border-bottom-color border-collapse border-color border-left-color border-right-color
  border-top-color clear color cursor direction display elevation float font font-family font-size font-style font-variant
  font-weight height letter-spacing line-height overflow pause pause-after pause-before pitch pitch-range richness speak
  speak-header speak-numeral speak-punctuation speech-rate stress text-align text-decoration text-indent unicode-bidi
  vertical-align voice-family volume white-space width`.split(/\s+/),
)
/** Shorthands. They are safe if each word is a keyword, a colour or a small length. `margin: 99999em` pushes a page away. */
const shorthands: ReadonlySet<string> = new Set(['background', 'border', 'margin', 'padding'])
const keywords: ReadonlySet<string> = new Set(
  `auto aqua black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left
  lime maroon medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline white
  yellow inherit thin thick double groove ridge inset outset`.split(/\s+/),
)
const smallLength = /^(?:#[0-9a-f]{3,8}|rgb\(\d+%?,\d*%?,?\d*%?\)?|\d{0,2}\.?\d{0,2}(?:cm|em|ex|in|mm|pc|pt|px|%)?)$/i
/** Text that opens no other language: no escapes, no `url(...)`, no `expression(...)`. Font names may stand in quotes. */
const harmlessText = /^[\s\w:,;#%.!-]*$/

/** The first declaration in a `style` attribute that could do harm, as the author wrote it. */
export function dangerousDeclaration(style: string): string | undefined {
  const unquoted = style.replace(/'[\s\w-]*'|"[\s\w-]*"/g, '').replace(/\([\d,\s%.]*\)/g, '')
  if (!harmlessText.test(unquoted)) return style.trim().slice(0, 80)
  for (const declaration of style.split(';')) {
    if (declaration.trim() !== '' && !isSafe(declaration)) return declaration.trim().slice(0, 80)
  }
  return undefined
}

function isSafe(declaration: string): boolean {
  const colon = declaration.indexOf(':')
  if (colon === -1) return false
  const property = declaration.slice(0, colon).trim().toLowerCase()
  if (safeProperties.has(property)) return true
  if (!shorthands.has(property.split('-')[0] ?? '')) return false
  const words = declaration
    .slice(colon + 1)
    .trim()
    .split(/\s+/)
  return words.every((word) => keywords.has(word.toLowerCase()) || smallLength.test(word))
}
