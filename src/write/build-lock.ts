import {randomBytes} from 'node:crypto'
import {closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {livenessOf, processNameOf, processOf, type RunningProcess, thisProcess} from './running-process.ts'

export type BuildLock = {
  /** Whether the claim still counts. If a process stands still for minutes, others may take it for dead and delete its claim. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/**
 * A build that wants a folder puts a claim there: a file whose name says which process made it. If the build then sees no other living
 * claim, it has the folder. Each build makes its claim before it looks, so of two builds at least one sees the other. Nobody ever
 * replaces a claim. The claim of a dead build is deleted by the next build that sees it, and is never mistaken for a living one.
 *
 * This is no advisory lock of the system, because Node has none. Packages that add one are binaries for a few platforms.
 */
const claimPattern = /^lock-(.+)-[\da-f]{12}$/

const refreshEveryInMilliseconds = 5000
/** If nothing is known of its process, a claim of this age is dead. Living processes refresh their claims every five seconds. */
const deadAfterInMilliseconds = 60_000

/** How long two builds that start together wait for each other. A build that is running needs more time, and nobody waits for its end. */
const patienceInMilliseconds = 500
const lookAgainAfterInMilliseconds = 10

/** Makes `folder` and takes it for one build. If another build has it, the value is the name of that build's claim. */
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
      // Of the builds that wait, the first by name goes on waiting. The others give up, so that it gets the folder.
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

/** A build that ends deletes the folder if it is empty. That may happen between the two steps. */
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

/** The names of claims that others may hold, sorted. The claims of dead builds are deleted. */
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
  // Both times are from the clock of the disk, which may be another machine's.
  const now = statSync(join(folder, own), {throwIfNoEntry: false})
  return claim !== undefined && now !== undefined && now.mtimeMs - claim.mtimeMs < deadAfterInMilliseconds
}

/** The process that made a claim; `undefined` if the file is no claim. */
function ownerOf(name: string): RunningProcess | undefined {
  return processOf(claimPattern.exec(name)?.[1] ?? '')
}

function refresh(path: string): void {
  try {
    // It writes a byte instead of calling `utimes`, so that the time is that of the disk. A claim that is gone is not made anew.
    writeFileSync(path, '.', {flag: 'r+'})
  } catch {
    // Another build deleted it as dead, or the disk is gone. `isHeld` tells.
  }
}
