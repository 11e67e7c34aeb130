import {escapeHtml} from '../text/markup/html.ts'
import {scanHtml} from '../text/markup/html-tokens.ts'
import type {App} from './app.ts'

export type AppNotes = {readonly html: string; readonly text: string}

/** Show notes as an app shows them: `html` with the elements it keeps, and `text` as a person reads it there. */
export function appNotes(html: string, app: Pick<App, 'elements' | 'links'>): AppNotes {
  const kept = new Set(app.elements)
  let shown = ''
  let text = ''
  let href: string | undefined
  let isPlainLink = false
  let isPreformatted = false
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') {
      shown += kept.size === 0 ? token.text : escapeHtml(token.text)
      // A line break in the source is a blank on a page.
      text += isPreformatted ? token.text : token.text.replace(/\s+/g, ' ')
      continue
    }
    const {kind, name} = token
    const isOpen = kind === 'open'
    if (name === 'pre') isPreformatted = isOpen
    text = withBreak(text, name, isOpen)
    if (name === 'a') {
      if (isOpen) {
        href = token.attributes.get('href') ?? ''
        isPlainLink = !kept.has('a') || (app.links === 'https' && !href.startsWith('https:'))
      }
      // If the app makes no link of it, a person can still read the address.
      if (!isOpen && href !== undefined && kept.has('a') && !isPlainLink) text += ` <${href}>`
      if (!isPlainLink) shown += isOpen ? `<a href="${escapeHtml(href ?? '')}">` : '</a>'
    } else if (kept.has(name)) shown += isOpen ? `<${name}>` : name === 'br' ? '' : `</${name}>`
    else if (kept.size === 0 && isBlock(name)) shown += isOpen ? '' : '\n'
    else if (name === 'br' && isOpen) shown += '\n'
  }
  return {html: shown.trim(), text: text.replace(/\n{3,}/g, '\n\n').trim()}
}

function isBlock(name: string): boolean {
  return /^(?:p|li|ul|ol|h[1-6]|blockquote|pre)$/.test(name)
}

function withBreak(text: string, name: string, isOpen: boolean): string {
  const lines = text.trimEnd()
  if (name === 'br') return isOpen ? `${lines}\n` : text
  if (name === 'li') return isOpen ? `${lines}\n• ` : text
  if (isBlock(name)) return isOpen && text.endsWith('• ') ? text : `${lines}\n\n`
  return text
}
