import type {GoesOn} from '../../engine/judging/judging-in-steps.ts'
import {openLiveEngine} from '../../engine/live-engine.ts'
import type {Problem} from '../../model/problem.ts'
import type {Engine} from '../../plan/engine.ts'
import {type Plan, plan} from '../../plan/plan.ts'
import {inOrder} from '../../plan/problem-order.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {SiteFile} from '../../preview/previewed-show.ts'
import {saidByBuilds} from '../checked-episodes.ts'
import {openAhead} from './ahead-site.ts'
import {glanceAt} from './glance.ts'
import {openLiveJudging} from './live-judging.ts'
import type {ShowNow} from './show-now.ts'
import {type EpisodeTexts, episodeTexts, remadeFile, siteFile} from './site-files.ts'

/** Plans a show again and again while it is written. */
export type LiveShow = {
  /**
   * Makes the pages of an episode again that was looked at recently, if nothing else changed. Everything else stays as it is until
   * `refresh`. Paths are absolute.
   */
  readonly glance: (changedFiles: readonly string[]) => Promise<void>
  /** Must be called when a file changed. */
  readonly refresh: () => Promise<void>
  /** The last plan that has a value. While `show.yaml` is wrong, this is the site of before. */
  readonly shown: () => ShowNow | undefined
  /** The problems of the last plan, with a value or without. */
  readonly problems: () => readonly Problem[]
  /**
   * Judges the feeds of the last plan, which takes longer than making them. It does so in short steps, and ends when `goesOn` says so.
   * Returns whether there are other problems than before.
   */
  readonly judge: (goesOn: GoesOn) => Promise<boolean>
}

export function openLiveShow(folder: string, clock: () => Date): LiveShow {
  let shown: ShowNow | undefined
  let problems: readonly Problem[] = []
  let said: readonly Problem[] = []
  let faults: readonly Problem[] = []
  const judging = openLiveJudging()
  const live = openLiveEngine(judging.take)
  const ahead = openAhead()

  async function refresh(): Promise<void> {
    const now = clock()
    const files = new Map<string, SiteFile>()
    let ready: ReadyShow | undefined
    const ofEpisodes = new Map<string, string>()
    judging.forget()
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
      shown = {plan: planned.value, ready, now, files, texts, ahead: await ahead(ready, planned.value, now)}
    }
    const more = planned.ok ? saidByBuilds(planned.value, folder) : []
    problems = inOrder([...planned.problems, ...more])
    said = [...problems, ...faults]
  }

  async function judge(goesOn: GoesOn): Promise<boolean> {
    if (shown === undefined) return false
    const before = faults
    const isJudged = problems.every(({severity}) => severity !== 'error')
    faults = isJudged ? await judging.judge(shown.now, goesOn, before) : []
    said = [...problems, ...faults]
    return faults.length > 0 || before.length > 0
  }

  async function glance(changedFiles: readonly string[]): Promise<void> {
    const before = shown
    if (before === undefined) return
    const glanced = await glanceAt(before, changedFiles, clock())
    // A plan that ended meanwhile knows more.
    if (shown === before) shown = glanced
  }
  return {glance, refresh, shown: () => shown, problems: () => said, judge}
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
