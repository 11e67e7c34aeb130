import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {Channel} from '../model/feed.ts'
import {pageLink} from '../pages/page-links.ts'
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
  return `${look}
channel::before, feed::before { content: ${cssText(`${words.feedHere} ${words.feedHow}`)}; }
channel > |link::before, feed > a|link[type="text/html"]::before { content: ${cssText(`${words.feedSite} ${channel.siteUrl}`)}; }
${cover}`
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

const look = `@namespace a url(http://www.w3.org/2005/Atom);
@namespace itunes url(http://www.itunes.com/dtds/podcast-1.0.dtd);

rss, feed {
  color-scheme: light dark;
  display: block; box-sizing: border-box; min-height: 100vh; margin: 0 auto; padding: 2.5rem 1.25rem; max-width: 44rem;
  font: 106.25%/1.6 Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, serif; overflow-wrap: break-word;
}
channel { display: flex; flex-direction: column; }
channel > *, item > *, feed > *, a|entry > * { display: none; }

channel::before, feed::before {
  display: block; order: -1; margin-bottom: 2.5rem; padding: 1rem 1.2rem; border-inline-start: .25rem solid #c2410c; border-radius: .3rem;
  background: rgba(194, 65, 12, .1); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
channel > |title, feed > a|title { display: block; font-size: 2.2rem; line-height: 1.15; font-weight: 700; }
channel > |description, feed > a|subtitle { display: block; margin-top: .8rem; }
channel > |link, feed > a|link[type="text/html"] { display: block; order: 1; margin: 1.2rem 0 2.5rem; font-size: 0; }
channel > |link::before, feed > a|link[type="text/html"]::before { font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; user-select: all; }

channel > item, feed > a|entry { display: flex; order: 2; flex-direction: column; padding: 1.1rem 0; border-top: 1px solid rgba(128, 128, 128, .35); }
item > |title, a|entry > a|title { display: block; font-size: 1.25rem; line-height: 1.3; font-weight: 700; }
item > |pubDate, a|entry > a|published {
  display: block; order: -1; font: .85rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; opacity: .7;
}
item > itunes|subtitle, a|entry > a|summary { display: block; margin-top: .3rem; }
`
