import type {MarkedToken, Token} from 'marked'
import {inlineText} from '../../text/markdown/block-text.ts'
import {decodeCharacterReferences} from '../../text/markup/character-references.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import type {NotesContext} from './notes-context.ts'
import {withTimeLines} from './time-lines.ts'

type TokenOf<Type extends MarkedToken['type']> = Extract<MarkedToken, {readonly type: Type}>
type Writer<T> = (token: T, context: MarkdownContext) => string

export type MarkdownContext = NotesContext & {
  /** Whether the author's own HTML stays HTML, for the sanitiser that follows. Otherwise it is shown as text. */
  readonly rawHtml: boolean
}

/** Markdown as HTML. It writes no other tags than those of the allow-list, and all else is escaped or checked. */
export function markdownHtml(tokens: readonly Token[], context: MarkdownContext): string {
  let html = ''
  for (const token of tokens) {
    const write = Object.hasOwn(writers, token.type) ? writers[token.type as MarkedToken['type']] : undefined
    html += write === undefined ? escapeHtml(token.raw) : (write as Writer<Token>)(token, context)
  }
  return html
}

/** One row for each kind of token that `marked` makes (https://marked.js.org/using_pro#renderer). */
const writers: {readonly [Type in MarkedToken['type']]: Writer<TokenOf<Type>>} = {
  blockquote: ({tokens}, context) => element('blockquote', markdownHtml(tokens, context), '\n'),
  br: () => '<br>',
  checkbox: ({checked}) => (checked ? '☑ ' : '☐ '),
  code: ({text}) => element('pre', element('code', escapeHtml(text)), '\n'),
  codespan: ({text}) => element('code', escapeHtml(text)),
  def: () => '',
  del: ({tokens}, context) => ifAllowed('del', markdownHtml(tokens, context), context),
  em: ({tokens}, context) => element('em', markdownHtml(tokens, context)),
  escape: ({text}) => escapeHtml(text),
  heading: (token, context) => {
    const {depth, tokens} = token
    const level = Math.min(Math.max(depth, context.allowed.highestHeading), context.allowed.lowestHeading)
    const content = markdownHtml(tokens, context)
    if (content.trim() === '') return ''
    const id = context.allowed.hasIds ? context.headings.idOf(token) : undefined
    return id === undefined
      ? element(`h${level}`, content, '\n')
      : `<h${level} id="${escapeHtml(id)}">${content}</h${level}>\n`
  },
  hr: (_token, {allowed}) => (allowed.elements.has('hr') ? '<hr>\n' : ''),
  html: ({text}, {rawHtml}) => (rawHtml ? text : escapeHtml(text)),
  image: writeImage,
  link: writeLink,
  list: writeList,
  list_item: ({tokens}, context) => {
    const content = markdownHtml(tokens, context)
    // The blocks within such a block write their own lines.
    return element('li', tokens.every(({type}) => type === 'text') ? withTimeLines(content) : content, '\n')
  },
  paragraph: ({tokens}, context) => {
    const content = withTimeLines(markdownHtml(tokens, context))
    // A picture without a text becomes nothing in a feed. An empty paragraph would be a gap there.
    return content.trim() === '' ? '' : element('p', content, '\n')
  },
  space: () => '',
  strong: ({tokens}, context) => element('strong', markdownHtml(tokens, context)),
  table: writeTable,
  text: writeText,
}

function element(name: string, content: string, after = ''): string {
  return `<${name}>${content}</${name}>${after}`
}

function ifAllowed(name: string, content: string, {allowed}: NotesContext): string {
  return allowed.elements.has(name) ? element(name, content) : content
}

function writeText(token: TokenOf<'text'>, context: MarkdownContext): string {
  if (token.tokens !== undefined) return markdownHtml(token.tokens, context)
  // Inside an inline `<pre>` or `<script>` marked hands the text over as HTML.
  if (token.escaped === true && context.rawHtml) return token.text
  return escapeHtml(decodeCharacterReferences(token.text))
}

function writeLink(token: TokenOf<'link'>, context: MarkdownContext): string {
  // The text of an address that is its own link is taken literally: "&copy=1" in it is no ©.
  const content = token.autolink === true ? escapeHtml(token.text) : markdownHtml(token.tokens, context)
  const address = context.link(linkDestination(token))
  if (address === undefined || content.trim() === '') return content
  return `<a href="${escapeHtml(address)}"${titleAttribute(token.title)}>${content}</a>`
}

function linkDestination({autolink, href, text}: TokenOf<'link'>): string {
  if (autolink !== true) return decodeCharacterReferences(href)
  // marked completes a bare "www.example.org" to http.
  return /^www\./i.test(text) ? text : href
}

function writeImage({href, title, tokens}: TokenOf<'image'>, context: MarkdownContext): string {
  const alt = escapeHtml(inlineText(tokens))
  const shown = context.allowed.elements.has('img')
  const address = shown ? context.imageLink(decodeCharacterReferences(href)) : undefined
  if (address === undefined) return alt
  return `<img src="${escapeHtml(address)}" alt="${alt}"${titleAttribute(title)} loading="lazy" decoding="async">`
}

function titleAttribute(title: string | null | undefined): string {
  return title === null || title === undefined ? '' : ` title="${escapeHtml(decodeCharacterReferences(title))}"`
}

function writeList({ordered, start, items}: TokenOf<'list'>, context: MarkdownContext): string {
  const content = `\n${markdownHtml(items, context)}`
  if (!ordered) return element('ul', content, '\n')
  return start === 1 || start === '' ? element('ol', content, '\n') : `<ol start="${Number(start)}">${content}</ol>\n`
}

function writeTable({header, rows}: TokenOf<'table'>, context: MarkdownContext): string {
  type Cell = (typeof header)[number]
  const content = (cell: Cell): string => markdownHtml(cell.tokens, context)
  if (!context.allowed.elements.has('table')) {
    return [header, ...rows].map((row) => element('p', row.map(content).join(' | '), '\n')).join('')
  }
  const cells = (row: readonly Cell[], name: 'th' | 'td'): string =>
    row
      .map((cell) => `<${name}${cell.align === null ? '' : ` align="${cell.align}"`}>${content(cell)}</${name}>`)
      .join('')
  const body = rows.map((row) => element('tr', cells(row, 'td'), '\n')).join('')
  return `<table>\n<thead>\n<tr>${cells(header, 'th')}</tr>\n</thead>\n<tbody>\n${body}</tbody>\n</table>\n`
}
