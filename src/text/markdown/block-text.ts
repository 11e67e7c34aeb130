import type {MarkedToken, Token, Tokens} from 'marked'
import {decodeCharacterReferences} from '../markup/character-references.ts'
import {hasMarkup} from './inline-markdown.ts'

export type BlockToken = MarkedToken

export type MarkdownLink = {readonly text: string; readonly href: string}

/** How many line breaks `text` holds. This finds the line of something inside a block. */
export function countNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The plain text of a block or of inline tokens: no markup, references resolved, line breaks as blanks, pieces of a list or table apart. */
export function inlineText(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens as readonly MarkedToken[]) text += textOfInline(token)
  return text
}

function textOfInline(token: MarkedToken): string {
  if (token.type === 'br') return ' '
  if (token.type === 'html' || token.type === 'checkbox') return ''
  if (token.type === 'codespan' || token.type === 'image') return token.text
  if ('tokens' in token && token.tokens !== undefined) return inlineText(token.tokens)
  return 'text' in token ? joinLines(decodeCharacterReferences(token.text)) : ''
}

/** The plain text of a block, read without inline parsing where it holds no markup. */
export function blockText(token: BlockToken): string {
  if (token.type === 'list') return token.items.map(itemText).join(' ')
  if (token.type === 'table')
    return tableCells(token)
      .map((cell) => inlineText(cell.tokens))
      .join(' ')
  if (token.type === 'blockquote') return (token.tokens as MarkedToken[]).map(blockText).join(' ').trim()
  if (token.type === 'code') return token.text
  if (token.type === 'html' || token.type === 'space' || token.type === 'hr' || token.type === 'def') return ''
  if ('text' in token && !hasMarkup(token.text)) return joinLines(token.text).trim()
  return 'tokens' in token && token.tokens !== undefined ? inlineText(token.tokens).trim() : ''
}

/** Lines of a hard-wrapped paragraph as one. */
export function joinLines(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, ' ') : text
}

function itemText(item: Tokens.ListItem): string {
  return (item.tokens as MarkedToken[]).map(blockText).join(' ').trim()
}

/** Every link of a block, in order, also those in list items, tables and quotes; raw HTML is not looked into. */
export function links(token: Token): readonly MarkdownLink[] {
  const found: MarkdownLink[] = []
  const visit = (each: MarkedToken): void => {
    if (each.type === 'link') found.push({text: inlineText(each.tokens), href: each.href})
    else for (const child of childrenOf(each)) visit(child)
  }
  visit(token as MarkedToken)
  return found
}

/** Every picture of a block as it is written, like its links. */
export function pictures(token: Token): readonly string[] {
  const found: string[] = []
  const visit = (each: MarkedToken): void => {
    if (each.type === 'image') found.push(decodeCharacterReferences(each.href))
    else for (const child of childrenOf(each)) visit(child)
  }
  visit(token as MarkedToken)
  return found
}

function childrenOf(token: MarkedToken): readonly MarkedToken[] {
  const holders = token.type === 'list' ? token.items : token.type === 'table' ? tableCells(token) : [token]
  // Reading `tokens` parses them. So nothing is read if there can be no link.
  return holders.flatMap((holder) =>
    mayHoldLink(token) && 'tokens' in holder ? ((holder.tokens as MarkedToken[] | undefined) ?? []) : [],
  )
}

function mayHoldLink(token: MarkedToken): boolean {
  return /[[<]|:\/\/|www\.|@/.test(token.raw)
}

export function tableCells(table: Tokens.Table): readonly Tokens.TableCell[] {
  return [...table.header, ...table.rows.flat()]
}
