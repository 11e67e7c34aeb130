import type {ProblemCode} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'
import type {FeedElement} from './feed-element.ts'

/**
 * Those who insist on rules: Apple Podcasts, Spotify, the Podcasting 2.0 namespace, the W3C feed validator, and the
 * Podcast Standards Project's PSP-1. A profile has no rule against anything that its platform accepts.
 */
export const feedProfiles = ['apple', 'spotify', 'podcast2', 'w3c', 'psp1'] as const
/** The name of a profile of rules. */
export type FeedProfile = (typeof feedProfiles)[number]

/** What a rule's examples are a part of. `tests/rules/example-places.ts` has the document around each. */
export type ExamplePlace =
  | 'file'
  | 'first tag'
  | 'before the first tag'
  | 'a file in Latin-1'
  | 'a podcast in another encoding'
  | 'HTTP header'
  | 'feed.xml on disk'
  | 'feed.xml on a server'
  | 'channel'
  | 'channel of a podcast'
  | 'item'
  | 'item of a podcast'
  | 'item of a serial podcast'
  | 'description of an item'
  | 'image'
  | 'textInput'
  | 'skipHours'
  | 'skipDays'
  | 'feed'
  | 'entry'
  | 'author'
  | 'head of OPML'
  | 'body of OPML'
  | 'body of OPML 1.1'
  | 'JSON Feed'
  | 'item of JSON Feed'
  | 'WebVTT'
  | 'SubRip'
  | 'transcript in JSON'
  | 'chapters in JSON'

/** A rule for feeds of any maker: a kind of problem, the document that holds the rule, and the profiles that insist on it. */
export type FeedRuleKind = ProblemKind & {
  readonly spec: string
  readonly profiles: readonly FeedProfile[]
  /** The message of the W3C feed validator that says the same. */
  readonly w3c?: string
  /** The reason why the rule differs from that message in some cases. */
  readonly disagrees?: string
  /** What the author should do, if that is the same in every case. */
  readonly hint?: string
  readonly in: ExamplePlace
  /** Rules that the bad example breaks as well, or that the good example breaks. */
  readonly also?: readonly string[]
}

export type Rule = FeedRuleKind & {readonly code: ProblemCode}

/** A complaint of a check. Its place is the element, or the named attribute of the element. */
export type Complaint = {
  readonly rule: Rule
  /** What happened and why it matters. */
  readonly message: string
  readonly hint?: string
  readonly attribute?: string
  /** The element with the fault, if it is not the judged element itself. */
  readonly element?: FeedElement
}

/** A fault: its message, or its message together with facts that only this case has. */
export type Fault = string | Omit<Complaint, 'rule'>
/** What a check finds: nothing if the feed keeps the rule. */
export type Faults = Fault | readonly Fault[] | undefined

export const fine: readonly Complaint[] = []

/** A row: everything about one rule. `check` returns the message that says what breaks it. */
type RuleRow = FeedRuleKind & {readonly check: (...given: never[]) => Faults}

type Judge<Check extends (...given: never[]) => Faults> = (...given: Parameters<Check>) => readonly Complaint[]

/** Rules by their codes. `judge` runs the check of the row, and returns its faults as complaints about this rule. */
export function feedRules<const Rows extends Readonly<Record<string, RuleRow>>>(
  rows: Rows,
): {readonly [Code in keyof Rows]: Rule & {readonly judge: Judge<Rows[Code]['check']>}} {
  const rules: Record<string, unknown> = {}
  for (const [code, row] of Object.entries<RuleRow>(rows)) {
    // `src/problems/all-problems.ts` lists every table, and a test checks that.
    const rule: Rule = {code: code as ProblemCode, ...row}
    const judge = (...given: never[]): readonly Complaint[] => complaintsOf(rule, row.check(...given))
    rules[code] = {...rule, judge}
  }
  return rules as ReturnType<typeof feedRules<Rows>>
}

/** The faults that a check found, as complaints about a rule. */
export function complaintsOf(rule: Rule, faults: Faults): readonly Complaint[] {
  if (faults === undefined) return fine
  if (typeof faults === 'string' || !isList(faults)) return [complaint(rule, faults)]
  return faults.map((fault) => complaint(rule, fault))
}

function isList(faults: Exclude<Faults, string | undefined>): faults is readonly Fault[] {
  return Array.isArray(faults)
}

/** A complaint about a rule, from code that has a better message than the row's own check. */
export function complaint(rule: Rule, fault: Fault): Complaint {
  const {hint} = rule
  if (typeof fault !== 'string') return hint === undefined ? {rule, ...fault} : {rule, hint, ...fault}
  return hint === undefined ? {rule, message: fault} : {rule, message: fault, hint}
}

/** A value as it stands in a message. */
export function quoted(text: string, mostCharacters = 60): string {
  return JSON.stringify(text.slice(0, mostCharacters))
}
