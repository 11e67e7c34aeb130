import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel} from '../model/feed.ts'
import {coverColoursPath, themeStylePath} from '../model/site-paths.ts'
import {type Palette, usualColours} from '../model/theme.ts'
import {type LinkBase, pageLink} from '../pages/page-links.ts'
import {directionOf} from '../words/direction.ts'
import {wordsFor} from '../words/words.ts'

export const feedStylesheetPath = 'assets/feed.css'

/**
 * Makes a browser show a feed as a readable page. It is CSS, because browsers have removed XSLT. It stands before the root
 * element and is short, because programs that detect feeds look for `<rss` in the first 512 bytes. The address is relative, so
 * that it works wherever the folder is served.
 */
export function stylesheetInstruction(feedUrl: AbsoluteUrl | undefined, {siteUrl}: Channel): string {
  if (feedUrl === undefined) return ''
  const href = pageLink(siteUrl + feedStylesheetPath, {url: feedUrl, siteUrl})
  return `<?xml-stylesheet type="text/css" href="${href}"?>\n`
}

/**
 * The look of RSS and Atom in a browser, for a person who knows neither: what this is, how to follow it, and what there is to
 * hear. CSS cannot make links or show the HTML of notes. So what is technical is hidden, and the address of the site is there to
 * copy.
 */
export function feedStylesheet(channel: Channel): string {
  const {words} = wordsFor(channel.language)
  const base = {url: (channel.siteUrl + feedStylesheetPath) as AbsoluteUrl, siteUrl: channel.siteUrl}
  const cover = channel.image === undefined ? '' : coverRule(pageLink(channel.image.url, base))
  return `${colourSheets(channel, base)}${look}rss, feed { direction: ${directionOf(channel.language)}; }
channel::before, feed::before { content: ${cssText(`${words.feedHere} ${words.feedHow}`)}; }
channel > |link::before, feed > a|link[type="text/html"]::before { content: ${cssText(`${words.feedSite} ${channel.siteUrl}`)}; }
${cover}`
}

/** Those that the pages have as well: the colour of the cover, or what the author chose. */
function colourSheets({hasCoverColours, theme, siteUrl}: Channel, base: LinkBase): string {
  const paths = [
    ...(hasCoverColours === true ? [coverColoursPath] : []),
    ...(theme?.hasStyle === true ? [themeStylePath] : []),
  ]
  return paths.map((path) => `@import url(${cssText(pageLink(`${siteUrl}${path}`, base))});\n`).join('')
}

function coverRule(address: string): string {
  return `channel > |title::before, feed > a|title::before {
  content: ""; display: block; width: 9rem; height: 9rem; margin-bottom: 1.2rem; border-radius: .6rem;
  background: url(${cssText(address)}) center / cover;
}
`
}

/** A CSS string: what could end it, or the file, is escaped by number (https://www.w3.org/TR/css-syntax-3/#consume-string-token). */
function cssText(text: string): string {
  const escaped = text.replace(/["\\<>\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

function variables({background, card, text, soft, line, accent}: Required<Palette>): string {
  return `--paper: ${background}; --card: ${card}; --ink: ${text}; --soft: ${soft}; --line: ${line}; --accent: ${accent};`
}

const serif = 'Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, serif'
const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

/** Colours in `:where`, so that the sheets of before count more. */
const look = `@namespace a url(http://www.w3.org/2005/Atom);
@namespace itunes url(http://www.itunes.com/dtds/podcast-1.0.dtd);

:where(:root) { color-scheme: light dark; ${variables(usualColours.light)} --serif: ${serif}; --sans: ${sans}; }
@media (prefers-color-scheme: dark) { :where(:root) { ${variables(usualColours.dark)} } }

rss, feed {
  display: block; box-sizing: border-box; min-height: 100vh; padding: 2.5rem max(1.25rem, 50vw - 22rem);
  background: var(--paper); color: var(--ink); font: 106.25%/1.65 var(--serif); overflow-wrap: break-word;
}
/* A phone lays out XML for a desk and shows it in small. */
@media (max-device-width: 46rem) { rss, feed { font-size: 250%; -webkit-text-size-adjust: none; text-size-adjust: none; } }
channel { display: flex; flex-direction: column; }
channel > *, item > *, feed > *, a|entry > * { display: none; }

channel::before, feed::before {
  display: block; order: -1; margin-bottom: 2.5rem; padding: 1.1rem 1.3rem; border: 1px solid var(--line); border-inline-start: .25rem solid var(--accent);
  border-radius: .9rem; background: var(--card); font: .95rem/1.5 var(--sans);
}
channel > |title, feed > a|title { display: block; font-size: 2.4rem; line-height: 1.15; letter-spacing: -.02em; font-weight: 700; }
channel > |description, feed > a|subtitle { display: block; margin-top: .8rem; }
channel > |link, feed > a|link[type="text/html"] { display: block; order: 1; margin: 1.2rem 0 2.5rem; font-size: 0; }
channel > |link::before, feed > a|link[type="text/html"]::before { font: .92rem/1.5 var(--sans); color: var(--accent); user-select: all; }

channel > item, feed > a|entry { display: flex; order: 2; flex-direction: column; padding: 1.2rem 0; border-top: 1px solid var(--line); }
item > |title, a|entry > a|title { display: block; font-size: 1.25rem; line-height: 1.3; font-weight: 700; }
item > |pubDate, a|entry > a|published { display: block; order: -1; font: .82rem/1.6 var(--sans); color: var(--soft); }
item > itunes|subtitle, a|entry > a|summary { display: block; margin-top: .3rem; color: var(--soft); }
`
