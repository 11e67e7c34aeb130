import type {MarkedToken, Token} from 'marked'
import type {NotesBlock} from '../../model/episode.ts'
import {voidElements} from './notes-elements.ts'

/** Blocks that are rendered together. `raw`: they hold the author's HTML, so they go through the sanitiser as one piece. */
export type NotesRun = {readonly blocks: readonly NotesBlock[]; readonly raw: boolean}

type OpenTag = {readonly name: string; readonly position: number}

/** A tag, or the beginning of one. It stops at the next `<`, so that a text of nothing but `<a<a<a` is read only once. */
const tag = /<(\/?)([a-z][^\s/<>]*)[^<>]*>?/gi

/**
 * Cuts notes into runs. If HTML opens in one block and closes in another (`<div>`, Markdown, `</div>`), all blocks between them
 * are one run. A tag that is never closed ends with its block. The cuts decide only how well the result looks: each run is made
 * safe by itself.
 */
export function notesRuns(blocks: readonly NotesBlock[]): readonly NotesRun[] {
  const htmlOfBlocks = blocks.map(({token}) => (token.raw.includes('<') ? htmlIn([token]) : ''))
  if (htmlOfBlocks.every((html) => html === '')) return [{blocks, raw: false}]
  const lastOfRun = runEnds(htmlOfBlocks)
  const runs: NotesRun[] = []
  let markdown: NotesBlock[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const end = lastOfRun.get(index) ?? index
    if (end === index && htmlOfBlocks[index] === '') {
      markdown.push(...blocks.slice(index, index + 1))
      continue
    }
    if (markdown.length > 0) runs.push({blocks: markdown, raw: false})
    markdown = []
    runs.push({blocks: blocks.slice(index, end + 1), raw: true})
    index = end
  }
  if (markdown.length > 0) runs.push({blocks: markdown, raw: false})
  return runs
}

/** All HTML that the author wrote in these blocks and below them. */
function htmlIn(tokens: readonly Token[]): string {
  let html = ''
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'html') html += token.text
    else if (token.type === 'list') html += token.items.map((item) => htmlIn(item.tokens)).join('')
    else if (token.type === 'table')
      html += [token.header, ...token.rows]
        .flat()
        .map((cell) => htmlIn(cell.tokens))
        .join('')
    else if ('tokens' in token && token.tokens !== undefined) html += htmlIn(token.tokens)
  }
  return html
}

/** From the index of a block to the index of the last block of the run that starts there. Runs do not overlap. */
function runEnds(htmlOfBlocks: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open = tagStack()
  for (const [index, html] of htmlOfBlocks.entries()) {
    for (const match of html.matchAll(tag)) {
      const [, slash, name = ''] = match
      if (slash === '') open.push(name.toLowerCase(), index)
      else {
        const opening = open.pop(name.toLowerCase())
        if (opening !== undefined && opening.position < index) ends.set(opening.position, index)
      }
    }
  }
  return joined(ends)
}

function joined(ends: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const result = new Map<number, number>()
  let start = -1
  let end = -1
  for (const [from, to] of [...ends].sort(([a], [b]) => a - b)) {
    if (from > end) start = from
    end = Math.max(end, to)
    result.set(start, end)
  }
  return result
}

/**
 * Cuts HTML into pieces, each with at most `maxTags` tags if cuts between elements allow that. Notes of a thousand paragraphs are
 * read paragraph by paragraph, because the cost of HTML's error rules grows with the square of the length.
 */
export function htmlPieces(html: string, maxTags: number): readonly string[] {
  const pieces: string[] = []
  const open = tagStack()
  let start = 0
  let safeEnd = 0
  let tags = 0
  let tagsAtSafeEnd = 0
  for (const match of html.matchAll(tag)) {
    const [text, slash, name = ''] = match
    if (slash !== '') open.pop(name.toLowerCase())
    else {
      tags += 1
      if (tags > maxTags && safeEnd > start) {
        pieces.push(html.slice(start, safeEnd))
        start = safeEnd
        tags -= tagsAtSafeEnd
      }
      open.push(name.toLowerCase(), match.index)
    }
    if (open.isEmpty()) {
      safeEnd = match.index + text.length
      tagsAtSafeEnd = tags
    }
  }
  pieces.push(html.slice(start))
  return pieces
}

export function countTags(html: string): number {
  return html.match(/<[a-z]/gi)?.length ?? 0
}

/** The elements that are open, the innermost last. `pop` also closes the elements inside, as a browser does. */
function tagStack() {
  const tags: OpenTag[] = []
  // How often each name is on the stack. Otherwise each of a million stray end tags would need a search of the whole stack.
  const counts = new Map<string, number>()
  const drop = (): OpenTag | undefined => {
    const last = tags.pop()
    if (last !== undefined) counts.set(last.name, (counts.get(last.name) ?? 1) - 1)
    return last
  }
  return {
    isEmpty: () => tags.length === 0,
    push: (name: string, position: number) => {
      if (voidElements.has(name)) return
      // The end tags of these elements may be left out: the next one closes the one before it.
      if ((name === 'p' || name === 'li') && tags.at(-1)?.name === name) drop()
      tags.push({name, position})
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    pop: (name: string): OpenTag | undefined => {
      if ((counts.get(name) ?? 0) === 0) return undefined
      let closed = drop()
      while (closed !== undefined && closed.name !== name) closed = drop()
      return closed
    },
  }
}
