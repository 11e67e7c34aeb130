import {decodeCharacterReferences} from '../text/markup/character-references.ts'

/** The head of a page is at its beginning, and nobody should wait for the rest. */
const mostCharacters = 1_000_000

/** Whether a text is a page for browsers: the answer of a server that has no feed there, or wants a login. */
export function isWebPage(start: string): boolean {
  return /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(start)
}

/** The feeds that a page names for apps (`<link rel="alternate">`), those of comments last. `address`: where the page is. */
export function feedsOfPage(pieces: Iterable<string>, address: string): readonly string[] {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length > mostCharacters) break
  }
  const links = [...text.matchAll(/<link\b[^>]{0,2000}>/gi)].flatMap(([tag]): readonly Link[] => {
    const [rel, type, href] = ['rel', 'type', 'href'].map((name) => attributeOf(tag, name))
    const isFeed =
      /\balternate\b/i.test(rel ?? '') && /^application\/(?:rss\+xml|atom\+xml|feed\+json)\b/i.test(type ?? '')
    const url = href === undefined ? undefined : resolved(href, address)
    return isFeed && url !== undefined ? [{url, isOfComments: /comment/i.test(tag)}] : []
  })
  const sorted = [...links.filter((each) => !each.isOfComments), ...links.filter((each) => each.isOfComments)]
  return [...new Set(sorted.map(({url}) => url))]
}

type Link = {readonly url: string; readonly isOfComments: boolean}

function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? []
  const value = double ?? single ?? bare
  return value === undefined ? undefined : decodeCharacterReferences(value).trim()
}

/** A page that was saved as a file does not say where it was. */
function resolved(href: string, address: string): string | undefined {
  const base = URL.canParse(address) ? address : undefined
  if (!URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}
