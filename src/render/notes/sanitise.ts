import type {Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {sanitize} from 'hast-util-sanitize'
import {toHtml} from 'hast-util-to-html'
import {escapeHtml} from '../../text/markup/html.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {loneEmbed} from './lone-embed.ts'
import type {NotesContext} from './notes-context.ts'
import {countTags, htmlPieces} from './notes-raw-html.ts'
import {rewriteElements} from './sanitise-elements.ts'

/**
 * Bounds of one piece of HTML. The parser's rules for misnested tags make up to n² elements of n tags, and its tree is
 * walked by recursion.
 */
const maxTags = 1000
const maxCharacters = 300_000

/** Removing an element can change how the rest is read (a link inside a table inside a link), so the output is read again. */
const maxRounds = 4

/**
 * The author's HTML as allow-listed HTML: complete elements only, whatever is opened or closed in it, and every address
 * checked. Reading the result and cleaning it again changes nothing.
 */
export function sanitise(html: string, context: NotesContext): string {
  if (html.length <= maxCharacters && countTags(html) <= maxTags) return sanitisePiece(html, context)
  return htmlPieces(html, maxTags)
    .map((piece) => sanitisePiece(piece, context))
    .join('')
}

function sanitisePiece(html: string, context: NotesContext): string {
  const embed = loneEmbed(html)
  // It becomes a paragraph with a link, which is read in one way only.
  if (embed !== undefined) return safeHtml(embed, context)
  if (html.length > maxCharacters || countTags(html) > maxTags) {
    const message =
      'An HTML element in the notes has more than a thousand tags or 300,000 characters: only its text is published'
    context.report('html-too-complex', message, 'write it in Markdown, or close its tags')
    return textOnly(html)
  }
  let result = html
  for (let round = 0; round < maxRounds; round += 1) {
    const cleaned = safeHtml(parse(result).children, context)
    if (cleaned === result) return result
    result = cleaned
  }
  // This is malformed HTML that is read differently each time.
  return textOnly(result)
}

function safeHtml(nodes: readonly RootContent[], context: NotesContext): string {
  const rewritten: Root = {type: 'root', children: rewriteElements(nodes, context)}
  const safe = sanitize(rewritten, context.allowed.schema)
  return withoutIllegalXml(toHtml(safe, {characterReferences: {useNamedReferences: true}}))
}

function parse(html: string): {readonly children: readonly RootContent[]} {
  return fromHtml(html, {fragment: true})
}

function textOnly(html: string): string {
  const text = html
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? '' : `<p>${withoutIllegalXml(escapeHtml(text))}</p>`
}
