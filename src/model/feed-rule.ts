import type {ProblemKind} from './problem-kind.ts'

/**
 * Whose demands a rule states: Apple Podcasts, Spotify, the Podcasting 2.0 namespace, the W3C feed validator, and the
 * Podcast Standards Project's PSP-1. A profile holds nothing that its platform accepts.
 */
export const feedProfiles = ['apple', 'spotify', 'podcast2', 'w3c', 'psp1'] as const
export type FeedProfile = (typeof feedProfiles)[number]

/** A rule for feeds of any maker: a kind of problem, where the rule is written down, and who insists on it. */
export type FeedRuleKind = ProblemKind & {
  readonly spec: string
  readonly profiles: readonly FeedProfile[]
  /** The message of the W3C feed validator that says the same. */
  readonly w3c?: string
}
