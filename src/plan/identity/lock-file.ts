import {hash} from 'node:crypto'
import {readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {parseLock} from '../../lock/parse-lock.ts'
import {changesRecord} from '../../lock/recorded.ts'
import {type Lock, lockFileName} from '../../model/lock.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {decodeText} from '../../text/encoding.ts'
import {refusalReason} from '../../text/system-refusal.ts'
import {livenessOf, processNameOf, processOf, thisProcess} from '../../write/running-process.ts'
import {problem} from './identity-problems.ts'
import {sha1OfLock, writeLockText} from './lock-bytes.ts'

/** What lies beside the show's file: the lock, and the hash of its bytes. Before the first build, neither. */
export type StoredLock = {readonly lock?: Lock; readonly sha1?: string}

/** The lock of the show in `folder`. Problems: see `parseLock`. */
export async function readLock(folder: string): Promise<Outcome<StoredLock>> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, lockFileName))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {ok: true, value: {}, problems: []}
    const reason = refusalReason(error) ?? reasonOf(error)
    const hint =
      'The build must be able to read it: it says what listeners have. Mend that, or restore the file from git'
    return {
      ok: false,
      problems: [problem('lock-unreadable', {file: lockFileName}, `The lock cannot be read: ${reason}`, hint)],
    }
  }
  const parsed = parseLock(decodeText(bytes).text)
  // Of the bytes as they lie there: a lock with a byte order mark is to be written again.
  return parsed.ok ? {ok: true, value: {lock: parsed.value, sha1: sha1Of(bytes)}, problems: []} : parsed
}

/** The lock as it is to be, and as it is. */
export type PlannedLock = {readonly lock: Lock; readonly before: StoredLock}

/** What a build did to the lock. `behind`: the build has lines to add, and was told not to write. */
export type LockChange = 'created' | 'updated' | 'unchanged' | 'behind'

/**
 * For a build at `now` that does not write the lock: how the lock differs from what the build would write. `outdated`: the lock
 * has recorded something that is published otherwise now.
 */
export function compareLock({lock, before}: PlannedLock, now: Date): 'unchanged' | 'behind' | 'outdated' {
  if (before.lock === undefined || changesRecord(before.lock, lock, now)) return 'outdated'
  // A merge may change the order of lines. Another order is no difference.
  return sha1OfLock(before.lock) === sha1OfLock(lock) ? 'unchanged' : 'behind'
}

/** A new lock, whole, beside the old one: one step replaces the old one by it. */
export type StagedLock = {
  readonly change: LockChange
  /** Replaces the old one. Problem: `output-incomplete`. */
  readonly finish: () => Promise<readonly Problem[]>
  /** Leaves no trace. To be called if `finish` is not. */
  readonly discard: () => Promise<void>
}

/**
 * Writes the lock beside the old one, before anything is published. So a folder that cannot be written to stops the build while
 * nothing has changed. It is not written if the old lock holds the same bytes. Problem: `output-unwritable`.
 */
export async function stageLock(folder: string, {lock, before}: PlannedLock): Promise<Outcome<StagedLock>> {
  const sha1 = sha1OfLock(lock)
  if (sha1 === before.sha1) return {ok: true, value: leftAsItIs('unchanged'), problems: []}
  const path = join(folder, lockFileName)
  // The name of this process: a build to another output folder may run beside this one.
  const aside = `${path}.${processNameOf(thisProcess)}.new`
  const discard = () => rm(aside, {force: true})
  try {
    await removeLeftovers(folder)
    writeLockText(aside, lock)
  } catch (error) {
    await discard().catch(() => undefined)
    const message = `The show cannot be published, because its lock could not be written: ${reasonOf(error)}`
    return {ok: false, problems: [problem('output-unwritable', {file: lockFileName}, message, writableHint)]}
  }
  const finish = async (): Promise<readonly Problem[]> => {
    const there = await sha1At(path)
    if (there !== before.sha1 && there !== sha1) {
      await discard()
      const message =
        'The show is published, but its lock was changed by somebody else meanwhile, so it was not replaced'
      return [problem('output-incomplete', {file: lockFileName}, message, 'Build again: the lock then gets the rest')]
    }
    try {
      await rename(aside, path)
      return []
    } catch (error) {
      await discard().catch(() => undefined)
      const message = `The show is published, but its lock could not be replaced: ${reasonOf(error)}`
      return [problem('output-incomplete', {file: lockFileName}, message, writableHint)]
    }
  }
  return {ok: true, value: {change: before.sha1 === undefined ? 'created' : 'updated', finish, discard}, problems: []}
}

async function sha1At(path: string): Promise<string | undefined> {
  return readFile(path).then(sha1Of, () => undefined)
}

function sha1Of(bytes: Buffer): string {
  return hash('sha1', bytes, 'base64')
}

/**
 * No build takes so long. This counts if nobody can tell whether the build still runs: on another machine, or in another
 * container.
 */
const leftoverAgeInMilliseconds = 60 * 60 * 1000

/** An older version gave only the id of the process. */
const leftoverPattern = /^castwright\.lock\.json\.([\da-f-]+)\.new$/

/** The files that killed builds have left. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = leftoverPattern.exec(name)?.[1]
    if (maker === undefined) continue
    const path = join(folder, name)
    const owner = processOf(maker)
    const liveness = owner === undefined ? 'unknown' : livenessOf(owner)
    const isOld = async () => Date.now() - (await stat(path)).mtimeMs > leftoverAgeInMilliseconds
    if (liveness === 'ended' || (liveness === 'unknown' && (await isOld()))) await rm(path, {force: true})
  }
}

const writableHint = 'Make the show folder writable and build again, or use --frozen where the lock is not to change'

/** For a build that does not write the lock. */
export function leftAsItIs(change: LockChange): StagedLock {
  return {change, finish: async () => [], discard: async () => {}}
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Puts the lock beside the show's file, by rename. It is not touched if it holds the same bytes. */
export async function writeLock(folder: string, planned: PlannedLock): Promise<Outcome<LockChange>> {
  const staged = await stageLock(folder, planned)
  if (!staged.ok) return staged
  const problems = await staged.value.finish()
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: staged.value.change, problems: []}
}
