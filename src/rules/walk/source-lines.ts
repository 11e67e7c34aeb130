export type LineAndColumn = {readonly line: number; readonly column: number}

/** Finds the line and column of an offset. The lines are counted once, and only if there is a problem to report. */
export function lineAndColumnIn(source: string): (offset: number) => LineAndColumn {
  let lineStarts: readonly number[] | undefined
  return (offset) => {
    lineStarts ??= findLineStarts(source)
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1}
  }
}

function findLineStarts(source: string): readonly number[] {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|[\r\n]/g)) starts.push(match.index + match[0].length)
  return starts
}

/** Where an attribute of the tag at `offset` begins; the offset of the tag if the attribute is not found as written. */
export function attributeOffset(source: string, offset: number, attribute: string): number {
  const local = attribute.slice(attribute.indexOf(':') + 1)
  const each = /\s([^\s=>/]+)\s*=\s*(?:"[^"]*"|'[^']*')/y
  each.lastIndex = offset + (/^<[^\s/>]+/.exec(source.slice(offset, offset + 200))?.[0].length ?? 1)
  for (;;) {
    const from = each.lastIndex
    const match = each.exec(source) ?? skipBlank(source, from, each)
    if (!match) return offset
    const name = match[1] ?? ''
    if (name === attribute || name.slice(name.indexOf(':') + 1) === local) return match.index + match[0].search(/\S/)
  }
}

/** White space between attributes may be long. The pattern takes one blank, so that the search stays linear. */
function skipBlank(source: string, from: number, each: RegExp): RegExpExecArray | null {
  const blank = /\s*/y
  blank.lastIndex = from
  blank.exec(source)
  if (blank.lastIndex <= from + 1) return null
  each.lastIndex = blank.lastIndex - 1
  return each.exec(source)
}
