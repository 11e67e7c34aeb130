import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'

const hostWithoutScheme = /^www\.[^\s/.]+\.[^\s]+$/i
const scheme = /^[a-z][a-z0-9+.-]*:/i

/**
 * A link of show notes in the form that feeds and pages may carry: http(s) and absolute, or `mailto:`. `undefined` if it is
 * neither. The answer is what the URL parser understood, and never what was written. So a scheme that is hidden behind blanks or
 * control characters (`java\nscript:`) cannot reach a browser.
 *
 * A path that begins with `/` counts from the host, also if the site lives under a path, because every other tool of the author
 * reads it so. Feeds have no base (RSS defines none), so the link must be absolute.
 */
export function notesUrl(reference: string, base: AbsoluteUrl): string | undefined {
  const text = reference.trim()
  // "www.elastic.co" means a host. As a relative path it would lead to a missing page below the episode.
  if (hostWithoutScheme.test(text)) return absoluteUrl(`https://${text}`)
  if (/^mailto:/i.test(text)) return mailtoUrl(text)
  return absoluteUrl(text, base)
}

/** Pictures are fetched, so there is no `mailto:` for them. */
export function notesImageUrl(reference: string, base: AbsoluteUrl): AbsoluteUrl | undefined {
  return absoluteUrl(reference, base)
}

/** A link to a place on the same page (`#t=90`) stays such a link on a page, so that the player there need not load anything. */
export function isFragment(reference: string): boolean {
  return /^#[^\s"'<>]*$/.test(reference)
}

/** Whether a refused link was dangerous or only broken. This decides what the author is told. */
export function hasForeignScheme(reference: string): boolean {
  // The URL parser ignores these characters wherever they stand in a scheme; so must we.
  const bare = reference.replace(/[\0-\x20]/g, '')
  return scheme.test(bare) && !/^(?:https?|mailto):/i.test(bare)
}

function mailtoUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  return new URL(text).href.replace(
    /["'<>` ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
