import {nearName} from '../../text/near-name.ts'
import type {Authored, Reading, ValueKind} from './value-kind.ts'

/** Whether the author left the value out: `null`, an empty text, or a list of nothing else (`[""]` is what some templates leave). */
export function isAbsent(authored: Authored): boolean {
  if (authored === null) return true
  if (typeof authored === 'string') return authored.trim() === ''
  return (
    Array.isArray(authored) &&
    authored.every((each) => each === null || (typeof each === 'string' && each.trim() === ''))
  )
}

/** What programs and templates write for "nothing" (`None` is Python's). In a text these may be words. For every other kind they are no value. */
export function isWordForNothing(value: string): boolean {
  return /^(?:none|nil|null|undefined|n\/a|-+|\?+|tbd|tba)$/i.test(value)
}

/** The author's value for a message, cut if it is long. */
export function quotedAuthored(authored: Authored): string {
  if (typeof authored !== 'string') return Array.isArray(authored) ? 'a list' : 'a map'
  const text = authored.trim()
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}

/** A kind for one scalar. Lists, maps and empty values are treated in the same way for all such kinds. */
export function scalarKind<T>(
  name: string,
  jsonSchema: ValueKind<T>['jsonSchema'],
  read: (text: string, timeZone: string) => Reading<T>,
): ValueKind<T> {
  return {
    name,
    jsonSchema,
    read: (authored, {timeZone}) => {
      if (isAbsent(authored)) return {absent: true}
      // Some tools know only lists, and write a list of one.
      const only = Array.isArray(authored) && authored.length === 1 ? authored[0] : authored
      if (typeof only !== 'string') return {wrong: `is ${quotedAuthored(authored)}, but must be one value: ${name}`}
      return read(only.trim(), timeZone)
    },
  }
}

/** Any text, without white space at its ends. It has a limit because directories cut longer texts in the middle of a word. */
export function text(limits: {readonly maxCharacters?: number} = {}): ValueKind<string> {
  const {maxCharacters = Number.POSITIVE_INFINITY} = limits
  const jsonSchema = {
    type: ['string', 'number', 'boolean'],
    ...(limits.maxCharacters === undefined ? {} : {maxLength: limits.maxCharacters}),
  }
  return scalarKind('text', jsonSchema, (value) => {
    if (value.length > maxCharacters) {
      return {wrong: `has ${value.length} characters, but ${maxCharacters} are allowed`, hint: 'Shorten it'}
    }
    return {value}
  })
}

const truths = new Map([
  ...['true', 'yes', 'on', 'y', '1', 'explicit'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', 'n', '0', 'clean'].map((word) => [word, false] as const),
])

/** `true` or `false`, and the words for it of YAML 1.1 and of older feeds (`yes`, `clean`). */
export const booleanKind: ValueKind<boolean> = scalarKind(
  'true or false',
  {anyOf: [{type: 'boolean'}, {enum: ['yes', 'no', 'clean', 'explicit', 'on', 'off']}]},
  (value) => {
    if (isWordForNothing(value)) return {absent: true}
    const truth = truths.get(value.toLowerCase())
    return truth === undefined ? {wrong: `is ${quotedAuthored(value)}, but must be true or false`} : {value: truth}
  },
)

type Range = {readonly min?: number; readonly max?: number}

function rangeKind(name: string, type: string, form: RegExp, {min, max}: Range): ValueKind<number> {
  const bounds = {...(min === undefined ? {} : {minimum: min}), ...(max === undefined ? {} : {maximum: max})}
  return scalarKind(
    name,
    {
      anyOf: [
        {type, ...bounds},
        {type: 'string', pattern: form.source},
      ],
    },
    (value) => {
      if (isWordForNothing(value)) return {absent: true}
      const number = Number(value)
      if (!form.test(value) || !Number.isFinite(number))
        return {wrong: `is ${quotedAuthored(value)}, but must be ${name}`}
      if (min !== undefined && number < min) return {wrong: `is ${value}, but must be at least ${min}`}
      if (max !== undefined && number > max) return {wrong: `is ${value}, but must be at most ${max}`}
      return {value: number}
    },
  )
}

/** A whole number. `008` is 8, not a faulty octal number. */
export function integer(range: Range = {}): ValueKind<number> {
  return rangeKind('a whole number', 'integer', /^[+-]?\d{1,15}(?:\.0)?$/, range)
}

export function decimal(range: Range = {}): ValueKind<number> {
  return rangeKind('a number', 'number', /^[+-]?\d{1,15}(?:\.\d{1,15})?$/, range)
}

/** One of a few words. The author may write it in any case; the value is spelled as in `words`. */
export function oneOf<const W extends readonly string[]>(words: W): ValueKind<W[number]> {
  const spelling = new Map<string, W[number]>(words.map((word) => [word.toLowerCase(), word]))
  const name = words.length > 8 ? `one of ${words.length} words` : `one of ${words.join(', ')}`
  return scalarKind(name, {type: 'string', enum: words}, (value) => {
    const found = spelling.get(value.toLowerCase())
    if (found !== undefined) return {value: found}
    if (isWordForNothing(value)) return {absent: true}
    const near = nearName(value, words)
    return {
      wrong: `is ${quotedAuthored(value)}, but must be ${name}`,
      ...(near === undefined ? {} : {hint: `Did you mean "${near}"?`}),
    }
  })
}
