import {decodeCharacterReferences} from '../markup/character-references.ts'
import {escapeHtml} from '../markup/html.ts'
import {byteLength} from './byte-length.ts'
import {cutAtWord, lastSentenceEnd} from './sentences.ts'

/** A tag (then it has a name) or a text. */
type Piece = {readonly text: string; readonly index: number; readonly isEnd: boolean; readonly name?: string}

const tagStart = /<(\/?)([a-z][a-z0-9]*)/y

/**
 * Only for HTML that this program wrote, in which every `<` and `>` of a text is escaped. The end of a text is searched for, and
 * no pattern is used: a text of some megabytes is more than the stack of a regular expression holds.
 */
function* piecesOf(html: string): Generator<Piece> {
  for (let index = 0; index < html.length; ) {
    const isTag = html[index] === '<'
    const found = isTag ? html.indexOf('>', index) + 1 : html.indexOf('<', index)
    const end = found <= 0 ? html.length : found
    tagStart.lastIndex = index
    const [, slash = '', name] = (isTag ? tagStart.exec(html) : null) ?? []
    yield {text: html.slice(index, end), index, isEnd: slash === '/', ...(name === undefined ? {} : {name})}
    index = end
  }
}

/** A text may be cut after the end of one of these. */
const lines: ReadonlySet<string> = new Set(['p', 'li', 'ul', 'ol'])

/** HTML up to an offset, with the end tags of the elements that are open there. */
type Cut = {readonly html: string; readonly endTags: string}

/**
 * As much of `html` as fits into `maxBytes` of UTF-8 with its markup. It ends at the end of a sentence or of a paragraph, and
 * every element is closed. If the last sentence is longer than most of that, it ends at a word. `html` is well-formed, as we
 * write it.
 */
export function cutHtml(html: string, maxBytes: number): string {
  if (html.length * 3 <= maxBytes || byteLength(html) <= maxBytes) return html
  const open: string[] = []
  let best: Cut = {html: '', endTags: ''}
  let size = 0
  for (const {text, index, isEnd, name} of piecesOf(html)) {
    const endTags = open.map((each) => `</${each}>`).reverse()
    const room = maxBytes - size - endTags.join('').length
    const before = html.slice(0, index)
    if (name === undefined) {
      const whole = byteLength(text) <= room
      const part = whole ? decodeCharacterReferences(text) : fitting(decodeCharacterReferences(text), room)
      const end = lastSentenceEnd(part)
      if (end > 0) best = {html: before + escapeHtml(part.slice(0, end)), endTags: endTags.join('')}
      if (!whole) return finished(best, {html: before + wordsOf(part), endTags: endTags.join('')}, maxBytes)
    } else if (isEnd) {
      open.pop()
      if (lines.has(name)) best = {html: before + text, endTags: endTags.slice(1).join('')}
    } else {
      const reserved = name === 'br' ? 0 : name.length + 3
      if (byteLength(text) + reserved > room) return finished(best, {html: before, endTags: endTags.join('')}, maxBytes)
      if (name !== 'br') open.push(name)
    }
    size += byteLength(text)
  }
  return html
}

/** The better of the two cuts: whole sentences, unless they are only a small part of what fits. */
function finished(sentences: Cut, words: Cut, maxBytes: number): string {
  const {html, endTags} = byteLength(sentences.html) * 3 >= maxBytes ? sentences : words
  return html.trimEnd() + endTags
}

function wordsOf(part: string): string {
  // The `…` replaces three characters.
  return part.length < 4 ? '' : escapeHtml(cutAtWord(part, part.length - 2))
}

/** The longest beginning of a text that fits, escaped, into `maxBytes`; never half a character. */
function fitting(text: string, maxBytes: number): string {
  let size = 0
  let end = 0
  for (const character of text) {
    size += byteLength(escapeHtml(character))
    if (size > maxBytes) break
    end += character.length
  }
  return text.slice(0, end)
}
