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
    const cleaned = safeHtml(parsed(result), context)
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

/**
 * What was read last. Pages and feeds have the same HTML of an author, and what comes of it is read once more by each: without this, the
 * parser would read it four times, and take a tenth of the time of shows whose notes are HTML. Nobody changes these nodes.
 */
const latestRead = new Map<string, readonly RootContent[]>()
const mostKeptInCharacters = 200_000
let keptInCharacters = 0

function parsed(html: string): readonly RootContent[] {
  const known = latestRead.get(html)
  if (known !== undefined) return known
  const {children} = fromHtml(html, {fragment: true})
  if (keptInCharacters > mostKeptInCharacters) {
    latestRead.clear()
    keptInCharacters = 0
  }
  latestRead.set(html, children)
  keptInCharacters += html.length
  return children
}

function textOnly(html: string): string {
  const text = html
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? '' : `<p>${withoutIllegalXml(escapeHtml(text))}</p>`
}
