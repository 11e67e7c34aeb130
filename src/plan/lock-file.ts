import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {lockText, parseLock} from '../lock/lock-text.ts'
import {changesRecord} from '../lock/recorded.ts'
import {type Lock, lockFileName} from '../model/lock.ts'
import {type Outcome, problem} from '../model/problem.ts'

/** What lies beside the show's file: the lock and its bytes, or neither before the first build. */
export type StoredLock = {readonly lock?: Lock; readonly text?: string}

/** The lock of the show in `folder`. Problems: see `parseLock`. */
export async function readLock(folder: string): Promise<Outcome<StoredLock>> {
  let text: string
  try {
    text = await readFile(join(folder, lockFileName), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {ok: true, value: {}, problems: []}
    const reason = error instanceof Error ? error.message : String(error)
    const hint = 'Check its permissions'
    return {
      ok: false,
      problems: [problem('lock-unreadable', {file: lockFileName}, `The lock cannot be read: ${reason}`, hint)],
    }
  }
  const parsed = parseLock(text)
  return parsed.ok ? {ok: true, value: {lock: parsed.value, text}, problems: []} : parsed
}

/** The lock as it is to be, and as it is. */
export type PlannedLock = {readonly lock: Lock; readonly before: StoredLock}

/** What a build did to the lock; `behind`: it has lines to add, and was not to write. */
export type LockChange = 'created' | 'updated' | 'unchanged' | 'behind'

/** How a lock that is not to be written stands to a build at `now`. `outdated`: what it has recorded is not what is published. */
export function compareLock({lock, before}: PlannedLock, now: Date): 'unchanged' | 'behind' | 'outdated' {
  if (before.lock === undefined || changesRecord(before.lock, lock, now)) return 'outdated'
  // The order of lines, which a merge may leave as it likes, is no difference.
  return lockText(before.lock) === lockText(lock) ? 'unchanged' : 'behind'
}

/** Puts the lock beside the show's file, by rename; not touched when it holds the same bytes. */
export async function writeLock(folder: string, {lock, before}: PlannedLock): Promise<Outcome<LockChange>> {
  const text = lockText(lock)
  if (text === before.text) return {ok: true, value: 'unchanged', problems: []}
  const path = join(folder, lockFileName)
  // The name of a process: a build to another output folder may run beside this one.
  const aside = `${path}.${process.pid}.new`
  try {
    await writeFile(aside, text)
    await rename(aside, path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The show is published, but its lock could not be written: ${reason}`
    const hint = 'Make the show folder writable and build again, or use --frozen where the lock is not to change'
    return {ok: false, problems: [problem('output-unwritable', {file: lockFileName}, message, hint)]}
  }
  return {ok: true, value: before.text === undefined ? 'created' : 'updated', problems: []}
}
