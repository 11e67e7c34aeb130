import {stat} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {feedFormatNames} from './model/feed-plan.ts'
import {type Lock, lockFileName} from './model/lock.ts'
import {isFeedFile, type OutputFile, type WriteReport} from './model/output.ts'
import {present} from './model/present.ts'
import {countWarnings, hasErrors, type Outcome, type Problem, problem} from './model/problem.ts'
import type {EpisodeMemory} from './plan/episode-memory.ts'
import type {FeedDocument} from './plan/judge-feeds.ts'
import {compareLock, type LockChange, type PlannedLock, type StoredLock, writeLock} from './plan/lock-file.ts'
import {type PlanOptions, type PlanSummary, plan, type TakeFile} from './plan/plan.ts'
import {type ProbeOptions, probeMedia} from './probe-media.ts'
import {openOutput} from './write/write.ts'

/** A feed in the output folder. */
export type FeedFile = {readonly path: string; readonly sizeInBytes: number; readonly isChanged: boolean}

export type BuildReport = PlanSummary &
  WriteReport & {
    /** Whether anything in the output folder is other than before: what there is to deploy. */
    readonly changed: boolean
    /** Feeds that are other than before: whose subscribers there is something to tell. Paths below the output folder. */
    readonly changedFeeds: readonly string[]
    readonly feedFiles: readonly FeedFile[]
    readonly lock: LockChange
  }

export type BuildOptions = PlanOptions & {
  /**
   * For CI: the lock is not written, and a build that would change what it has recorded fails. Lines that it lacks, of episodes that
   * became due since it was committed, are no failure: the report says `behind`.
   */
  readonly frozen?: boolean
  /** More warnings than this are as bad as an error: nothing is written. */
  readonly maxWarnings?: number
  /** `false`: nothing is taken from earlier builds (`.castwright/` beside the show), and nothing kept for later ones. */
  readonly cache?: boolean
  /** Ask servers first about media that were never looked at. Without it a build uses no network. */
  readonly probe?: boolean | Pick<ProbeOptions, 'onProgress' | 'manners'>
}

/**
 * Builds the show in `folder` into `output`. With an error anywhere nothing is written and the old output stays whole;
 * otherwise every file is replaced by rename, what feeds refer to before the feeds. Building an unchanged show again
 * writes nothing. The lock beside the show's file is written last, once what it tells of is published.
 */
export async function build(folder: string, output: string, options: BuildOptions): Promise<Outcome<BuildReport>> {
  const {probe = false, now, accept = []} = options
  if (probe === false) return buildProbed(folder, output, options)
  // Into the lock first, where every thread of the build finds what was learned, and where it stays if the build fails.
  const probed = await probeMedia(folder, {...(probe === true ? {} : probe), now, accept, onlyUnknown: true})
  if (!probed.ok || hasErrors(probed.problems)) return {ok: false, problems: probed.problems}
  const built = await buildProbed(folder, output, options)
  const said = new Set(built.problems.map(keyOf))
  return {...built, problems: [...probed.problems.filter((each) => !said.has(keyOf(each))), ...built.problems]}
}

/** The same finding, by the probe and again by the build from what the probe wrote down. */
function keyOf({code, file, line, message}: Problem): string {
  return [code, file, line, message].join('\n')
}

async function buildProbed(folder: string, output: string, options: BuildOptions): Promise<Outcome<BuildReport>> {
  const opened = await openOutput(resolve(output))
  if (!opened.ok) return opened
  const {places, add, changedPlace, commit, discard} = opened.value
  let memory: Pick<EpisodeMemory, 'save' | 'discard'> | undefined
  try {
    let lock: PlannedLock | undefined
    const keepLock = (planned: Lock, before: StoredLock) => {
      lock = {lock: planned, before}
    }
    const toJudge = ({path}: OutputFile): FeedDocument | undefined => {
      const place = changedPlace(path)
      return place === undefined ? undefined : {place}
    }
    const feedPaths: string[] = []
    const take: TakeFile = (file) => {
      if (isFeedFile(file)) feedPaths.push(file.path)
      return add(file)
    }
    const keepMemory = (kept: Pick<EpisodeMemory, 'save' | 'discard'>) => {
      memory = kept
    }
    const use = options.cache === false ? {} : {memory: {output: resolve(output), stagedAt: changedPlace}, keepMemory}
    const planned = await plan(folder, options, {take, places, toJudge, keepLock, ...use})
    const placeholders = planned.problems.filter(({code}) => code === 'placeholder-left')
    const frozen = options.frozen === true ? frozenProblems(lock, options.now, placeholders) : []
    // A show that nobody has had yet has nothing to keep: its first lock tells of what is meant to stay.
    const isUnfinished = placeholders.length > 0 && lock?.before.lock === undefined
    const found = [...planned.problems, ...frozen]
    if (!planned.ok || hasErrors(found) || countWarnings(found) > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) {
      await discard()
      return {ok: false, problems: found}
    }
    const {report, problems} = await commit()
    if (problems.length > 0) return {ok: false, problems: [...planned.problems, ...problems]}
    // Output first: a lock that tells of what is not published yet would stop the next build for nothing.
    const locked = await keepLockOf(folder, isUnfinished ? undefined : lock, options)
    if (!locked.ok) return {ok: false, problems: [...planned.problems, ...locked.problems]}
    memory?.save()
    memory = undefined
    const difference = await differenceOf(output, report, inOrderOf(planned.value.feeds, feedPaths))
    const value = {...planned.value, ...report, ...difference, lock: locked.value}
    return {ok: true, value, problems: planned.problems}
  } catch (error) {
    // Ours, not the author's; but the output folder must not stay locked because of it.
    await discard()
    throw error
  } finally {
    memory?.discard()
  }
}

/** As the feeds are told of, which is not the order in which they are made; last those that are left at old addresses. */
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

async function keepLockOf(
  folder: string,
  lock: PlannedLock | undefined,
  {frozen, now}: BuildOptions,
): Promise<Outcome<LockChange>> {
  if (lock === undefined) return {ok: true, value: 'unchanged', problems: []}
  if (frozen !== true) return writeLock(folder, lock)
  return {ok: true, value: compareLock(lock, now) === 'unchanged' ? 'unchanged' : 'behind', problems: []}
}

function frozenProblems(
  lock: PlannedLock | undefined,
  now: Date,
  [placeholder, ...more]: readonly Problem[],
): readonly Problem[] {
  if (placeholder !== undefined) {
    const {file, line} = placeholder
    const others = more.length === 0 ? '' : `, and ${more.length} more`
    const message = `The show has a placeholder here${others}, so --frozen publishes nothing`
    return [problem('show-unfinished', present({file, line}), message, 'Fill them in: castwright check names them all')]
  }
  if (lock === undefined || compareLock(lock, now) !== 'outdated') return []
  const message = `The build would ${lock.before.lock === undefined ? 'create' : 'change what is recorded in'} ${lockFileName}, which --frozen forbids`
  const hint = `Run castwright build without --frozen and commit ${lockFileName}`
  return [problem('lock-outdated', {file: lockFileName}, message, hint)]
}
