import {problemsOf} from '../../model/problem.ts'
import type {ProblemKind} from '../../model/problem-kind.ts'

/** Problems of what is in a feed, and of old addresses that lead to it. */
export const feedProblems = {
  'enclosure-duplicate': {
    severity: 'warning',
    why: 'Two episodes name one media file, by mistake or as a rerun. Apple Podcasts goes by the address of the enclosure and may ignore the second episode, and downloads of the two cannot be told apart.',
    bad: 'audio: same.mp3   # in two episodes',
    good: 'audio: 002-second.mp3\nchecks: {enclosure-duplicate: {severity: ignore, reason: They are reruns}}   # in show.yaml, if it is meant',
  },
  'list-has-episodes': {
    severity: 'warning',
    why: 'A medium with an `L`, or `mixed`, says that the feed is a list of what is in other feeds. Apps that know it play `remote_items` and look for no episodes of its own.',
    bad: 'medium: musicL   # in show.yaml, and episodes beside it',
    good: 'medium: music',
  },
  'feed-empty': {
    severity: 'warning',
    why: 'No published episode fits what the feed asks for. The feed is written all the same, because subscribers may have its address. They see an empty feed.',
    bad: 'feeds: {second: {season: 2}}   # and every episode is of season 1',
    good: 'feeds: {first: {season: 1}}',
  },
  'alias-duplicate': {
    severity: 'warning',
    why: 'Two episodes claim one old address, or one claims an address that something else has. The address leads to the one that had it first.',
    bad: 'aliases: [/one/]   # in two episodes',
    good: 'aliases: [/one-again/]',
  },
  'alias-unusable': {
    severity: 'warning',
    why: 'An old address of an episode belongs to another site, or differs from others only after a `?`. No file can be left there, so whoever has the address finds nothing.',
    bad: 'aliases: ["/?p=17", "https://elsewhere.example/one"]',
    good: 'aliases: [/2019/05/first-light.html]',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(feedProblems)
