import {decodeCharacterReferences} from './character-references.ts'

/** A piece of HTML: a tag, or the text between two tags, with its character references resolved. */
export type HtmlToken =
  | {readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>}
  | {readonly kind: 'close'; readonly name: string}
  | {readonly kind: 'text'; readonly text: string}

const tagName = /<(\/?)([a-zA-Z][^\s/>]*)/y
/** White space before a name is optional: people write `style="…"src="…"`, and every browser reads it (HTML standard, 13.2.5.39). */
const attribute = /[\s/]*([^\s"'<>/=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y
const ignorable = /<(?:!--[\s\S]*?(?:-->|$)|[!?][^>]*(?:>|$))/y

/**
 * The tags and texts of a piece of HTML, in order, read as tolerantly as a browser reads them. It is a reader of facts and
 * of text only: what is published goes through the sanitiser, never through this.
 */
export function scanHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = []
  let position = 0
  let textFrom = 0
  const endText = (end: number): void => {
    if (end > textFrom) tokens.push({kind: 'text', text: decodeCharacterReferences(html.slice(textFrom, end))})
  }
  while (position < html.length) {
    const start = html.indexOf('<', position)
    if (start === -1) break
    const tag = readTag(html, start)
    if (tag === undefined) {
      position = start + 1
      continue
    }
    endText(start)
    if (tag.token !== undefined) tokens.push(tag.token)
    position = tag.end
    textFrom = tag.end
  }
  endText(html.length)
  return tokens
}

function readTag(html: string, start: number): {readonly token?: HtmlToken; readonly end: number} | undefined {
  ignorable.lastIndex = start
  if (ignorable.test(html)) return {end: ignorable.lastIndex}
  tagName.lastIndex = start
  const opening = tagName.exec(html)
  if (!opening) return undefined
  const name = (opening[2] ?? '').toLowerCase()
  const {attributes, end} = readAttributes(html, tagName.lastIndex)
  return {token: opening[1] === '/' ? {kind: 'close', name} : {kind: 'open', name, attributes}, end}
}

function readAttributes(
  html: string,
  start: number,
): {readonly attributes: ReadonlyMap<string, string>; readonly end: number} {
  const attributes = new Map<string, string>()
  let position = start
  while (position < html.length && html[position] !== '>') {
    attribute.lastIndex = position
    const match = attribute.exec(html)
    if (!match) {
      position += 1
      continue
    }
    const name = (match[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decodeCharacterReferences(match[2] ?? match[3] ?? match[4] ?? ''))
    position = attribute.lastIndex
  }
  return {attributes, end: position + 1}
}

/** Elements that end no word: `<b>night</b>ly` is one. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The text a reader of the HTML would see, white space collapsed. */
export function htmlText(html: string): string {
  let text = ''
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') text += token.text
    else if (!inline.has(token.name)) text += ' '
  }
  return text.replace(/\s+/g, ' ').trim()
}
