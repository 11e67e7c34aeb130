import type {ruleTables} from '../../../src/rules/all-rules.ts'
import type {ExamplePlace} from '../../../src/rules/rule.ts'

type Tables = typeof ruleTables
export type RuleCode = {[Name in keyof Tables]: keyof Tables[Name]}[keyof Tables] & string

/** Pieces of feeds by where they stand, as the examples of a rule; whole documents, as bytes where their encoding is the matter. */
export type Variants = {readonly [Place in ExamplePlace]?: readonly string[]} & {readonly bytes?: readonly Uint8Array[]}

/**
 * A message of the W3C feed validator: the rules that answer to it, and pieces of feeds that break and that keep the specification behind
 * it. None of them is a case of the validator's own.
 */
export type MessageRow = {
  /** None for praise, which is given by saying nothing. */
  readonly rules: readonly RuleCode[]
  readonly bad?: Variants
  /** They break none of the rules, and make no other error either. */
  readonly good: Variants
}

export type MessageTable = Readonly<Record<string, MessageRow>>

/** A template with each word in turn: `{}` is the word. */
export function across(template: string, words: readonly string[]): readonly string[] {
  return words.map((word) => template.replaceAll('{}', () => word))
}

/** A template with each word and each value: `{}` is the word, `[]` the value. */
export function grid(template: string, words: readonly string[], values: readonly string[]): readonly string[] {
  return across(template, words).flatMap((each) => values.map((value) => each.replaceAll('[]', () => value)))
}

/** Every element twice. */
export function twice(elements: readonly string[]): readonly string[] {
  return elements.map((element) => `${element}\n${element}`)
}

/** The words of a text. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
