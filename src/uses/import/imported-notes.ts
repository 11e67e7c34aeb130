import type {Element, ElementContent, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {minifyWhitespace} from 'hast-util-minify-whitespace'
import {phrasing} from 'hast-util-phrasing'
import {toHtml} from 'hast-util-to-html'
import {absoluteUrl} from '../../model/absolute-url.ts'
import {renderNotes} from '../../render/notes/notes.ts'
import {htmlToMarkdown} from '../../sources/files/html-to-markdown.ts'
import {plainNotes} from '../../sources/files/plain-notes.ts'
import type {PackedText} from '../../sources/packed-text.ts'
import {lexMarkdown} from '../../text/markdown/markdown.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {nestsTooDeep} from './html-nesting.ts'

/** Longer notes are transcripts or whole articles. They stay as they are, because converting them to Markdown takes seconds. */
const longestConvertedInCharacters = 100_000

/** What the long way takes for any notes, however short. */
const leastOfNotesInCharacters = 1500
/** Of the notes of a show, so many are converted by the long way in any case. */
const alwaysConvertedInCharacters = 4_000_000
/** For each episode, more than shows have: all notes of a show of ten thousand episodes are converted. */
const usualOfNotesInCharacters = 5500
/** A source that has more was made to keep us busy: so much of its notes takes a quarter of one of the ten seconds that it may cost. */
const mostEpisodesOfShows = 20_000
const convertedOfOthersInCharacters = 250_000

/** How much of the notes of a source is converted by the long way. */
function mostConvertedInCharacters(episodes: number): number {
  if (episodes > mostEpisodesOfShows) return convertedOfOthersInCharacters
  return Math.max(alwaysConvertedInCharacters, episodes * usualOfNotesInCharacters)
}

export type NotesConverter = {
  /** The body of the episode with this number in the source. */
  readonly bodyOf: (index: number, html: string) => string
  /** How many notes stay HTML because the show has more than can be converted. */
  readonly leftCount: () => number
}

/**
 * The notes of a source as bodies of episodes. They become Markdown if the rendered Markdown gives the same tree as the source's
 * HTML. Otherwise the HTML stays, in one block. It also stays in a source that has more notes than any show. Then the
 * oldest ones are converted, so that new episodes change nothing in files that are there.
 */
export function notesConverter(episodes: readonly {readonly notesHtml: PackedText}[]): NotesConverter {
  const first = firstConverted(episodes)
  let leftCount = 0
  return {
    bodyOf: (index, html) => {
      const plain = plainNotes(html)
      if (plain !== undefined) return plain
      if (index >= first) return convertedNotes(html)
      leftCount += 1
      return htmlBlock(asHtml(html))
    },
    leftCount: () => leftCount,
  }
}

/** Sources have the newest episode first. */
function firstConverted(episodes: readonly {readonly notesHtml: PackedText}[]): number {
  let left = mostConvertedInCharacters(episodes.length)
  for (let index = episodes.length - 1; index >= 0; index -= 1) {
    const {length} = episodes[index]?.notesHtml() ?? ''
    left -= leastOfNotesInCharacters + (length > longestConvertedInCharacters ? 0 : length)
    if (left < 0) return index + 1
  }
  return 0
}

/** The same by the long way, which takes all notes. */
export function convertedNotes(html: string): string {
  const source = asHtml(html)
  const isTooMuch = html.length > longestConvertedInCharacters || nestsTooDeep(source)
  return (isTooMuch ? undefined : markdownIfSame(source)) ?? htmlBlock(source)
}

/** Some sources have plain text where HTML belongs. */
function asHtml(text: string): string {
  return /[<&]/.test(text) ? text : escapeHtml(text)
}

function markdownIfSame(source: string): string | undefined {
  const markdown = htmlToMarkdown(source)
  if (markdown === undefined) return undefined
  const [one, other] = [htmlFor(markdown), htmlFor(htmlBlock(source))]
  // Most are equal letter by letter. Reading both as trees would be half of the work.
  return one === other || comparable(withoutOwnIds(one, other)) === comparable(other) ? markdown : undefined
}

/** The page gives ids to headings of Markdown. Where the source has none, nothing leads to them, and they are no difference. */
function withoutOwnIds(html: string, source: string): string {
  return / id="/.test(source) ? html : html.replace(ownIds, '$1')
}

const ownIds = /(<h[1-6]) id="[^"]*"/g

/** HTML that a reader of Markdown takes as one block: it begins with an element and has no empty line. */
function htmlBlock(html: string): string {
  const lines = html.replace(/\r\n?/g, '\n').split('\n')
  const block = lines
    .filter((line) => line.trim() !== '')
    .join('\n')
    .trim()
  return block === '' || /^<(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)[\s>]/i.test(block)
    ? block
    : `<div>\n${block}\n</div>`
}

const base = absoluteUrl('https://notes.invalid/')

/** The notes as listeners would get them. */
function htmlFor(body: string): string {
  return base === undefined ? '' : renderNotes(lexMarkdown(body).blocks, {base, policy: 'page', file: ''}).html.trim()
}

/** HTML without white space that no browser shows. */
function comparable(html: string): string {
  const tree = fromHtml(html, {fragment: true})
  const inParagraphs: Root = {type: 'root', children: paragraphs(tree.children)}
  minifyWhitespace(inParagraphs)
  for (const child of inParagraphs.children) nameAlike(child)
  return toHtml(inParagraphs)
}

/** Both `b` and `strong` show bold text, and Markdown has one mark for both. */
const alike: Readonly<Record<string, string>> = {b: 'strong', i: 'em'}

function nameAlike(node: RootContent): void {
  if (node.type !== 'element') return
  node.tagName = alike[node.tagName] ?? node.tagName
  for (const child of node.children) nameAlike(child)
}

/** Text between blocks looks like a paragraph. */
function paragraphs(children: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = []
  let run: ElementContent[] = []
  const close = () => {
    const isSeen = run.some((node) => node.type !== 'text' || node.value.trim() !== '')
    if (isSeen) result.push({type: 'element', tagName: 'p', properties: {}, children: run} satisfies Element)
    run = []
  }
  for (const child of children) {
    if (child.type !== 'doctype' && phrasing(child)) run.push(child)
    else {
      close()
      result.push(child)
    }
  }
  close()
  return result
}
