import {parse, stringify} from 'yaml'
import type {FieldValue, WrittenFields} from '../source-show.ts'

/** Long lines are not wrapped, because an address or a sentence over two lines is hard to edit. */
const layout = {lineWidth: 0, blockQuote: 'literal'} as const

/** Fields as lines of YAML that every reader of YAML 1.1 and 1.2 reads as the same values. */
export function yamlFields(fields: WrittenFields): string {
  return Object.entries(fields)
    .map(([key, value]) => yamlField(key, value))
    .join('')
}

/**
 * Texts that no version of YAML takes for anything else: most titles, names, guids, addresses, paths and types. Other texts are tried
 * with a parser. To try these as well would take a minute of a large import.
 */
const plainTexts = [
  /^\p{L}[\p{L}\p{M}\d]*$/u,
  // Addresses, types, guids with a prefix: something that no word and no number has is in each.
  /^(?!e\d)[a-z](?=[^-_./:,@]*[-_./:,@])[\w.:,/~%?=&+@-]*$/i,
  /^\.{0,2}\/[\w./~%?=&+@-]*$/,
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
]
/** Numbers and times, which are texts only between quotes. */
const digits = /^\d{1,15}(?::[0-5]\d)*(?:\.\d{1,15})?$/
const otherWords = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan|e\d+)$/i
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
/** A line in which nothing needs an escape, and that begins like no list, key, directive or end of a document. */
const line = /^(?![-?%]|\.{3})[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u
/** A word among others, or a letter that is in no number, time, word or mark of YAML: such a line is no other value. */
const saysText = /\p{L}\p{L}.* | .*\p{L}\p{L}|[^\w+\-.: ~<=]/u
/** What begins or ends like something else, begins a comment, or divides a line into a key and a value. */
const needsQuotes = /^[ ,[\]{}#&*!|>'"@`]|[: ]$|: | #/

/** A line with control characters, which only double quotes can hold. */
const controls = /^(?=.*[\u0001-\u001f])[\p{L}\p{M}\p{N}\p{P}\p{S} \u0001-\u0008\u000b\u000c\u000e-\u001f]+$/u

function yamlField(key: string, value: FieldValue): string {
  const simple = simpleLines(key, value)
  if (simple !== undefined) return simple
  // YAML 1.1 takes more words for values that are no texts (`yes`, `1:30`). Its rules decide what needs quotes.
  const text = stringify({[key]: value}, {...layout, version: '1.1'})
  if (isSame(text, value, key)) return text
  return stringify({[key]: value}, {...layout, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN'})
}

/** What the package `yaml` would write, for values that need no trial. `undefined`: the package writes it. */
function simpleLines(key: string, value: FieldValue): string | undefined {
  if (!isPlainKey(key)) return undefined
  const scalar = simpleScalar(value)
  if (scalar !== undefined) return `${key}: ${scalar}\n`
  if (typeof value !== 'object') return undefined
  const lines = isMap(value) ? simpleMembers(value) : simpleItems(value)
  return lines === undefined || lines.length === 0
    ? undefined
    : `${key}:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** The lines of a list of scalars, or of maps of scalars. */
function simpleItems(list: readonly FieldValue[]): readonly string[] | undefined {
  const items = list.map((each): readonly string[] | undefined => {
    const scalar = simpleScalar(each)
    if (scalar !== undefined) return [`- ${scalar}`]
    const members = isMap(each) ? (simpleMembers(each) ?? []) : []
    return members.length === 0 ? undefined : members.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
  })
  return items.some((each) => each === undefined) ? undefined : items.flatMap((each) => each ?? [])
}

/** The lines of a map of scalars. */
function simpleMembers(map: WrittenFields): readonly string[] | undefined {
  const members = Object.entries(map).map(([key, each]) => [key, simpleScalar(each)] as const)
  const isSimple = members.every(([key, each]) => each !== undefined && isPlainKey(key))
  return isSimple ? members.map(([key, each]) => `${key}: ${each}`) : undefined
}

function isPlainKey(key: string): boolean {
  return /^[a-z][a-z_]+$/i.test(key) && !otherWords.test(key)
}

function simpleScalar(value: FieldValue | undefined): string | undefined {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  if (time.test(value) || digits.test(value)) return `"${value}"`
  if (controls.test(value) && !value.includes('"')) return withEscapes(value)
  if (!line.test(value) || !saysText.test(value)) {
    const isPlain = plainTexts.some((form) => form.test(value)) && !otherWords.test(value) && !value.endsWith(':')
    return isPlain ? value : undefined
  }
  if (!needsQuotes.test(value)) return value
  return value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value)
}

const ownEscapes: Readonly<Record<string, string>> = {'\\u0007': '\\a', '\\u000b': '\\v', '\\u001b': '\\e'}

/** As JSON, but for the shorter escapes that YAML has. */
function withEscapes(value: string): string {
  return JSON.stringify(value).replace(/\\(?:\\|u00[01][\da-f])/g, (written) => {
    if (written === '\\\\') return written
    return ownEscapes[written] ?? `\\x${written.slice(4)}`
  })
}

function isMap(value: FieldValue): value is WrittenFields {
  return typeof value === 'object' && !Array.isArray(value)
}

function isSame(text: string, value: FieldValue, key: string): boolean {
  const wanted = JSON.stringify({[key]: value})
  return JSON.stringify(parse(text)) === wanted && JSON.stringify(parse(text, {version: '1.1'})) === wanted
}
