import type {Lexer, MarkedToken, Token} from 'marked'
import {simpleTokens, textToken} from './simple-marks.ts'

/**
 * The inline tokens of `text`, added to `tokens`. `marked` recurses once per level of nesting; a text that exhausts the stack is shown
 * as it is.
 */
export function lexInline(lexer: Lexer, text: string, tokens: Token[] = []): MarkedToken[] {
  const simple = simpleTokens(text)
  if (simple !== undefined) {
    for (const token of simple) tokens.push(token)
    return tokens as MarkedToken[]
  }
  const {from, to, costlyMarks} = markedUpPart(text)
  if (from > 0) tokens.push(textToken(text.slice(0, from)))
  if (from < to)
    try {
      const part = text.slice(from, to)
      if (costlyMarks <= mostMarks && part.length <= mostCharacters) lexer.inlineTokens(part, tokens)
      else for (const piece of piecesOf(part)) lexer.inlineTokens(piece, tokens)
    } catch {
      tokens.splice(0, tokens.length, textToken(text))
      return tokens as MarkedToken[]
    }
  if (to < text.length) tokens.push(textToken(text.slice(to)))
  return tokens as MarkedToken[]
}

/**
 * `marked` looks for the end of each mark in the whole text, and for some marks more than once. A line of 20,000 marks takes it
 * four seconds, and one of a million takes an hour. So a paragraph with this many marks is read in pieces.
 */
const mostMarks = 100
/** Emphasis, brackets and addresses: `marked` removes their ends one after the other. */
const costly = ['*', '_', '(', '://']
/**
 * Nobody writes a word with so many marks. With this limit, a megabyte of marks without a blank is read in one second and not in
 * four.
 */
const mostMarksOfAWord = 20
const mostCharacters = 20_000

/**
 * A part of a text ends between two lines or words where no mark is open. So a paragraph of 500 lines that each begin with a bold
 * name is read as if it were whole. Chinese has no blanks: there, a part may end with a link.
 */
function* piecesOf(text: string): Generator<string> {
  let start = 0
  let marks = 0
  let open = new Set<string>()
  let [blank, between, closed] = [0, 0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (costly.includes(character)) marks += 1
    if (character !== text[at - 1]) noteMark(open, character)
    if (character === ' ' || character === '\n') {
      blank = at + 1
      if (open.size === 0) between = at + 1
    } else if (character === ')' && open.size === 0) closed = at + 1
    const most = blank > start ? mostMarks : mostMarksOfAWord
    if (marks < most && at - start < mostCharacters) continue
    const end = [between, blank, closed].find((each) => each > start) ?? at + 1
    yield text.slice(start, end)
    // What follows is counted from there.
    at = end - 1
    start = end
    marks = 0
    open = new Set()
  }
  if (start < text.length) yield text.slice(start)
}

const openers: Readonly<Record<string, string>> = {']': '[', ')': '(', '>': '<'}

/** Several of a kind in a row are one mark. */
function noteMark(open: Set<string>, character: string): void {
  const opener = openers[character]
  if (opener !== undefined) open.delete(opener)
  else if ('[(<'.includes(character)) open.add(character)
  else if ('*_`'.includes(character) && !open.delete(character)) open.add(character)
}

/** Marks that open something, and those that only close it. */
const mark = /[\\`*_[<~@&]|:\/\/|www\.|WWW\.|[\]()>]/g

type MarkedUpPart = {readonly from: number; readonly to: number; readonly costlyMarks: number}

/**
 * From the word with the first mark to the word with the last. The text around it cannot change what the marks mean, because
 * there is a blank between. `marked` would need as long for a long paragraph with one link as for one full of links.
 */
function markedUpPart(text: string): MarkedUpPart {
  if (!hasMarkup(text)) return {from: text.length, to: text.length, costlyMarks: 0}
  let first = text.length
  let last = 0
  let costlyMarks = 0
  mark.lastIndex = 0
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    first = Math.min(first, match.index)
    last = match.index
    if (costly.includes(match[0])) costlyMarks += 1
  }
  // A hard break is made of blanks.
  if (/(?: {2}|\\)\n/.test(text)) return {from: 0, to: text.length, costlyMarks}
  const from = Math.max(text.lastIndexOf(' ', first), text.lastIndexOf('\n', first)) + 1
  const end = text.slice(last).search(/\s/)
  return {from, to: end === -1 ? text.length : last + end, costlyMarks}
}

/** Bare addresses become links. */
const markup = /[\\`*_[<~@&]|:\/\/|www\.|WWW\./

/** Whether inline parsing of `text` could give anything but the text itself. */
export function hasMarkup(text: string): boolean {
  // Two blanks before a line break are a hard break.
  return markup.test(text) || (text.includes('\n') && text.includes('  \n'))
}
