/** The path to a value: names of members and numbers of elements. */
export type JsonPath = readonly (string | number)[]

/** A value whose offset is wanted, or a value on the path to it. */
type Node = {readonly below: Map<string | number, Node>; readonly above: Node | undefined; offset?: number}

export type JsonOffsets = {
  /** Announces that the offset of a value is wanted. The function that it returns gives this offset, or that of the nearest value above. */
  readonly want: (path: JsonPath) => () => number
}

/**
 * Finds values in text that is JSON. One pass over the text finds all wanted values, because a walk for each of a thousand
 * problems in 30 MB would take minutes.
 */
export function jsonOffsets(text: string): JsonOffsets {
  const root: Node = {below: new Map(), above: undefined}
  let walked = false
  return {
    want: (path) => {
      const node = path.reduce(nodeBelow, root)
      return () => {
        if (!walked) walk(text, skipBlank(text, 0), root)
        walked = true
        return nearestOffset(node)
      }
    },
  }
}

function nodeBelow(node: Node, step: string | number): Node {
  const known = node.below.get(step)
  if (known) return known
  const created: Node = {below: new Map(), above: node}
  node.below.set(step, created)
  return created
}

function nearestOffset(node: Node): number {
  for (let each: Node | undefined = node; each; each = each.above) if (each.offset !== undefined) return each.offset
  return 0
}

/** Notes the offsets of the value and of wanted values in it. Returns the offset after it. Goes no deeper than the longest path. */
function walk(text: string, offset: number, node: Node): number {
  node.offset = offset
  if (node.below.size === 0 || !'{['.includes(text[offset] ?? ' ')) return passValue(text, offset)
  const isObject = text[offset] === '{'
  let at = skipBlank(text, offset + 1)
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    const nameEnd = isObject ? passString(text, at) : at
    const step = isObject ? readName(text.slice(at, nameEnd)) : index
    const value = isObject ? skipBlank(text, skipBlank(text, nameEnd) + 1) : at
    const wanted = node.below.get(step)
    const end = skipBlank(text, wanted ? walk(text, value, wanted) : passValue(text, value))
    at = text[end] === ',' ? skipBlank(text, end + 1) : end
  }
  return at + 1
}

function readName(literal: string): string {
  return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1)
}

function skipBlank(text: string, offset: number): number {
  let at = offset
  while (at < text.length && ' \t\r\n\ufeff'.includes(text[at] ?? '')) at += 1
  return at
}

function passString(text: string, offset: number): number {
  let at = offset + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** The offset after the value that begins at `offset`. */
function passValue(text: string, offset: number): number {
  let depth = 0
  let at = offset
  while (at < text.length) {
    const character = text[at] ?? ''
    if (character === '"') at = passString(text, at) - 1
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    if (depth < 0 || (depth === 0 && (character === ',' || ' \t\r\n'.includes(character)))) return at
    at += 1
    if (depth === 0 && '"}]'.includes(character)) return at
  }
  return at
}
