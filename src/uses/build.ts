import {stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {type BuildEngine, type EngineUse, openEngine} from '../engine/engine.ts'
import {feedFormatNames} from '../model/feed-settings.ts'
import {isFeedFile, type WriteReport} from '../model/output.ts'
import {countWarnings, hasErrors, type Outcome, type Problem} from '../model/problem.ts'
import type {LockChange} from '../plan/identity/lock-file.ts'
import {type Plan, type PlanOptions, plan} from '../plan/plan.ts'
import type {PlanSummary} from '../plan/plan-summary.ts'
import {inOrder} from '../plan/problem-order.ts'
import type {TakeFile} from '../plan/take-file.ts'
import {type Timed, timed} from '../plan/timed.ts'
import {openOutput} from '../write/write.ts'
import {engineForMembers, scopeOf} from './audience/members-build.ts'
import {claimScope} from './audience/output-scope.ts'
import {saidByBuilds} from './checked-episodes.ts'
import {deliveredIn, markOutput} from './earlier-output.ts'
import {type FirstPublication, whyNotFirst} from './first-publication.ts'
import {type IdleBuild, idleBuild} from './idle-build.ts'
import {commitWithLock, frozenProblems, isTrial} from './lock-of-build.ts'
import {misplacedOutput} from './output-place.ts'
import {missesPictures, type PicturesOfBuild, picturesOfBuild} from './pictures/pictures-of-build.ts'
import {type ProbeOptions, probeMedia} from './probe-media.ts'

/** A feed in the output folder. */
export type FeedFile = {readonly path: string; readonly sizeInBytes: number; readonly isChanged: boolean}

/** What a build published, and what it changed in the output folder. */
export type BuildReport = PlanSummary &
  WriteReport & {
    /** Whether anything in the output folder changed. Then there is something to deploy. */
    readonly changed: boolean
    /** Feeds that changed. Their subscribers can be told. Paths are below the output folder. */
    readonly changedFeeds: readonly string[]
    readonly feedFiles: readonly FeedFile[]
    readonly lock: LockChange
  }

/** What a build depends on besides the folder of the show. */
export type BuildOptions = PlanOptions & {
  /**
   * For CI: the lock is not written, and a build that would change what it has recorded fails. The lock may lack lines of episodes
   * that became due since it was committed. That is no failure: the report says `behind`.
   */
  readonly frozen?: boolean
  /**
   * For the first run in CI, with `frozen`: a show without a lock is built, but only if nothing answers at the addresses of its feeds
   * (404 or 410). The report says `behind`, so that the lock is made and committed after the publication.
   */
  readonly first?: FirstPublication
  /** A build to look at, which nobody gets: the lock is not written, and nothing in the output has to stay. */
  readonly trial?: boolean
  /** If there are more warnings than this, the build fails as with an error: nothing is written. */
  readonly maxWarnings?: number
  /** `false`: nothing is taken from earlier builds (`.castwright/` beside the show), and nothing is kept for later ones. */
  readonly cache?: boolean
  /** Called before the first picture is made, and after each one. Pictures that earlier builds kept do not count. */
  readonly onPicture?: (progress: {readonly done: number; readonly total: number}) => void
  /** Called where there was nothing to do, and nothing had to be read to see that. */
  readonly onIdle?: (idle: IdleBuild) => void
  /**
   * Called with what was built, once it is published. It is to be read before this returns: the long texts of a large show are in a file
   * until then.
   */
  readonly onBuilt?: (plan: Plan) => void
  /** Asks servers first about media that were never looked at. Without this option a build uses no network. */
  readonly probe?: boolean | Pick<ProbeOptions, 'onProgress' | 'manners'>
}

/**
 * Builds the show in `folder` into `output`. If there is any error, nothing is written and the old output stays whole. Otherwise
 * every file is replaced by rename, and files that feeds refer to come before the feeds. Building an unchanged show again writes
 * nothing. The lock beside the show's file is written last, once what it records is published.
 */
export async function build(folder: string, output: string, options: BuildOptions = {}): Promise<Outcome<BuildReport>> {
  return buildWith(openEngine, folder, output, options)
}

/** The same as `build`, with a given engine to plan the episodes. */
export async function buildWith(
  startEngine: (use: EngineUse) => BuildEngine,
  folder: string,
  output: string,
  given: BuildOptions = {},
): Promise<Outcome<BuildReport>> {
  const misplaced = misplacedOutput(output, folder)
  if (misplaced !== undefined) return {ok: false, problems: [misplaced]}
  const options = timed(given)
  const {probe = false, now, accept = [], frozen, first, audience} = options
  if (frozen === true && first !== undefined && audience !== 'members') {
    const problems = await whyNotFirst(folder, first)
    if (problems.length > 0) return {ok: false, problems}
  }
  const buildNow = () => buildProbed(startEngine, folder, resolve(output), options)
  if (probe === false) return buildNow()
  // What is learned goes into the lock first. Every thread of the build finds it there, and it stays there if the build fails.
  const probed = await probeMedia(folder, {...(probe === true ? {} : probe), now, accept, onlyUnknown: true})
  if (!probed.ok || hasErrors(probed.problems)) return {ok: false, problems: probed.problems}
  const built = await buildNow()
  const said = new Set(built.problems.map(keyOf))
  return {...built, problems: [...probed.problems.filter((each) => !said.has(keyOf(each))), ...built.problems]}
}

/**
 * The key of a problem. It is the same when the probe reports a problem and the build reports it again, from what the probe wrote
 * down.
 */
function keyOf({code, file, line, message}: Problem): string {
  return [code, file, line, message].join('\n')
}

async function buildProbed(
  startEngine: (use: EngineUse) => BuildEngine,
  folder: string,
  output: string,
  options: Timed<BuildOptions>,
): Promise<Outcome<BuildReport>> {
  const pictures = picturesOfBuild(folder, options)
  const opened = await openOutput(output, {kept: pictures.keptIn})
  if (!opened.ok) return opened
  const {folders, entries, add, changedFile, commit, close} = opened.value
  const {audience} = options
  const isForMembers = audience === 'members'
  const engine = isForMembers
    ? engineForMembers
    : startEngine({folders, changedFile, remembers: options.cache !== false})
  try {
    const feedPaths: string[] = []
    const taken = new Set<string>()
    const take: TakeFile = (file) => {
      if (isFeedFile(file)) feedPaths.push(file.path)
      taken.add(file.path)
      return add(file)
    }
    const isUnchanged = (path: string) => taken.has(path) && changedFile(path) === undefined
    const before = (site: string) => deliveredIn({output, entries, site, isUnchanged})
    const witness = isForMembers ? {} : {delivered: before}
    const made = {...options, ...witness, pictures: pictures.areMade}
    const planned = saidWhole(await plan(folder, made, take, engine.plan), folder, pictures)
    const found = [...planned.problems, ...frozenProblems(planned, options)]
    if (!planned.ok || hasErrors(found) || countWarnings(found) > (options.maxWarnings ?? Number.POSITIVE_INFINITY))
      return {ok: false, problems: found}
    claimScope(output, scopeOf(planned.value, audience), opened.value)
    const committed = await commitWithLock(folder, planned, options, commit)
    if (!committed.ok) return {ok: false, problems: [...planned.problems, ...committed.problems]}
    const unmarked = markOutput(output, planned.value.lock.lock, isTrial(planned, options))
    if (unmarked.length > 0) return {ok: false, problems: [...planned.problems, ...unmarked]}
    const {report, lock} = committed.value
    const {summary} = planned.value
    const difference = await differenceOf(output, report, inOrderOf(summary.feeds, feedPaths))
    const isIdle = engine.isIdle() && lock === 'unchanged' && !difference.changed && !missesPictures(planned.problems)
    const idle = isIdle ? idleBuild(planned.value, options.now) : undefined
    if (idle !== undefined) options.onIdle?.(idle)
    engine.save()
    if (difference.changed) pictures.tidy()
    options.onBuilt?.(planned.value)
    return {ok: true, value: {...summary, ...report, ...difference, lock}, problems: planned.problems}
  } finally {
    // This also runs after a bug of ours, because the output folder must not stay locked. It comes last of all, since another build may
    // begin then.
    engine.discard()
    await close()
  }
}

/** Adds the problems that only show when all episodes are seen together. */
function saidWhole(planned: Outcome<Plan>, folder: string, {missing}: PicturesOfBuild): Outcome<Plan> {
  const more = planned.ok ? [...saidByBuilds(planned.value, folder), ...missing(planned.value)] : []
  return more.length === 0 ? planned : {...planned, problems: inOrder([...planned.problems, ...more])}
}

/** The feeds in the order in which reports name them, which is not the order in which they are made. Feeds at old addresses come last. */
function inOrderOf(feeds: PlanSummary['feeds'], feedPaths: readonly string[]): readonly string[] {
  const told = feeds.flatMap(({paths}) => feedFormatNames.flatMap((format) => paths[format] ?? []))
  return [...told, ...feedPaths.filter((path) => !told.includes(path))]
}

async function differenceOf(
  output: string,
  {written, deleted}: WriteReport,
  feedPaths: readonly string[],
): Promise<Pick<BuildReport, 'changed' | 'changedFeeds' | 'feedFiles'>> {
  const feedFiles = await Promise.all(
    feedPaths.map(async (path) => {
      const {size: sizeInBytes} = await stat(join(output, path))
      return {path, sizeInBytes, isChanged: written.includes(path)}
    }),
  )
  const changedFeeds = feedFiles.filter(({isChanged}) => isChanged).map(({path}) => path)
  return {changed: written.length + deleted.length > 0, changedFeeds, feedFiles}
}
