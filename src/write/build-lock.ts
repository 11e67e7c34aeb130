import {open, readFile, rm} from 'node:fs/promises'

export type BuildLock = {readonly release: () => Promise<void>}

/** Locks of this very process: a library user may start two builds at once, and the process id cannot tell them apart. */
const held = new Set<string>()

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock file that holds the process id of its owner. One whose owner is dead (killed) is taken over. */
export async function takeLock(path: string): Promise<BuildLock | 'busy'> {
  if (held.has(path)) return 'busy'
  held.add(path)
  const lock = {
    release: async () => {
      await rm(path, {force: true})
      held.delete(path)
    },
  }
  if (await create(path)) return lock
  const owner = Number(await readFile(path, 'utf8').catch(() => ''))
  // Our own id in a file we do not hold is a dead build's: containers hand out the same few ids again.
  const stale = !Number.isInteger(owner) || owner <= 0 || owner === process.pid || !isRunning(owner)
  if (stale) {
    await rm(path, {force: true})
    if (await create(path)) return lock
  }
  held.delete(path)
  return 'busy'
}
