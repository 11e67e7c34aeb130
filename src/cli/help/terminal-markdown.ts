import type {Token, Tokens} from 'marked'
import {paint, type Styled} from '../print/paint.ts'
import {printable} from '../print/terminal-text.ts'
import {type Piece, setText} from '../print/wrapped-text.ts'

const codeIndent = '    '

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"}

function plain(text: string): string {
  return printable(text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole))
}

/** An address of another site is printed. An address of the documentation is a topic of `castwright help`. */
function linkPieces(inner: readonly Piece[], href: string, text: string): readonly Piece[] {
  const isElsewhere = /^https?:/i.test(href) && href !== text
  return isElsewhere ? [...inner, {text: ` (${printable(href)})`, style: 'dim'}] : inner
}

/** The text of inline tokens with its styles. */
function piecesOf(tokens: readonly Token[], style?: Styled): readonly Piece[] {
  return tokens.flatMap((token): readonly Piece[] => {
    const inner: readonly Token[] = ('tokens' in token ? token.tokens : undefined) ?? []
    if (token.type === 'codespan') return [{text: plain(token.text), style: 'cyan'}]
    if (token.type === 'strong') return piecesOf(inner, 'bold')
    if (token.type === 'em') return piecesOf(inner, 'italic')
    if (token.type === 'link') return linkPieces(piecesOf(inner, style), String(token.href), String(token.text))
    if (token.type === 'br') return [{text: ' '}]
    if (token.type === 'html') return []
    if (inner.length > 0) return piecesOf(inner, style)
    const text = plain('text' in token ? String(token.text) : token.raw)
    return [style === undefined ? {text} : {text, style}]
  })
}

function codeLines(text: string): readonly string[] {
  return text.split('\n').map((line) => `${codeIndent}${paint('cyan', printable(line))}`)
}

function listLines({items, ordered, start}: Tokens.List, width: number): readonly string[] {
  return items.flatMap((item, index) => {
    const mark = ordered ? `${Number(start || 1) + index}. ` : '- '
    const [head, ...more] = item.tokens
    const inner = head !== undefined && 'tokens' in head ? (head.tokens ?? []) : []
    return [
      ...setText(piecesOf(inner), width, mark),
      ...more.flatMap((token) =>
        blockLines(token, width - mark.length).map((line) => `${' '.repeat(mark.length)}${line}`),
      ),
    ]
  })
}

/**
 * Writes the rows of a table below each other, because a terminal is narrower than a page: the first cell, then the others with
 * their headings.
 */
function tableLines({header, rows}: Tokens.Table, width: number): readonly string[] {
  return rows.flatMap(([first, ...others]) => [
    ...setText(piecesOf(first?.tokens ?? [], 'bold'), width),
    ...others.flatMap(({tokens}, index) => {
      if (tokens.length === 0) return []
      const heading = header[index + 1]?.text ?? ''
      const label: readonly Piece[] = heading === '' ? [] : [{text: `${plain(heading)}: `, style: 'dim'}]
      return setText([...label, ...piecesOf(tokens)], width, '  ')
    }),
  ])
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list'
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table'
}

function blockLines(token: Token, width: number): readonly string[] {
  if (token.type === 'space' || token.type === 'html') return []
  if (token.type === 'code') return codeLines(String(token.text))
  if (isList(token)) return listLines(token, width)
  if (isTable(token)) return tableLines(token, width)
  if (token.type === 'blockquote')
    return ('tokens' in token ? (token.tokens ?? []) : [])
      .flatMap((each) => blockLines(each, width - 2))
      .map((line) => `  ${line}`)
  const inner = ('tokens' in token ? token.tokens : undefined) ?? []
  const lines = setText(piecesOf(inner), width)
  return token.type === 'heading' ? lines.map((line) => paint('bold', line)) : lines
}

/** Markdown of our documentation, as tokens of marked, in lines for a terminal of `width` columns. */
export function terminalLines(tokens: readonly Token[], width: number): readonly string[] {
  return tokens
    .map((token) => blockLines(token, width))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}
