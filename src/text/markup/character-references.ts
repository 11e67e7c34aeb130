import {fromHtml} from 'hast-util-from-html'
import {remembered} from '../../model/remembered.ts'

const reference = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi
const common: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', '\u00a0'],
])

/**
 * Text with its character references (`&eacute;`, `&#x27;`) resolved as a browser does, once: `&amp;lt;` is `&lt;`. Names that do
 * not exist stay as they are.
 */
export function decodeCharacterReferences(text: string): string {
  return text.includes('&') ? text.replace(reference, (name) => common.get(name) ?? decodeRare(name)) : text
}

/** By the HTML parser, which knows all 2,231 names and the windows-1252 rules for numbers. */
const decodeRare = remembered((name: string): string => {
  const [node] = fromHtml(name, {fragment: true}).children
  return node?.type === 'text' ? node.value : ''
})
