import type {Lexer, MarkedToken, Token} from 'marked'

/**
 * The inline tokens of `text`, added to `tokens`. `marked` recurses once per level of nesting; a text that exhausts the stack is shown
 * as it is.
 */
export function lexInline(lexer: Lexer, text: string, tokens: Token[] = []): MarkedToken[] {
  const {from, to} = markedUpPart(text)
  if (from > 0) tokens.push(textToken(text.slice(0, from)))
  if (from < to)
    try {
      lexer.inlineTokens(text.slice(from, to), tokens)
    } catch {
      tokens.splice(0, tokens.length, textToken(text))
      return tokens as MarkedToken[]
    }
  if (to < text.length) tokens.push(textToken(text.slice(to)))
  return tokens as MarkedToken[]
}

export function textToken(text: string): Token {
  return {type: 'text', raw: text, text, escaped: false}
}

/** Marks that open something, and those that only close it. */
const mark = /[\\`*_[<~@&]|:\/\/|www\.|WWW\.|[\])>]/g

/**
 * From the word with the first mark to the word with the last. The text around cannot change what the marks mean, because only a blank
 * stands between, and a long paragraph with one link costs `marked` as much as one full of them.
 */
function markedUpPart(text: string): {readonly from: number; readonly to: number} {
  if (!hasMarkup(text)) return {from: text.length, to: text.length}
  // A hard break is made of blanks.
  if (/(?: {2}|\\)\n/.test(text)) return {from: 0, to: text.length}
  let first = text.length
  let last = 0
  mark.lastIndex = 0
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    first = Math.min(first, match.index)
    last = match.index
  }
  const from = Math.max(text.lastIndexOf(' ', first), text.lastIndexOf('\n', first)) + 1
  const end = text.slice(last).search(/\s/)
  return {from, to: end === -1 ? text.length : last + end}
}

/** Bare addresses become links. */
const markup = /[\\`*_[<~@&]|:\/\/|www\.|WWW\./

/** Whether inline parsing of `text` could give anything but the text itself. */
export function hasMarkup(text: string): boolean {
  // Two blanks before a line break are a hard break.
  return markup.test(text) || (text.includes('\n') && text.includes('  \n'))
}
