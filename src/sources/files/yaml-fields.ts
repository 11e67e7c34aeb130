import {parse, stringify} from 'yaml'
import type {FieldValue, WrittenFields} from '../source-show.ts'

/** Long lines are not wrapped: an address or a sentence over two lines is hard to edit. */
const layout = {lineWidth: 0, blockQuote: 'literal'} as const

/** Fields as lines of YAML that every reader of YAML 1.1 and 1.2 reads as the same values. */
export function yamlFields(fields: WrittenFields): string {
  return Object.entries(fields)
    .map(([key, value]) => yamlField(key, value))
    .join('')
}

/** Words with which no version of YAML means anything but a text: most titles, names and guids. Three parsers for each take a minute of a large import. */
const plainWords = /^[A-Za-z][A-Za-z\d]*(?: [A-Za-z\d]+)*$/
const otherWords = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan|e\d+)$/i

function yamlField(key: string, value: FieldValue): string {
  const isPlain = typeof value === 'string' && plainWords.test(value) && !otherWords.test(value)
  if (isPlain || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)) return `${key}: ${value}\n`
  // YAML 1.1 knows more words (`yes`, `1:30`) for what is no text: its rules decide what needs quotes.
  const text = stringify({[key]: value}, {...layout, version: '1.1'})
  if (isSame(text, value, key)) return text
  return stringify({[key]: value}, {...layout, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN'})
}

function isSame(text: string, value: FieldValue, key: string): boolean {
  const wanted = JSON.stringify({[key]: value})
  return JSON.stringify(parse(text)) === wanted && JSON.stringify(parse(text, {version: '1.1'})) === wanted
}
