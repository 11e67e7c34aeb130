import type {FeedElement} from './feed-element.ts'
import type {FeedFacts} from './feed-facts.ts'
import {type Complaint, fine, type Rule} from './rule.ts'

/** A value and the element or attribute that has it. `subject` names it in messages: `pubDate`, or `url of enclosure`. */
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

/** A rule about a part that an element lacks. `name` is the name of that part. */
type RuleOfAbsence = Rule & {readonly judge: (element: FeedElement, name: string) => readonly Complaint[]}

export type AttributeRow = {
  /** The rule that its absence breaks; `true` stands for `feed-attribute-missing`. */
  readonly required?: true | RuleOfAbsence
  readonly check?: ValueCheck
}

/** Its absence breaks `rule`, or `feed-element-missing` if no rule is named. */
export type RequiredChild = {readonly name: string; readonly rule?: RuleOfAbsence}

/** `rows`: each child needs a row. `markup`: XHTML, judged by what browsers may run. `any`: not judged. */
export type ContentModel = 'rows' | 'markup' | 'any'

/**
 * One row for each element: where it may stand, how often, and what it holds. If a namespace has rows, an element of it must have
 * a row for its parent; otherwise it is undefined there.
 */
export type ElementRow = {
  readonly name: string
  /** The names of its parents. `''` is the document. */
  readonly in: readonly string[]
  /** Whether it may stand more than once. Absent: at most once. */
  readonly many?: true
  /** The check of its text. Absent: it holds only elements or attributes and no text. */
  readonly text?: ValueCheck
  /** Attributes beyond `xml:*`, which are always allowed. Absent: none. `any`: not judged. */
  readonly attributes?: Readonly<Record<string, AttributeRow>> | 'any'
  readonly requires?: readonly RequiredChild[]
  /** How its content is judged. This may depend on an attribute. Absent: by rows. */
  readonly content?: ContentModel | ((element: FeedElement) => ContentModel)
  /** Checks that run when its children are known. */
  readonly whole?: readonly ElementCheck[]
  /** Siblings of other names that come after it break this rule. */
  readonly closes?: RuleOfAbsence
  /** Whether it is forgotten as soon as it was judged: a feed may have tens of thousands of these. */
  readonly released?: true
}

/** Rows, found by parent and name. */
export type ElementIndex = {readonly find: (parent: string, name: string) => ElementRow | undefined}

export function indexRows(rows: readonly ElementRow[]): ElementIndex {
  const byParent = new Map<string, Map<string, ElementRow>>()
  for (const row of rows) {
    for (const parent of row.in) {
      const children = byParent.get(parent) ?? new Map<string, ElementRow>()
      children.set(row.name, row)
      byParent.set(parent, children)
    }
  }
  return {find: (parent, name) => byParent.get(parent)?.get(name)}
}

/** Runs several checks of one value in order. Every complaint counts. */
export function all(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => checks.flatMap((check) => check(value))
}

/** Runs checks in order until one complains. The checks after it would only say the same again. */
export function first(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => {
    for (const check of checks) {
      const complaints = check(value)
      if (complaints.length > 0) return complaints
    }
    return fine
  }
}
