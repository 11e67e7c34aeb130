import {setImmediate as afterOthers, setTimeout as sleep} from 'node:timers/promises'
import type {GoesOn} from '../../engine/judging/judging-in-steps.ts'

/** What a change leads to, the quickest first. Each step knows more than the one before and takes longer. */
export type ChangeSteps = {
  /** Shows the page that somebody looks at. Returns whether it became another page. */
  readonly glance: (changedFiles: readonly string[]) => Promise<boolean>
  /** Plans all of the show. */
  readonly refresh: () => Promise<void>
  /** Shows what was planned. The time is from the change to the first page that showed it. */
  readonly tell: (changedFiles: readonly string[], shownAfterInMilliseconds: number) => Promise<void>
  /** Judges the feeds, until `goesOn` says no. */
  readonly judge: (goesOn: GoesOn) => Promise<void>
}

export type AfterChanges = {
  readonly note: (changedFiles: readonly string[]) => Promise<void>
  /** To be called once the show was planned for the first time. */
  readonly judgeLater: () => void
  readonly close: () => Promise<void>
}

/**
 * When a page was shown, the browser is about to ask for it and for its assets. Planning would keep the thread from answering, so it waits
 * until then; but not for ever, as an editor may save with every key.
 */
const fetchedInMilliseconds = 250
const longestPauseInMilliseconds = 1000
/** Feeds are judged after this time without a change. */
const quietBeforeJudgingInMilliseconds = 400

type Pending = {readonly files: Set<string>; readonly since: number; shownAt?: number}

/** Lets each change be seen at once, even while all of a large show is planned or its feeds are judged. */
export function afterChanges({glance, refresh, tell, judge}: ChangeSteps): AfterChanges {
  let changes = 0
  let isClosed = false
  let pending: Pending | undefined
  let planning: Promise<void> | undefined

  async function judgeWhenQuiet(): Promise<void> {
    const mine = changes
    const isLatest = () => mine === changes && !isClosed
    await sleep(quietBeforeJudgingInMilliseconds, undefined, {ref: false})
    if (isLatest()) await judge(async () => afterOthers().then(isLatest))
  }

  /** What changes while a plan is made is planned after it, and only the last plan is shown. */
  async function planPending(): Promise<void> {
    const files = new Set<string>()
    while (pending !== undefined) {
      await pauseForBrowsers(() => (isClosed ? undefined : pending))
      if (isClosed) return
      const {since, shownAt, files: changed} = pending
      pending = undefined
      for (const each of changed) files.add(each)
      await refresh()
      if (pending !== undefined) continue
      await tell([...files], (shownAt ?? performance.now()) - since)
      files.clear()
    }
  }

  /** One at a time. From the last look at `pending` to the end nothing is awaited, so that no change comes between. */
  async function planAlone(): Promise<void> {
    do await planPending()
    while (pending !== undefined && !isClosed)
    planning = undefined
    void judgeWhenQuiet()
  }

  return {
    note: async (changedFiles) => {
      changes += 1
      pending ??= {files: new Set(), since: performance.now()}
      for (const each of changedFiles) pending.files.add(each)
      const mine = pending
      if (await glance(changedFiles)) mine.shownAt = performance.now()
      if (isClosed || pending === undefined) return
      planning ??= planAlone()
      await planning
    },
    judgeLater: () => void judgeWhenQuiet(),
    close: async () => {
      isClosed = true
      await planning
    },
  }
}

async function pauseForBrowsers(pendingNow: () => Pending | undefined): Promise<void> {
  for (;;) {
    const {since = 0, shownAt = Number.NEGATIVE_INFINITY} = pendingNow() ?? {}
    const left = Math.min(shownAt + fetchedInMilliseconds, since + longestPauseInMilliseconds) - performance.now()
    if (left <= 0) return
    await sleep(left)
  }
}
