import type {RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {MarkedToken, Token} from 'marked'
import {readLeadingTime} from '../../chapters/timestamp-line.ts'
import type {NotesBlock} from '../../model/episode.ts'
import {cutAtSentence} from '../../text/cut/sentences.ts'
import {blockText} from '../../text/markdown/block-text.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {noHeadingIds} from './heading-ids.ts'
import type {NotesContext} from './notes-context.ts'
import {blockElements} from './notes-elements.ts'
import {markdownHtml} from './notes-markdown.ts'
import {allowLists} from './notes-policy.ts'
import {notesRuns} from './notes-raw-html.ts'
import {sanitise} from './sanitise.ts'

/**
 * One paragraph of plain text for lists of episodes: the first paragraph of the notes, with as many whole sentences as fit. Empty
 * if nothing in the notes is prose: a list, or a line of chapters alone, says nothing about the episode.
 */
export function summaryOf(notes: readonly NotesBlock[], {maxCharacters}: {readonly maxCharacters: number}): string {
  for (const text of proseOf(notes)) return cutAtSentence(text, maxCharacters)
  return ''
}

/** The paragraphs, each on one line. They are read one after the other, so that a summary does not need all of the notes. */
function* proseOf(notes: readonly NotesBlock[]): Generator<string> {
  for (const {blocks, raw} of notesRuns(notes)) {
    const tokens = blocks.map(({token}) => token as MarkedToken)
    const paragraphs = raw ? htmlProse(tokens) : tokens.filter(isProse).map(blockText)
    for (const paragraph of paragraphs) {
      const text = onOneLine(withoutIllegalXml(paragraph))
      if (text !== '' && readLeadingTime(text) === undefined) yield text
    }
  }
}

/** The text of a picture describes the picture, not the episode. */
function isProse(block: MarkedToken): boolean {
  return block.type === 'paragraph' && !(block.text.startsWith('![') && block.tokens.every(isPicture))
}

function isPicture(token: Token): boolean {
  return token.type === 'image' || token.type === 'br' || (token.type === 'text' && token.raw.trim() === '')
}

/** Addresses are left out: a plain text has no links. */
const textContext: NotesContext = {
  allowed: allowLists.feed,
  link: () => undefined,
  imageLink: () => undefined,
  headings: noHeadingIds,
  report: () => {},
}

function htmlProse(blocks: readonly Token[]): readonly string[] {
  const html = sanitise(markdownHtml(blocks, {...textContext, rawHtml: true}), textContext)
  return fromHtml(html, {fragment: true})
    .children.filter(
      (node) =>
        node.type === 'text' || (node.type === 'element' && (node.tagName === 'p' || !blockElements.has(node.tagName))),
    )
    .map(textOf)
}

function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const text = node.children.map(textOf).join('')
  return blockElements.has(node.tagName) || node.tagName === 'br' ? `${text} ` : text
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
