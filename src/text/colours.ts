/** A colour of sRGB: red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The contrast that WCAG 2.2 asks for between text and what is behind it (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export const leastTextContrast = 4.5

/** `#0a6b4d` or `#0a5`, also without `#`, which YAML takes for a comment. */
export function parseColour(text: string): Rgb | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]
  if (digits === undefined) return undefined
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16)
  return [part(0), part(2), part(4)]
}

export function formatColour(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The number of steps from a colour to black or to white. */
const steps = 64

/** The colour nearest to `colour`, lighter or darker, that can be read on each of `backgrounds`. */
export function readableOn(colour: Rgb, backgrounds: readonly Rgb[], least = leastTextContrast): Rgb {
  const isReadable = (each: Rgb) => backgrounds.every((background) => contrast(each, background) >= least)
  const isDark = backgrounds.every((background) => luminance(background) < 0.18)
  const end: Rgb = isDark ? [255, 255, 255] : [0, 0, 0]
  for (let step = 0; step <= steps; step += 1) {
    const mixed = mix(colour, end, step / steps)
    if (isReadable(mixed)) return mixed
  }
  return end
}

export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return one.map((part, at) => Math.round(part + ((other[at] ?? 0) - part) * share)) as [number, number, number]
}
