import type {AbsoluteUrl} from './absolute-url.ts'
import type {ImageFacts} from './media.ts'

/** The colours of pages that an author may set, as `#rrggbb`. */
export const colourNames = ['accent', 'background', 'card', 'text', 'soft', 'line', 'highlight'] as const
export type ColourName = (typeof colourNames)[number]
export type Palette = {readonly [name in ColourName]?: string}

/** Those of our own style sheet, which a theme changes one by one. */
export const usualColours = {
  light: {
    accent: '#a33a14',
    background: '#fcfaf6',
    card: '#f4efe6',
    text: '#1d1b18',
    soft: '#625b51',
    line: '#e2dacd',
    highlight: '#fbe3b8',
  },
  dark: {
    accent: '#ff9e73',
    background: '#171614',
    card: '#211f1c',
    text: '#ece7df',
    soft: '#a89f92',
    line: '#37332d',
    highlight: '#49381b',
  },
} as const satisfies Readonly<Record<'light' | 'dark', Required<Palette>>>

/** What a font is for: the text itself, titles, and what is small beside them (labels, buttons). */
export const fontUses = ['text', 'headings', 'labels'] as const
export type FontUse = (typeof fontUses)[number]
/** A font as it is written: files by their style, or the name of a family that readers may have. */
export type FontChoice = {readonly family: string} | {readonly [style in FontStyle]?: string}
export const fontStyles = ['regular', 'italic', 'bold', 'bold_italic'] as const
export type FontStyle = (typeof fontStyles)[number]

export type WrittenLink = {readonly text: string; readonly url: string}

/** `theme` of show.yaml. Files are as they are written. */
export type ThemeSettings = {
  readonly colours?: {readonly light: Palette; readonly dark: Palette}
  readonly fonts?: {readonly [use in FontUse]?: FontChoice}
  readonly logo?: string
  readonly navigation: readonly WrittenLink[]
  readonly footer: readonly WrittenLink[]
}

/** A link in the head or at the foot of every page: an address below the site or elsewhere, or `mailto:`. */
export type SiteLink = {readonly text: string; readonly url: string}

/** Sources that the policy of pages allows beside the site itself (https://www.w3.org/TR/CSP3/#source-lists). */
export type PolicySources = {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  readonly images: readonly string[]
  readonly fonts: readonly string[]
  readonly connections: readonly string[]
}

/** A template of the author's (`theme/episode.liquid`). */
export type ThemeTemplate = {readonly name: string; readonly file: string; readonly text: string}

export type Logo = {readonly url: AbsoluteUrl; readonly widthInPixels: number; readonly heightInPixels: number}

/**
 * What an author changes of the pages, as every page needs it. What a page does not need is elsewhere (`ThemeFiles`): if that changes, no
 * page is made anew.
 */
export type Theme = {
  /** `theme/head.html` as it stands at the end of every head. It is the owner's own, and trusted as show.yaml is. */
  readonly headHtml?: string
  readonly policy: PolicySources
  /** Whether there is a style sheet of the theme (`themeStylePath`). */
  readonly hasStyle: boolean
  readonly logo?: Logo
  readonly navigation: readonly SiteLink[]
  readonly footer: readonly SiteLink[]
  readonly templates: readonly ThemeTemplate[]
}

/** A page of the author's own, beside episodes: one about the show, say. */
export type OwnPage = {
  /** Below the site, with a final `/`. */
  readonly path: string
  readonly url: AbsoluteUrl
  readonly title: string
  /** For search engines. */
  readonly description?: string
  /** Allow-listed. */
  readonly html: string
  /** How large its pictures are, by their addresses. */
  readonly pictures: ReadonlyMap<string, ImageFacts>
  /** The author's file. */
  readonly source: string
}
