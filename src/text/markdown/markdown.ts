import {Lexer, type MarkedToken, type Token, Tokenizer, type Tokens} from 'marked'
import {readFootnotes} from '../marks/footnotes.ts'
import type {LeftOut} from '../marks/left-out.ts'
import {readNoteMarks} from '../marks/note-tool-marks.ts'
import {readOutlinerMarks} from '../marks/outliner-marks.ts'
import {stripTemplateSyntax} from '../marks/template-syntax.ts'
import type {SiteOfTemplates} from '../marks/template-values.ts'
import {type BlockToken, countNewlines, tableCells} from './block-text.ts'
import {hasMarkup, lexInline} from './inline-markdown.ts'
import {LazyBlock, plainBlock} from './plain-blocks.ts'
import {textToken} from './simple-marks.ts'

/** A block of a document: a paragraph, a heading, a list, … with the line it starts on. Blank lines and link definitions are no blocks. */
export type Block = {readonly token: BlockToken; readonly line: number}

export type Markdown = {
  readonly blocks: readonly Block[]
  /** Inline tokens of a piece of this document's text; reference links resolve to the document's definitions. */
  readonly inline: (text: string) => readonly MarkedToken[]
  /** What other tools would have made something of: the first of each kind. Its line counts as those of blocks do. */
  readonly leftOut: readonly LeftOut[]
}

export type MarkdownOptions = SiteOfTemplates & {readonly firstLine?: number}

/**
 * The one parse of a Markdown text. Blocks are read at once; the inline tokens of a block (`token.tokens`) are made when somebody
 * first asks for them, because most paragraphs of a transcript hold no markup and inline parsing is four fifths of the cost.
 * `firstLine` is the number of the text's first line in its file, for texts below front matter.
 */
export function lexMarkdown(text: string, options: MarkdownOptions = {}): Markdown {
  const template = stripTemplateSyntax(text, options)
  const outline = readOutlinerMarks(template.text)
  const notes = readNoteMarks(outline.text)
  const source = readFootnotes(normaliseLines(notes.text))
  const extensions = {block: [plainBlock], renderers: {}, childTokens: {}}
  const lexer = new Lexer({gfm: true, tokenizer: quickTokenizer(), extensions})
  const tokens = lexBlocks(lexer, source)
  deferInline(lexer, tokens)
  const {firstLine = 1} = options
  return {
    blocks: withLines(tokens, firstLine),
    inline: (piece) => lexInline(lexer, piece),
    leftOut: [...template.leftOut, ...outline.leftOut, ...notes.leftOut].map((each) => ({
      ...each,
      line: each.line + firstLine - 1,
    })),
  }
}

/**
 * The depth of quotes and lists in each other. What is deeper is read as text. `marked` reads each level several times: 2,000
 * levels take it minutes. In mail, an answer to thirty answers has thirty.
 */
const deepestNesting = 40

/**
 * `marked` tries every paragraph as an underlined heading and as a table, with its two slowest expressions. A look at the lines
 * that would make it one of these answers sooner: this saves a quarter of the time of the block parse.
 */
function quickTokenizer(): Tokenizer {
  const tokenizer = new Tokenizer()
  const {lheading, table, blockquote, list} = Tokenizer.prototype
  let depth = 0
  const nested = <T>(read: () => T | undefined): T | undefined => {
    if (depth === deepestNesting) return undefined
    depth += 1
    try {
      return read()
    } finally {
      depth -= 1
    }
  }
  tokenizer.lheading = (source) => (hasUnderline(source) ? lheading.call(tokenizer, source) : undefined)
  tokenizer.table = (source) => (hasTableRule(source) ? table.call(tokenizer, source) : undefined)
  tokenizer.blockquote = (source) => nested(() => blockquote.call(tokenizer, source))
  tokenizer.list = (source) => nested(() => list.call(tokenizer, source))
  return tokenizer
}

/** A line of dashes and bars below the first one. */
function hasTableRule(source: string): boolean {
  const second = source.indexOf('\n') + 1
  if (second === 0 || !' \t|:-'.includes(source[second] ?? 'x')) return false
  return /^[ \t|:-]*-/.test(source.slice(second, second + 1000)) && cellsOfTable(source, second) <= mostCells
}

/** A row that is shorter than its table gets the missing cells. 20 kB of bars would make millions of them. */
const mostCells = 100_000

function cellsOfTable(source: string, ruleAt: number): number {
  const end = source.indexOf('\n', ruleAt)
  const columns = source.slice(ruleAt, end === -1 ? undefined : end).split('|').length
  if (columns <= 2) return 0
  const last = source.indexOf('\n\n', ruleAt)
  return columns * countNewlines(source.slice(ruleAt, last === -1 ? undefined : last))
}

/** A line of only dashes or only equals signs, before the next blank line. */
function hasUnderline(source: string): boolean {
  const found = /\n(?: {0,3}(?:=+|-+)[ \t]*(?:\n|$)|\n)/.exec(source)?.[0]
  return found !== undefined && found !== '\n\n'
}

/** Editors leave lines of blanks between paragraphs; `marked` would join two paragraphs over some of them. */
function normaliseLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const isIndented = lines.includes('\n ') || lines.includes('\n\t') || lines.includes('\n\u00a0')
  return isIndented ? lines.replace(/\n[ \t\u00a0]+(?=\n|$)/g, '\n') : lines
}

/** A hostile text is shown as it is, also a text of ten thousand `[` in a row, for which no stack is deep enough. */
function lexBlocks(lexer: Lexer, source: string): Token[] {
  try {
    if (lookedAheadInCharacters(source) <= mostLookedAheadInCharacters) return lexer.blockTokens(source, [])
  } catch {
    lexer.inlineQueue = []
  }
  return [{type: 'code', raw: source, text: source}]
}

/**
 * `marked` takes every line of dashes and bars for one that makes a table of all that follows up to a blank line, and reads a quote anew
 * for every line that goes on with it without a mark. A text of a million such lines would take it hours; no text of a person comes near.
 */
const mostLookedAheadInCharacters = 20_000_000

const costlyLine = /\n(?:[ \t>|:=-]*[=-][ \t>|:=-]*(?=\n)| {0,3}>[^\n]*(?=\n[^\n>]))/g

/** For each costly line what is between the blank lines around it. */
function lookedAheadInCharacters(source: string): number {
  let sum = 0
  let [start, end] = [0, 0]
  for (const {index} of source.matchAll(costlyLine)) {
    if (end <= index) {
      start = index
      end = source.indexOf('\n\n', index + 1)
      if (end === -1) end = source.length
    }
    sum += end - start
  }
  return sum
}

/** Replaces each `tokens` that the lexer has queued for inline parsing by a getter that parses on first use. */
function deferInline(lexer: Lexer, tokens: readonly Token[]): void {
  const sources = new Map<Token[], string>()
  for (const {src, tokens: children} of lexer.inlineQueue) {
    if (hasMarkup(src)) sources.set(children, src)
    else if (src !== '') children.push(textToken(src))
  }
  lexer.inlineQueue = []
  if (sources.size === 0) return
  const visit = (holder: {tokens?: Token[]}): void => {
    const children = holder.tokens
    if (children === undefined) return
    const source = sources.get(children)
    if (source === undefined) {
      for (const child of children) visitBlock(child)
      return
    }
    let made: Token[] | undefined
    const get = (): Token[] => {
      made ??= lexInline(lexer, source, children)
      return made
    }
    Object.defineProperty(holder, 'tokens', {get, enumerable: true, configurable: true})
  }
  const visitBlock = (token: Token): void => {
    // It defers by itself, and reading its tokens would make them.
    if (token instanceof LazyBlock) return
    if (token.type === 'list') for (const item of (token as Tokens.List).items) visit(item)
    else if (token.type === 'table') for (const cell of tableCells(token as Tokens.Table)) visit(cell)
    else visit(token as {tokens?: Token[]})
  }
  for (const token of tokens) visitBlock(token)
}

function withLines(tokens: readonly Token[], firstLine: number): Block[] {
  const blocks: Block[] = []
  let line = firstLine
  for (const token of tokens as readonly MarkedToken[]) {
    const {type, raw} = token
    if (type !== 'space' && type !== 'def') blocks.push({token, line: line + leadingNewlines(raw)})
    line += countNewlines(raw)
  }
  return blocks
}

function leadingNewlines(text: string): number {
  let count = 0
  while (text[count] === '\n') count += 1
  return count
}
