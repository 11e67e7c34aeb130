import type {AuthoredMap} from './data-syntaxes.ts'

/** The data at the top of a file whose generator knows no fences, and where the text below it begins. */
export type UnfencedHeader = {
  readonly data: AuthoredMap
  /** The lines of the data as YAML has them, so that keys are found in the same lines. */
  readonly block: string
  /** Where the body begins, in characters. */
  readonly end: number
}

/** More lines than any header has. */
const mostLines = 100

/**
 * Reads the headers of Pelican (https://docs.getpelican.com/en/stable/content.html) and Nikola (https://getnikola.com/handbook.html):
 * lines `Title: …` up to the first empty line, and a comment of lines `.. title: …`. Both must name a title and a date, so
 * that no conversation and no list is taken for one.
 */
export function readUnfencedHeader(source: string): UnfencedHeader | undefined {
  const nikola = /^<!--[ \t]{0,80}\r?\n(?=\.\. )/.exec(source)
  const found = nikola === null ? pelicanHeader(source) : nikolaHeader(source, nikola[0].length)
  const keys = new Set(Object.keys(found?.data ?? {}).map((key) => key.toLowerCase()))
  return keys.has('title') && keys.has('date') ? found : undefined
}

function nikolaHeader(source: string, start: number): UnfencedHeader | undefined {
  const close = source.indexOf('-->', start)
  if (close === -1) return undefined
  const lines = source.slice(0, close).split('\n', mostLines)
  const data: Record<string, string> = {}
  const block = lines.map((line) => {
    const [, key, value = ''] = /^\.\. ([\w-]{1,60}):(?:[ \t]+(.*?))?\s*$/.exec(line) ?? []
    return key === undefined ? '' : noted(data, key, value)
  })
  return {data, block: block.join('\n'), end: afterLineEnd(source, close + 3)}
}

function pelicanHeader(source: string): UnfencedHeader | undefined {
  if (!/^title:[ \t]/i.test(source)) return undefined
  const data: Record<string, string> = {}
  const block: string[] = []
  let end = 0
  let last: string | undefined
  while (end < source.length && block.length < mostLines) {
    const next = afterLineEnd(source, end, true)
    const line = source.slice(end, next).trimEnd()
    end = next
    if (line === '') return {data, block: block.join('\n'), end}
    const [, key, value = ''] = /^(\w[\w -]{0,60}):(?:[ \t]+(.*))?$/.exec(line) ?? []
    // A further line of a value is indented.
    if (key === undefined && (last === undefined || !/^\s{4}/.test(line))) return undefined
    if (key === undefined && last !== undefined) data[last] = `${data[last]} ${line.trim()}`
    block.push(key === undefined ? '' : noted(data, key, value))
    last = key ?? last
  }
  return end >= source.length ? {data, block: block.join('\n'), end} : undefined
}

/** Keeps the first value of a key, and gives its line for the places of keys. */
function noted(data: Record<string, string>, key: string, value: string): string {
  if (value !== '' && !Object.hasOwn(data, key)) data[key] = value
  return `${key}: ${JSON.stringify(value)}`
}

/** The beginning of the next line. */
function afterLineEnd(source: string, from: number, always = false): number {
  const newline = source.indexOf('\n', from)
  if (newline === -1) return source.length
  return always || source.slice(from, newline).trim() === '' ? newline + 1 : from
}
