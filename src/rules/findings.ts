import type {Problem} from '../model/problem.ts'
import type {FeedProfile, Rule} from './rule.ts'

/** A problem of a feed: the broken rule, the profiles that insist on it, and the W3C validator's name for it. */
export type FeedProblem = Problem & {
  readonly w3c?: string
  readonly spec: string
  readonly profiles: readonly FeedProfile[]
}

export type Finding = {
  readonly rule: Rule
  /** The offset in the text of the feed. It is a function if the search for it needs a walk over the text. */
  readonly offset: number | (() => number)
  readonly message: string
  readonly hint?: string
}

/** If 10,000 items have the same fault, the feed has one fault. The list must stay readable, and small for a hostile feed. */
const mostPerCode = 200

export type Findings = {
  /** Whether the list has room for one more problem of this rule. If not, this counts the problem, and its place is not needed. */
  readonly admits: (rule: Rule) => boolean
  readonly add: (finding: Finding) => void
  readonly list: () => readonly (Finding & {readonly offset: number})[]
}

/** Gathers findings for the given profiles. It lists the first two hundred of each kind; the last of them counts the rest. */
export function gatherFindings(profiles: readonly FeedProfile[] | undefined): Findings {
  const byCode = new Map<string, {readonly kept: Finding[]; rest: number}>()
  const isWanted = (rule: Rule): boolean =>
    profiles === undefined || rule.profiles.some((each) => profiles.includes(each))
  return {
    admits: (rule) => {
      const known = byCode.get(rule.code)
      if (!known) return isWanted(rule)
      if (known.kept.length < mostPerCode) return true
      known.rest += 1
      return false
    },
    add: (finding) => {
      const known = byCode.get(finding.rule.code)
      if (known) known.kept.push(finding)
      else if (isWanted(finding.rule)) byCode.set(finding.rule.code, {kept: [finding], rest: 0})
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

/** The limit for a message, because a name in it may be as long as the feed. */
const longestMessage = 400

function placed(finding: Finding): Finding & {readonly offset: number} {
  const {offset, message} = finding
  const shown = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
  return {...finding, message: shown, offset: typeof offset === 'number' ? offset : offset()}
}
