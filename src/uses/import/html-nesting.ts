import {scanHtml} from '../../text/markup/html-tokens.ts'

/** No show notes nest so deep. Parsers of trees call themselves once for each level, and run out of stack after some thousands. */
const deepestNotes = 200

/** Elements that end where the next one begins, or that hold nothing. If they are left open, they do not nest. */
const endsByItself =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/**
 * Whether HTML would become a tree that is deeper than any notes are. It counts what is open at once, and what is never closed: a browser
 * opens unclosed marks (`<b class="1">`) anew in every paragraph.
 */
export function nestsTooDeep(html: string): boolean {
  const open: string[] = []
  const unclosed = new Map<string, number>()
  for (const token of scanHtml(html)) {
    if (token.kind === 'text' || endsByItself.test(token.name)) continue
    const change = token.kind === 'open' ? 1 : -1
    unclosed.set(token.name, (unclosed.get(token.name) ?? 0) + change)
    if (token.kind === 'open') open.push(token.name)
    else if (open.at(-1) === token.name) open.pop()
    if (open.length > deepestNotes) return true
  }
  return [...unclosed.values()].some((count) => count > deepestNotes)
}
