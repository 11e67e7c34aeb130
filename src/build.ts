import {resolve} from 'node:path'
import {changesFacts, type LockChange, type PlannedLock, type StoredLock, writeLock} from './lock-file.ts'
import {type Lock, lockFileName} from './model/lock.ts'
import type {OutputFile, WriteReport} from './model/output.ts'
import {hasErrors, type Outcome, type Problem, problem} from './model/problem.ts'
import {type PlanOptions, type PlanSummary, plan} from './plan.ts'
import {openOutput} from './write/write.ts'

export type BuildReport = PlanSummary & WriteReport & {readonly lock: LockChange}

export type BuildOptions = PlanOptions & {
  /** For CI: a build that would change the lock fails. */
  readonly frozen?: boolean
}

/**
 * Builds the show in `folder` into `output`. With an error anywhere nothing is written and the old output stays whole;
 * otherwise every file is replaced by rename, what feeds refer to before the feeds. Building an unchanged show again
 * writes nothing. The lock beside the show's file is written last, once what it tells of is published.
 */
export async function build(folder: string, output: string, options: BuildOptions): Promise<Outcome<BuildReport>> {
  const opened = await openOutput(resolve(output))
  if (!opened.ok) return opened
  const {places, add, readChanged, commit, discard} = opened.value
  try {
    let lock: PlannedLock | undefined
    const keepLock = (planned: Lock, before: StoredLock) => {
      lock = {lock: planned, before}
    }
    const bytesToJudge = ({path}: OutputFile) => readChanged(path)
    const planned = await plan(folder, options, {take: add, places, bytesToJudge, keepLock})
    const frozen = options.frozen === true ? frozenProblems(lock) : []
    if (!planned.ok || hasErrors([...planned.problems, ...frozen])) {
      await discard()
      return {ok: false, problems: [...planned.problems, ...frozen]}
    }
    const {report, problems} = await commit()
    if (problems.length > 0) return {ok: false, problems: [...planned.problems, ...problems]}
    // Output first: a lock that tells of what is not published yet would stop the next build for nothing.
    const locked = lock === undefined || options.frozen === true ? unchanged : await writeLock(folder, lock)
    if (!locked.ok) return {ok: false, problems: [...planned.problems, ...locked.problems]}
    return {ok: true, value: {...planned.value, ...report, lock: locked.value}, problems: planned.problems}
  } catch (error) {
    // Ours, not the author's; but the output folder must not stay locked because of it.
    await discard()
    throw error
  }
}

const unchanged: Outcome<LockChange> = {ok: true, value: 'unchanged', problems: []}

function frozenProblems(lock: PlannedLock | undefined): readonly Problem[] {
  if (lock === undefined || !changesFacts(lock)) return []
  const message = `The build would ${lock.before.lock === undefined ? 'create' : 'change'} ${lockFileName}, which --frozen forbids`
  const hint = `Run castwright build without --frozen and commit ${lockFileName}`
  return [problem('lock-outdated', {file: lockFileName}, message, hint)]
}
