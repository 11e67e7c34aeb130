/** The parts of a document in which an ampersand may stand alone: the start of each, and its end. */
const closings: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!ENTITY', '>'],
])

/**
 * The first ampersand before `end` that begins no reference. The parser complains about it only at the next semicolon, which may
 * come hundreds of lines later. That line helps nobody to find `Salt & pepper`.
 */
export function bareAmpersand(source: string, end: number): number | undefined {
  const mark = /<!--|<!\[CDATA\[|<\?|<!ENTITY|&/g
  const reference = /&[^\s<>&;"']+;/y
  for (let match = mark.exec(source); match && match.index < end; match = mark.exec(source)) {
    const closing = closings.get(match[0])
    reference.lastIndex = match.index
    if (closing === undefined) {
      if (!reference.test(source)) return match.index
    } else {
      const closed = source.indexOf(closing, match.index)
      if (closed === -1) return undefined
      mark.lastIndex = closed
    }
  }
  return undefined
}
