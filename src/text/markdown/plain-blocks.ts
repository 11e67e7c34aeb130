import type {Lexer, MarkedToken} from 'marked'
import {lexInline} from './inline-markdown.ts'

/** What no other block begins with: a letter, a quotation mark, a bracket, or emphasis before one of them. */
const opensText = /^(?:\*{1,2}|_{1,2})?[\p{L}"“„‘'(]/u
/** Without the marks that may also close it. */
const plainHeading = /^(#{1,6})[ \t](.*[^#\s])\s*$/

/**
 * A line between blank lines that starts like a sentence is a paragraph. An interview consists of such lines and of headings. So
 * ten expressions that look for other blocks need not be tried on them.
 */
export function plainBlock(this: {lexer: Lexer}, source: string): LazyBlock | undefined {
  const end = source.indexOf('\n')
  if (end === -1 || !this.lexer.state.top) return undefined
  if (source[0] === '#') {
    const line = source.slice(0, end)
    const [, marks = '', text = ''] = plainHeading.exec(line) ?? []
    return marks === '' ? undefined : new LazyBlock(this.lexer, 'heading', line, text.trimStart(), marks.length)
  }
  if (source[end + 1] !== '\n' || !opensText.test(source)) return undefined
  const text = source.slice(0, end)
  return new LazyBlock(this.lexer, 'paragraph', text, text)
}

/**
 * A paragraph or heading in the form of `marked`. It is a class, because a getter of its own for each object would cost more than
 * it saves.
 */
export class LazyBlock {
  readonly type: 'paragraph' | 'heading'
  readonly raw: string
  readonly text: string
  readonly depth: number | undefined
  private readonly lexer: Lexer
  private made: MarkedToken[] | undefined

  constructor(lexer: Lexer, type: LazyBlock['type'], raw: string, text: string, depth?: number) {
    this.type = type
    this.raw = raw
    this.text = text
    this.depth = depth
    this.lexer = lexer
    this.made = undefined
  }

  get tokens(): MarkedToken[] {
    this.made ??= lexInline(this.lexer, this.text)
    return this.made
  }
}
