import {openLiveEngine} from '../../engine/live-engine.ts'
import type {Problem} from '../../model/problem.ts'
import type {Engine} from '../../plan/engine.ts'
import {judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import type {TakenFeed} from '../../plan/feeds/taken-feed.ts'
import {type Plan, plan} from '../../plan/plan.ts'
import {inOrder} from '../../plan/problem-order.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {SiteFile} from '../../preview/previewed-show.ts'
import {saidByBuilds} from '../checked-episodes.ts'
import {type AheadSite, openAhead} from './ahead-site.ts'
import {type EpisodeTexts, episodeTexts, remadeFile, siteFile} from './site-files.ts'

/** The show at the time of its last plan. */
export type ShowNow = {
  readonly plan: Plan
  readonly ready: ReadyShow
  readonly now: Date
  readonly files: ReadonlyMap<string, SiteFile>
  readonly texts: EpisodeTexts
  /** Everything that is held back, as it will be published. */
  readonly ahead: AheadSite
}

/** Plans a show again and again while it is written. */
export type LiveShow = {
  /** Must be called when a file changed. */
  readonly refresh: () => Promise<void>
  /** The last plan that has a value. While `show.yaml` is wrong, this is the site of before. */
  readonly shown: () => ShowNow | undefined
  /** The problems of the last plan, with a value or without. */
  readonly problems: () => readonly Problem[]
  /** Judges the feeds of the last plan, which takes longer than making them. Returns whether there are new problems. */
  readonly judge: () => boolean
}

export function openLiveShow(folder: string, clock: () => Date): LiveShow {
  let taken: TakenFeed[] = []
  let shown: ShowNow | undefined
  let problems: readonly Problem[] = []
  let said: readonly Problem[] = []
  let faults: readonly Problem[] = []
  const live = openLiveEngine(async (feed) => {
    taken.push(feed)
    return []
  })
  const ahead = openAhead()

  async function refresh(): Promise<void> {
    const now = clock()
    const files = new Map<string, SiteFile>()
    let ready: ReadyShow | undefined
    const ofEpisodes = new Map<string, string>()
    taken = []
    const engine: Engine = (job) => {
      ready = job.ready
      const take: typeof job.take = (file) => {
        if (!('copyFrom' in file)) ofEpisodes.set(file.path, file.source)
        return job.take(file)
      }
      return live({...job, take})
    }
    const texts = episodeTexts(() => ready, now)
    const planned = await plan(
      folder,
      {now},
      (file) => {
        const source = ofEpisodes.get(file.path)
        files.set(file.path, source === undefined ? siteFile(file) : remadeFile(file, () => texts.of(source)))
      },
      engine,
    )
    if (planned.ok && ready !== undefined) {
      if (shown !== undefined) await keepFailed(planned.value, shown, {ready, files, texts})
      const held = await ahead(ready, planned.value, now)
      shown = {plan: planned.value, ready, now, files, texts, ahead: held}
    }
    const more = planned.ok ? saidByBuilds(planned.value, folder) : []
    problems = inOrder([...planned.problems, ...more])
    said = [...problems, ...faults]
  }

  function judge(): boolean {
    if (shown === undefined || taken.length === 0) return false
    const {now} = shown
    const before = faults
    faults = problems.some(({severity}) => severity === 'error') ? [] : firstFaults(taken, now)
    taken = []
    said = [...problems, ...faults]
    return faults.length > 0 || before.length > 0
  }
  return {refresh, shown: () => shown, problems: () => said, judge}
}

/** While an episode has an error, its page stays as it was, because the author is looking at it. */
async function keepFailed(
  {episodes}: Plan,
  before: ShowNow,
  {
    ready,
    files,
    texts,
  }: {readonly ready: ReadyShow; readonly files: Map<string, SiteFile>; readonly texts: EpisodeTexts},
): Promise<void> {
  for (const [index, {kind}] of episodes.entries()) {
    const file = kind === 'failed' ? ready.opened.episodes[index]?.file : undefined
    const kept = file === undefined ? undefined : before.texts.kept(file)
    if (file === undefined || kept === undefined) continue
    texts.keep(file, kept)
    for (const path of (await kept).keys()) {
      const mimeType = before.files.get(path)?.mimeType
      if (mimeType !== undefined && !files.has(path))
        files.set(
          path,
          remadeFile({path, mimeType}, () => kept),
        )
    }
  }
}

/** A fault of an episode is in every feed that has the episode. It is reported only for the first of these feeds. */
function firstFaults(feeds: readonly TakenFeed[], now: Date): readonly Problem[] {
  for (const feed of feeds) {
    const found = judgeFeed(feed, now)
    if (found.length > 0) return found
  }
  return []
}
