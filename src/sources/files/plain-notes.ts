import {plainSentences} from './plain-sentences.ts'

const block = /<(p|h[2-6]|ul|ol)>(.*?)<\/\1> ?/y
const item = /<li>(.*?)<\/li> ?/y

/** Longer notes are no notes. */
const longestInCharacters = 1_000_000

/**
 * Notes of nothing but paragraphs, headings and lists of plain sentences, as Markdown. Most notes are no more than that, and the same
 * Markdown comes out where HTML is read as a tree, written as Markdown, and both are rendered and compared, in a hundredth of the time.
 * `undefined`: there is more in them.
 */
export function plainNotes(html: string): string | undefined {
  if (html.length > longestInCharacters) return undefined
  // Not `\s`, nor `trim()`: they take blanks that browsers show.
  const text = withoutEdges(html.replace(/[ \t\r\n\f]+/g, ' '))
  if (!/<(?:p|h[2-6]|ul|ol)[> ]/.test(text)) return plainSentences(text)
  const blocks: string[] = []
  let isAfterList = false
  for (block.lastIndex = 0; block.lastIndex < text.length; ) {
    const [whole, name = '', inner = ''] = block.exec(text) ?? []
    const isList = name === 'ul' || name === 'ol'
    // Two lists in a row need different marks, or they are one.
    if (whole === undefined || (isList && isAfterList)) return undefined
    const written = isList ? plainList(withoutEdges(inner), name === 'ol') : plainBlock(name, withoutEdges(inner))
    if (written === undefined) return undefined
    blocks.push(written)
    isAfterList = isList
  }
  return blocks.join('\n\n')
}

/** Of a text in which no two blanks follow each other. */
function withoutEdges(text: string): string {
  return text.replace(/^ | $/g, '')
}

function plainBlock(name: string, inner: string): string | undefined {
  const written = plainSentences(inner)
  if (name === 'p' || written === undefined) return written
  return written.includes('\n') ? undefined : `${'#'.repeat(Number(name[1]))} ${written}`
}

function plainList(inner: string, isNumbered: boolean): string | undefined {
  const items: string[] = []
  for (item.lastIndex = 0; item.lastIndex < inner.length; ) {
    const [whole, content = ''] = item.exec(inner) ?? []
    const written = whole === undefined ? undefined : plainSentences(withoutEdges(content))
    if (written === undefined || written.includes('\n')) return undefined
    items.push(`${isNumbered ? `${items.length + 1}.` : '-'} ${written}`)
  }
  return items.length === 0 ? undefined : items.join('\n')
}
