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
 * Texts that no version of YAML takes for anything else: most titles, names, guids, addresses and types. Other texts are tried
 * with a parser. To try these as well would take a minute of a large import.
 */
const plainTexts = [
  /^[A-Za-z][A-Za-z\d]*$/,
  // A text with a blank in it is no other value. Nothing in it may divide a line into a key and a value, or begin a comment.
  /^[A-Za-z][\w,.!?()'&/-]*(?: [\w,.!?()'&/-]+)* [\w,.!?()'&/-]*[\w,.!?()'&/]$/,
  /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./~%?=&+@-]*$/,
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  /^[a-z]+\/[a-z\d.+-]*[a-z\d]$/,
]
const otherWords = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan|e\d+)$/i
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

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
  const scalar = simpleScalar(value)
  if (scalar !== undefined) return `${key}: ${scalar}\n`
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  const inner = Object.entries(value).map(([name, each]) => [name, simpleScalar(each)] as const)
  if (inner.length === 0 || inner.some(([name, each]) => each === undefined || !/^[a-z_]+$/i.test(name)))
    return undefined
  return `${key}:\n${inner.map(([name, each]) => `  ${name}: ${each}\n`).join('')}`
}

function simpleScalar(value: FieldValue | undefined): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  if (time.test(value)) return `"${value}"`
  return plainTexts.some((form) => form.test(value)) && !otherWords.test(value) ? value : undefined
}

function isSame(text: string, value: FieldValue, key: string): boolean {
  const wanted = JSON.stringify({[key]: value})
  return JSON.stringify(parse(text)) === wanted && JSON.stringify(parse(text, {version: '1.1'})) === wanted
}
