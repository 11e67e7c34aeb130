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
  walkHtml(html, {
    visitText: (text) => tokens.push({kind: 'text', text}),
    visitTag: ({name, isClosing, attributesAt}) => {
      const attributes = new Map<string, string>()
      const end = passAttributes(html, attributesAt, attributes)
      tokens.push(isClosing ? {kind: 'close', name} : {kind: 'open', name, attributes})
      return end
    },
  })
  return tokens
}

type FoundTag = {readonly name: string; readonly isClosing: boolean; readonly attributesAt: number}
type HtmlVisitor = {
  readonly visitText: (text: string) => void
  /** Returns where the tag ends. */
  readonly visitTag: (tag: FoundTag) => number
}

/** Comments are nothing, and what looks like a tag but is none is text. */
function walkHtml(html: string, {visitText, visitTag}: HtmlVisitor): void {
  let textFrom = 0
  const endText = (end: number): void => {
    if (end > textFrom) visitText(decodeCharacterReferences(html.slice(textFrom, end)))
  }
  let start = html.indexOf('<')
  while (start !== -1) {
    const ignorableEnd = endOfIgnorable(html, start)
    const tag = ignorableEnd === undefined ? tagAt(html, start) : undefined
    if (ignorableEnd === undefined && tag === undefined) {
      start = html.indexOf('<', start + 1)
      continue
    }
    endText(start)
    textFrom = tag === undefined ? (ignorableEnd ?? start) : visitTag(tag)
    start = html.indexOf('<', textFrom)
  }
  endText(html.length)
}

function endOfIgnorable(html: string, start: number): number | undefined {
  const second = html[start + 1]
  if (second !== '!' && second !== '?') return undefined
  ignorable.lastIndex = start
  return ignorable.test(html) ? ignorable.lastIndex : undefined
}

function tagAt(html: string, start: number): FoundTag | undefined {
  tagName.lastIndex = start
  const found = tagName.exec(html)
  if (found === null) return undefined
  return {name: (found[2] ?? '').toLowerCase(), isClosing: found[1] === '/', attributesAt: tagName.lastIndex}
}

/** Passes over attributes to the end of their tag, and puts them into `attributes` if there is somebody who wants them. */
function passAttributes(html: string, start: number, attributes?: Map<string, string>): number {
  let position = start
  while (position < html.length && html[position] !== '>') {
    attribute.lastIndex = position
    const match = attribute.exec(html)
    if (!match) {
      position += 1
      continue
    }
    if (attributes !== undefined) {
      const name = (match[1] ?? '').toLowerCase()
      if (!attributes.has(name)) attributes.set(name, decodeCharacterReferences(match[2] ?? match[3] ?? match[4] ?? ''))
    }
    position = attribute.lastIndex
  }
  return position + 1
}

/** Elements that end no word: `<b>night</b>ly` is one. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** All white space but a blank that stands alone. */
const uncollapsed = /[^\S ]\s*| \s+/g

/** The text a reader of the HTML would see, white space collapsed. */
export function htmlText(html: string): string {
  let text = ''
  walkHtml(html, {
    visitText: (piece) => {
      text += piece
    },
    visitTag: ({name, attributesAt}) => {
      if (!inline.has(name)) text += ' '
      return passAttributes(html, attributesAt)
    },
  })
  return text.replace(uncollapsed, ' ').trim()
}
