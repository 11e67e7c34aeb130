import type {RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {MarkedToken, Token} from 'marked'
import {blockText} from '../text/markdown.ts'
import {withoutIllegalXml} from '../text/xml-characters.ts'
import type {NotesContext} from './notes-context.ts'
import {blockElements} from './notes-elements.ts'
import {markdownHtml} from './notes-markdown.ts'
import {allowLists} from './notes-policy.ts'
import {notesRuns} from './notes-raw-html.ts'
import {sanitise} from './sanitise.ts'

type Paragraph = {readonly text: string /** Sentences, not a heading, a list or a table. */; readonly prose: boolean}

/** Notes as plain text, for places that show no markup: paragraphs with an empty line between them, `- ` before list items. */
export function plainText(tokens: readonly Token[]): string {
  return [...paragraphsOf(tokens)].map(({text}) => text).join('\n\n')
}

/**
 * One paragraph of plain text for lists of episodes: the first paragraph of the notes, as many whole sentences of it as fit. Empty
 * where there are no words.
 */
export function summaryOf(tokens: readonly Token[], {maxCharacters}: {readonly maxCharacters: number}): string {
  let firstOfAny: string | undefined
  for (const {text, prose} of paragraphsOf(tokens)) {
    if (prose) return cutAtSentence(onOneLine(text), maxCharacters)
    firstOfAny ??= text
  }
  return cutAtSentence(onOneLine(firstOfAny ?? ''), maxCharacters)
}

/** One after the other, so that a summary does not cost a reading of all the notes. */
function* paragraphsOf(tokens: readonly Token[]): Generator<Paragraph> {
  for (const {blocks, raw} of notesRuns(tokens)) {
    const paragraphs = raw ? htmlParagraphs(blocks) : blocks.map((block) => markdownParagraph(block as MarkedToken))
    for (const {text, prose} of paragraphs) {
      const legal = withoutIllegalXml(text).trim()
      if (legal !== '') yield {text: legal, prose}
    }
  }
}

function markdownParagraph(block: MarkedToken): Paragraph {
  if (block.type === 'list')
    return {text: block.items.map((item) => `- ${itemText(item.tokens)}`).join('\n'), prose: false}
  // The text of a picture describes the picture, not the episode.
  const prose = block.type === 'paragraph' && !(block.text.startsWith('![') && block.tokens.every(isPicture))
  return {text: blockText(block), prose}
}

function itemText(tokens: readonly Token[]): string {
  return onOneLine((tokens as readonly MarkedToken[]).map(blockText).join(' '))
}

function isPicture(token: Token): boolean {
  return token.type === 'image' || token.type === 'br' || (token.type === 'text' && token.raw.trim() === '')
}

/** Keeps no address: a text has no links. */
const textContext: NotesContext = {
  allowed: allowLists.feed,
  link: () => undefined,
  imageLink: () => undefined,
  report: () => {},
  problems: () => [],
}

function htmlParagraphs(blocks: readonly Token[]): readonly Paragraph[] {
  const html = sanitise(markdownHtml(blocks, {...textContext, rawHtml: true}), textContext)
  return fromHtml(html, {fragment: true}).children.map((node) => ({
    text: onOneLine(textOf(node)),
    prose:
      node.type === 'text' || (node.type === 'element' && (node.tagName === 'p' || !blockElements.has(node.tagName))),
  }))
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

/** An end of a sentence; not the full stop of an initial or of a short title ("Dr.", "e.g."). */
const sentenceEnd = /(?:[!?…]|(?<![\s(“"]\p{Lu}\p{L}{0,2})(?<![\s.(“"]\p{L})\.)["'”’»)\]]*(?=\s|$)|[。！？]/gu

function cutAtSentence(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  const ends = [...text.slice(0, maxCharacters + 1).matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  const end = ends.findLast((each) => each <= maxCharacters) ?? 0
  // "Hello!" is a whole sentence, but says less than half of the next one does.
  return end >= maxCharacters / 3 ? text.slice(0, end) : cutAtWord(text, maxCharacters)
}

function cutAtWord(text: string, maxCharacters: number): string {
  const head = text.slice(0, maxCharacters - 1)
  const blank = head.lastIndexOf(' ')
  // Texts without blanks (Japanese) are cut between characters, but not in the middle of an emoji.
  const cut = blank > maxCharacters / 2 ? head.slice(0, blank) : withoutIllegalXml(head)
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`
}
