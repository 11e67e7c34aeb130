import {lockFileName} from '../model/lock.ts'
import type {WriteReport} from '../model/output.ts'
import {present} from '../model/present.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {
  compareLock,
  type LockChange,
  leftAsItIs,
  type PlannedLock,
  type StagedLock,
  stageLock,
} from '../plan/identity/lock-file.ts'
import type {Plan, PlanOptions} from '../plan/plan.ts'
import type {Timed} from '../plan/timed.ts'
import type {OnPicture, OutputFolder} from '../write/write.ts'
import {lockForMembers} from './audience/members-build.ts'
import type {FirstPublication} from './first-publication.ts'
import {problem} from './use-problems.ts'

/** What a build was asked for, as far as it concerns the lock and what is replaced with it. See `BuildOptions`. */
type LockOptions = Timed<PlanOptions> & {
  readonly frozen?: boolean
  readonly first?: FirstPublication
  readonly trial?: boolean
  readonly onPicture?: OnPicture
}

type FaultlessPlan = {readonly value: Plan; readonly problems: readonly Problem[]}

type CommittedBuild = {readonly report: WriteReport; readonly lock: LockChange}

/**
 * Replaces the output and then the lock. A lock that records something that is not published yet would stop the next build for no
 * reason. The lock is first written to another file, so that nothing is published if it cannot be written.
 */
export async function commitWithLock(
  folder: string,
  planned: FaultlessPlan,
  options: LockOptions,
  commit: OutputFolder['commit'],
): Promise<Outcome<CommittedBuild>> {
  const staged = await stagedLock(folder, planned, options)
  if (!staged.ok) return staged
  const {change, finish, discard} = staged.value
  const committed = await commit(options.onPicture)
  if (!committed.ok) {
    await discard()
    return committed
  }
  const problems = await finish()
  if (problems.length > 0) return {ok: false, problems}
  return {ok: true, value: {report: committed.report, lock: change}, problems: []}
}

async function stagedLock(folder: string, planned: FaultlessPlan, options: LockOptions): Promise<Outcome<StagedLock>> {
  const {frozen, now, audience} = options
  const {lock} = planned.value
  if (audience === 'members') {
    const hasLines = frozen !== true && lock.before.lock !== undefined
    return hasLines ? stageLock(folder, lockForMembers(lock)) : {ok: true, value: leftAsItIs('unchanged'), problems: []}
  }
  if (isTrial(planned, options)) return {ok: true, value: leftAsItIs('unchanged'), problems: []}
  if (frozen !== true) return stageLock(folder, lock)
  const change = compareLock(lock, now) === 'unchanged' ? 'unchanged' : 'behind'
  return {ok: true, value: leftAsItIs(change), problems: []}
}

/** A show that nobody has had yet has nothing to keep. Its first lock records only what is meant to stay. */
export function isTrial({value: {lock}, problems}: FaultlessPlan, {trial}: LockOptions): boolean {
  return trial === true || (problems.some(isPlaceholder) && lock.before.lock === undefined)
}

export function isPlaceholder({code}: Problem): boolean {
  return code === 'placeholder-left'
}

export function frozenProblems(
  planned: Outcome<Plan>,
  {frozen, first, now, audience}: LockOptions,
): readonly Problem[] {
  if (frozen !== true) return []
  const [placeholder, ...more] = planned.problems.filter(isPlaceholder)
  if (placeholder !== undefined) {
    const {file, line} = placeholder
    const others = more.length === 0 ? '' : `, and ${more.length} more`
    const message = `The show has a placeholder here${others}, so --frozen publishes nothing`
    return [problem('show-unfinished', present({file, line}), message, 'Fill them in: castwright check names them all')]
  }
  if (audience === 'members' || !planned.ok) return []
  const {lock} = planned.value
  return first !== undefined && lock.before.lock === undefined ? [] : outdatedLock(lock, now)
}

/** With `--frozen`: what is wrong with a lock that the build would create, or would change in what it has recorded. */
export function outdatedLock(lock: PlannedLock, now: Date): readonly Problem[] {
  if (compareLock(lock, now) !== 'outdated') return []
  const isNew = lock.before.lock === undefined
  const message = `The build would ${isNew ? 'create' : 'change what is recorded in'} ${lockFileName}, which --frozen forbids`
  const first = isNew
    ? '; if the show is live already, hold it against its feed before that: castwright compare FEED. In CI, --first makes the first lock'
    : ''
  const hint = `Run castwright build without --frozen and commit ${lockFileName}${first}`
  return [problem('lock-outdated', {file: lockFileName}, message, hint)]
}
