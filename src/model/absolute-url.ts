declare const brand: unique symbol
/**
 * An http(s) URL in ASCII: host in punycode, path and query percent-encoded, no credentials. Apple and the W3C validator
 * refuse anything else in a feed.
 */
export type AbsoluteUrl = string & {readonly [brand]: true}

/** `reference` as an absolute URL, resolved against `base` if it is relative; `undefined` if it is not one a feed may carry. */
export function absoluteUrl(reference: string, base?: AbsoluteUrl): AbsoluteUrl | undefined {
  const url = parsed(reference.trim(), base)
  if (url === undefined) return undefined
  const usable = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''
  if (!usable) return undefined
  // WHATWG leaves these characters alone in a path or query, but XML readers and feed validators do not. Brackets may stand in a
  // host (IPv6).
  const rest = url.href.slice(url.origin.length).replace(/[\\^`{|}[\]'"<> ]|%(?![0-9A-Fa-f]{2})/g, percentEncoded)
  return `${url.origin}${rest}` as AbsoluteUrl
}

/** There is no `canParse` first: nearly all texts can be parsed, and would be parsed twice. */
function parsed(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
