import type {ProblemCode} from '../model/problem.ts'
import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'

/** What a check has to say. The place is that of the element, or of the named attribute of it. */
export type Complaint = {
  readonly code: ProblemCode
  readonly message: string
  readonly hint?: string
  readonly attribute?: string
  /** Where not the judged element itself is meant. */
  readonly element?: FeedElement
}

export function complaint(code: ProblemCode, message: string, hint?: string): Complaint {
  return {code, message, ...(hint === undefined ? {} : {hint})}
}

/** A value and where it stands. `subject` is for messages: `pubDate`, or `url of enclosure`. */
export type Value = {
  readonly text: string
  /** The text without white space around it, which RSS readers drop. */
  readonly trimmed: string
  readonly subject: string
  readonly element: FeedElement
  readonly attribute?: string
  readonly facts: FeedFacts
}

export type ValueCheck = (value: Value) => readonly Complaint[]
export type ElementCheck = (element: FeedElement, facts: FeedFacts) => readonly Complaint[]

export const fine: readonly Complaint[] = []

export type AttributeRule = {
  /** The code of the complaint about its absence. */
  readonly required?: ProblemCode
  readonly check?: ValueCheck
}

export type RequiredChild = {readonly name: string; readonly code: ProblemCode; readonly hint?: string}

/** `rows`: children need a row. `markup`: XHTML, judged by what browsers may run. `any`: not judged. */
export type ContentModel = 'rows' | 'markup' | 'any'

/**
 * One row an element: where it may stand, how often, what it holds. An element of a namespace with rows that has no row for
 * its parent is undefined there.
 */
export type ElementRule = {
  readonly name: string
  /** Names of parents. `''` is the document. */
  readonly in: readonly string[]
  /** Absent: at most once. */
  readonly many?: true
  /** The check of its text. Absent: it holds no text, only elements or attributes. */
  readonly text?: ValueCheck
  /** Attributes beyond `xml:*`, which are always allowed. Absent: none. `any`: not judged. */
  readonly attributes?: Readonly<Record<string, AttributeRule>> | 'any'
  readonly requires?: readonly RequiredChild[]
  /** How what stands inside is judged; may depend on an attribute. Absent: by rows. */
  readonly content?: ContentModel | ((element: FeedElement) => ContentModel)
  /** Judged once its children are known. */
  readonly whole?: readonly ElementCheck[]
  /** Siblings of other names that come after it get this complaint. */
  readonly closes?: ProblemCode
  /** Let go as soon as it was judged: of these a feed has tens of thousands. */
  readonly released?: true
}

/** `rows`, found by parent and name. */
export type RuleIndex = {readonly find: (parent: string, name: string) => ElementRule | undefined}

export function indexRules(rows: readonly ElementRule[]): RuleIndex {
  const byParent = new Map<string, Map<string, ElementRule>>()
  for (const row of rows) {
    for (const parent of row.in) {
      const children = byParent.get(parent) ?? new Map<string, ElementRule>()
      children.set(row.name, row)
      byParent.set(parent, children)
    }
  }
  return {find: (parent, name) => byParent.get(parent)?.get(name)}
}

/** Several checks of one value, in order; every complaint counts. */
export function all(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => checks.flatMap((check) => check(value))
}

/** Checks in order until one complains: what follows would only say the same again. */
export function first(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => {
    for (const check of checks) {
      const complaints = check(value)
      if (complaints.length > 0) return complaints
    }
    return fine
  }
}
