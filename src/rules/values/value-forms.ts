import type {Value} from '../element-table.ts'
import {type Complaint, complaintsOf, type Faults, quoted, type Rule} from '../rule.ts'

/** The form that a value must have. It returns what is wrong with a value of another form. */
type Form = (value: Value) => Faults

/** A value that a pattern describes. `what` says the pattern in words: `a whole number above 0`. */
export function matching(pattern: RegExp, what: string, hint?: string): Form {
  return ({trimmed, subject}) => {
    if (pattern.test(trimmed)) return undefined
    const message = `${subject} is not ${what}: ${quoted(trimmed)}`
    return hint === undefined ? message : {message, hint}
  }
}

/** One of a few words, in exactly this spelling. */
export function oneOfExactly(words: readonly string[]): Form {
  const known = new Set(words)
  return ({trimmed, subject}) =>
    known.has(trimmed)
      ? undefined
      : {
          message: `${subject} is ${quoted(trimmed)}, which means nothing to any app`,
          hint: `Write ${words.length < 12 ? words.join(' or ') : 'one of the known words'}`,
        }
}

/** A whole number between two bounds. */
export function integerBetween(least: number, most: number): Form {
  return ({trimmed, subject}) =>
    /^\d{1,9}$/.test(trimmed) && Number(trimmed) >= least && Number(trimmed) <= most
      ? undefined
      : `${subject} is not a whole number from ${least} to ${most}: ${quoted(trimmed)}`
}

/** Degrees on a sphere. The number may have a sign and a fraction. */
export function degrees(most: number): Form {
  return ({trimmed, subject}) =>
    /^[-+]?\d{1,3}(?:\.\d+)?$/.test(trimmed) && Math.abs(Number(trimmed)) <= most
      ? undefined
      : `${subject} is not a number of degrees from -${most} to ${most}: ${quoted(trimmed)}`
}

/** A check of values against one form, for a rule that serves many forms. */
export function formUnder(rule: Rule, form: Form): (value: Value) => readonly Complaint[] {
  return (value) => complaintsOf(rule, form(value))
}
