import type {FeedProfile, FeedRuleKind} from '../model/feed-rule.ts'
import {type Problem, type ProblemCode, problemKinds} from '../model/problem.ts'

/** A problem of a feed: what rule it broke, whose rule that is, and what the W3C validator calls it. */
export type FeedProblem = Problem & {
  readonly w3c?: string
  readonly spec: string
  readonly profiles: readonly FeedProfile[]
}

export type Finding = {
  readonly code: ProblemCode
  /** In the text of the feed. A function where finding it costs a walk over the text. */
  readonly offset: number | (() => number)
  readonly message: string
  readonly hint?: string
}

/** A feed of 10,000 items with one fault each has one fault; the list must stay readable, and small for a hostile feed. */
const mostPerCode = 200

export type Findings = {
  /** Whether one more of its kind is listed. If not, this counts it, and nobody need find its place. */
  readonly admits: (code: ProblemCode) => boolean
  readonly add: (finding: Finding) => void
  readonly list: () => readonly (Finding & {readonly offset: number})[]
}

/** Gathers findings for the profiles asked for: of each kind the first two hundred, the last of which counts the rest. */
export function gatherFindings(profiles: readonly FeedProfile[] | undefined): Findings {
  const byCode = new Map<ProblemCode, {readonly kept: Finding[]; rest: number}>()
  const isWanted = (code: ProblemCode): boolean =>
    profiles === undefined || feedRule(code).profiles.some((each) => profiles.includes(each))
  return {
    admits: (code) => {
      const known = byCode.get(code)
      if (!known) return isWanted(code)
      if (known.kept.length < mostPerCode) return true
      known.rest += 1
      return false
    },
    add: (finding) => {
      const known = byCode.get(finding.code)
      if (known) known.kept.push(finding)
      else if (isWanted(finding.code)) byCode.set(finding.code, {kept: [finding], rest: 0})
    },
    list: () => [...byCode.values()].flatMap(({kept, rest}) => withRest(kept, rest)).map(placed),
  }
}

function withRest(kept: readonly Finding[], rest: number): readonly Finding[] {
  return kept.map((finding, index) =>
    rest > 0 && index === kept.length - 1
      ? {...finding, message: `${finding.message} (and ${rest} more like this)`}
      : finding,
  )
}

/** Names in messages may be as long as the feed. */
const longestMessage = 400

function placed(finding: Finding): Finding & {readonly offset: number} {
  const {offset, message} = finding
  const shown = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
  return {...finding, message: shown, offset: typeof offset === 'number' ? offset : offset()}
}

/** The rule behind a code. Codes that are no feed rule never reach this room. */
export function feedRule(code: ProblemCode): FeedRuleKind {
  const kind = problemKinds[code]
  if (!('profiles' in kind)) throw new Error(`${code} is not a rule for feeds`)
  return kind
}
