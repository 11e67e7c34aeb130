/** `text` in a cell of a Markdown table or a line of a list: on one line, and every mark taken at its word. */
export function markdownCell(text: string): string {
  return text.replace(/[\\|`*_<>[\]#!&~]/g, '\\$&').replace(/\s+/g, ' ')
}
