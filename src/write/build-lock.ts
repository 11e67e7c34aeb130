import {randomBytes} from 'node:crypto'
import {closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {livenessOf, processNameOf, processOf, type RunningProcess, thisProcess} from './running-process.ts'

export type BuildLock = {
  /** Whether nobody took it for that of a dead build meanwhile. A process that was stopped for minutes may look like one. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/**
 * Who wants a folder puts a claim there, a file with a name of its own that says which process it is of. Who then sees no other living
 * claim has the folder. A claim is made before its maker looks, so of two builds at least one sees the other. Nobody ever replaces
 * a claim: those of dead builds are deleted, by whoever meets them, and cannot be mistaken for a living one.
 *
 * Not an advisory lock of the system: Node has none, and the packages that add one are binaries for a few platforms.
 */
const claimPattern = /^lock-(.+)-[\da-f]{12}$/

const refreshEveryInMilliseconds = 5000
/** Of a process that nothing is known of, a claim so old is a dead one's. It is refreshed every five seconds. */
const deadAfterInMilliseconds = 60_000

/** Two builds that start together wait for each other so long; a build that is under way takes longer. */
const patienceInMilliseconds = 500
const lookAgainAfterInMilliseconds = 10

/** Takes `folder`, which is made, for one build. Otherwise the value is the name of the claim that is in the way. */
export async function takeBuildLock(folder: string): Promise<BuildLock | {readonly heldBy: string}> {
  const name = `lock-${processNameOf(thisProcess)}-${randomBytes(6).toString('hex')}`
  const path = join(folder, name)
  makeClaim(folder, path)
  const release = () => rmSync(path, {force: true})
  try {
    const deadline = performance.now() + patienceInMilliseconds
    for (;;) {
      const others = livingClaims(folder, name)
      const [first] = others
      if (first === undefined) break
      // Of those who wait the first by name goes on waiting; the others leave, so that it has the folder at last.
      if (first < name || performance.now() > deadline) {
        release()
        return {heldBy: first}
      }
      await pause(lookAgainAfterInMilliseconds)
    }
  } catch (error) {
    release()
    throw error
  }
  const refreshing = setInterval(() => refresh(path), refreshEveryInMilliseconds).unref()
  return {
    isHeld: () => statSync(path, {throwIfNoEntry: false}) !== undefined,
    release: () => {
      clearInterval(refreshing)
      release()
    },
  }
}

/** A build that ends deletes the folder if it is empty, maybe between the two steps. */
function makeClaim(folder: string, path: string): void {
  for (let attempt = 1; ; attempt += 1) {
    mkdirSync(folder, {recursive: true})
    try {
      closeSync(openSync(path, 'wx'))
      return
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!isGone || attempt === 100) throw error
    }
  }
}

/** Names of claims that others may hold, in order. Those of dead builds are deleted. */
function livingClaims(folder: string, own: string): readonly string[] {
  const claims = readdirSync(folder).filter((name) => name !== own && ownerOf(name) !== undefined)
  const living = claims.filter((name) => isLiving(folder, name, own))
  for (const name of claims) if (!living.includes(name)) rmSync(join(folder, name), {force: true})
  return living.sort()
}

function isLiving(folder: string, name: string, own: string): boolean {
  const owner = ownerOf(name)
  const liveness = owner === undefined ? 'ended' : livenessOf(owner)
  if (liveness !== 'unknown') return liveness === 'runs'
  const claim = statSync(join(folder, name), {throwIfNoEntry: false})
  refresh(join(folder, own))
  // Both by the clock of the disk, which may be another machine's.
  const now = statSync(join(folder, own), {throwIfNoEntry: false})
  return claim !== undefined && now !== undefined && now.mtimeMs - claim.mtimeMs < deadAfterInMilliseconds
}

/** The process that made a claim; `undefined` for a file that is none. */
function ownerOf(name: string): RunningProcess | undefined {
  return processOf(claimPattern.exec(name)?.[1] ?? '')
}

function refresh(path: string): void {
  try {
    // A byte and no `utimes`: the time is to be that of the disk. Not made anew where it is gone.
    writeFileSync(path, '.', {flag: 'r+'})
  } catch {
    // It was taken for a dead one's, or the disk is gone: `isHeld` tells.
  }
}
