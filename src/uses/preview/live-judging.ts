import {type GoesOn, openJudgingInSteps} from '../../engine/judging/judging-in-steps.ts'
import type {Problem} from '../../model/problem.ts'
import type {Judge, TakenFeed} from '../../plan/feeds/taken-feed.ts'

/** Keeps the feeds of a plan, to judge them when there is time. */
export type LiveJudging = {
  readonly take: Judge
  /** To be called before the next plan. */
  readonly forget: () => void
  /** `before` if there is nothing to judge, and also if the judging was ended. */
  readonly judge: (now: Date, goesOn: GoesOn, before: readonly Problem[]) => Promise<readonly Problem[]>
}

export function openLiveJudging(): LiveJudging {
  const judgeFeed = openJudgingInSteps()
  let taken: readonly TakenFeed[] = []

  /** A fault of an episode is in every feed that has the episode. It is reported only for the first of these feeds. */
  async function firstFaults(now: Date, goesOn: GoesOn): Promise<readonly Problem[] | undefined> {
    for (const feed of taken) {
      const found = await judgeFeed(feed, now, goesOn)
      if (found === undefined || found.length > 0) return found
    }
    return []
  }

  return {
    take: async (feed) => {
      taken = [...taken, feed]
      return []
    },
    forget: () => {
      taken = []
    },
    judge: async (now, goesOn, before) => {
      const found = taken.length === 0 ? undefined : await firstFaults(now, goesOn)
      if (found === undefined) return before
      taken = []
      return found
    },
  }
}
