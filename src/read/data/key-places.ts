import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import type {DataSyntax} from './data-syntaxes.ts'

/** The place of a value. */
export type ValuePlace = {readonly line: number; readonly column: number}
export type KeyPlace = ValuePlace & {readonly keyColumn: number}

/** For a longer text, the line scan must be enough: the exact parser takes seconds for it, and for some hostile texts minutes. */
const longestParsedTextInCharacters = 100_000

/**
 * Which of equal keys has the value that is read. Where a key does stand twice, it is the last one; else what looks like the key again
 * is part of a text of several lines.
 */
export type CountingKey = 'first' | 'last'

/**
 * Finds where the keys stand in a block of data, with one pass over its lines. It finds the top-level keys of YAML and JSON, and
 * all keys of TOML's tables (`episode.title`). Lines and columns count from 1.
 */
export function scanKeyPlaces(
  block: string,
  syntax: DataSyntax,
  counts: CountingKey = 'first',
): ReadonlyMap<string, KeyPlace> {
  const places = new Map<string, KeyPlace>()
  let table = ''
  for (const [index, line] of block.split('\n').entries()) {
    const header = syntax === 'toml' ? /^\s{0,80}\[{1,2}([^\]]{1,200})\]/.exec(line)?.[1] : undefined
    if (header !== undefined) table = `${header.replaceAll(/["'\s]/g, '')}.`
    const match = keyForms[syntax].exec(line)
    const key = match?.[1]?.trimEnd()
    if (!match || key === undefined || (places.has(table + key) && counts === 'first')) continue
    places.set(table + key, {line: index + 1, column: match[0].length + 1, keyColumn: match[0].indexOf(key) + 1})
  }
  return places
}

const keyForms: Readonly<Record<DataSyntax, RegExp>> = {
  yaml: /^["']?([^\s"':#{[-][^"':]{0,200})["']?[ \t]{0,80}:(?:[ \t]{1,80}|\r?$)/,
  toml: /^\s{0,80}["']?([\w.-]{1,200})["']?\s{0,80}=\s{0,80}/,
  json: /^[\s{]{0,80}"([^"]{1,200})"\s{0,80}:\s{0,80}/,
}

/** Whether the place of a value is asked for, or that of its key. */
export type Located = 'value' | 'key'

/**
 * Finds the place of what is at `path` (keys, and indexes of lists). It is called only after a check failed: the parser that
 * knows places is ten times slower than the parser that reads.
 */
export function locateInYaml(
  block: string,
  counts: CountingKey,
): (path: readonly string[], located?: Located) => ValuePlace | undefined {
  if (block.length > longestParsedTextInCharacters) return () => undefined
  const lines = new LineCounter()
  let contents: unknown
  try {
    contents = parseDocument(block, {
      lineCounter: lines,
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
    }).contents
  } catch {
    // The data is nested ten thousand levels deep. The caller still has the line scan.
    return () => undefined
  }
  return (path, located = 'value') => {
    let node = contents
    for (const [index, step] of path.entries()) {
      const pairs = isMap(node) ? node.items.filter(({key}) => isScalar(key) && String(key.value) === step) : []
      const pair = pairs.at(counts === 'first' ? 0 : -1)
      if (pair !== undefined) node = located === 'key' && index === path.length - 1 ? pair.key : pair.value
      else if (isSeq(node)) node = node.items[Number(step)]
      else return undefined
    }
    const offset = isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
    if (offset === undefined) return undefined
    const {line, col} = lines.linePos(offset)
    return {line, column: col}
  }
}
