/** A key that begins with a tab. */
export type TabIndent = {readonly line: number; readonly column: number; readonly key: string}

const keyBehindTab = /^(\t[ \t]{0,80})([^\s"'#{[-][^"'{[:]{0,200}):(?:\s|$)/
/** What the line below it belongs to: a key without a value, or with the mark of a text of several lines. */
const keyAlone = /^ {0,80}(?:- {1,20})?[^\s"'#{[-][^"'{[:]{0,200}:[ \t]{0,80}(?:[|>][-+\d]{0,3}[ \t]{0,80})?(?:#.*)?$/

/**
 * The keys that a tab indents below another key. YAML allows blanks alone, and js-yaml 3 takes a tab for nothing: the key would be no part
 * of the one above it, which is left without its value, and nobody would say so.
 */
export function findTabIndents(block: string): readonly TabIndent[] {
  if (!block.includes('\n\t')) return []
  const found: TabIndent[] = []
  let above = ''
  for (const [index, line] of block.split('\n').entries()) {
    const [, tab = '', key = ''] = keyBehindTab.exec(line) ?? []
    if (key !== '' && keyAlone.test(above.trimEnd())) found.push({line: index + 1, column: tab.length, key})
    // Of several keys below one, the first is enough.
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) above = line
  }
  return found
}
