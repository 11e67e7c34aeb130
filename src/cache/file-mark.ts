import {createHash, hash} from 'node:crypto'
import {closeSync, openSync, readFileSync, readSync, type Stats, statSync} from 'node:fs'
import {join} from 'node:path'

/** An input as it was when it was read. */
export type FileMark = {
  /** Below the show folder. */
  readonly path: string
  /** Size, times and inode; absent where there was no file. */
  readonly stamp?: string
  /** The file was written so recently that a second edit could leave the same times. Then only the hash tells. */
  readonly isFresh: boolean
  /** Absent for large files, which are read again instead. */
  readonly hash?: string
}

/** Media are hashed when they are published. To hash them here as well would double the work. */
const largestHashedInBytes = 4_000_000
/** The feed of thirty thousand long episodes. */
export const largestTextHashedInBytes = 256_000_000
/** What file systems keep of a time: ext4 and APFS a few milliseconds, FAT and archives whole seconds. */
const finestTimeInMilliseconds = 50
const coarsestTimeInMilliseconds = 2000

function factsOf(path: string): Stats | undefined {
  try {
    const facts = statSync(path, {throwIfNoEntry: false})
    return facts?.isFile() ? facts : undefined
  } catch {
    // A folder above it is closed, or is a file: it cannot be read any more.
    return undefined
  }
}

function inputStamp({size, mtimeMs, ctimeMs, ino}: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

/**
 * What a published file is known by: size, time, inode and hash. Its change time is not a part of it, because moving the file into the
 * output changes that time. Of a file that is larger than `largestInBytes` there is no hash. A cache that CI restores on another machine
 * gives every file another inode, so the hash decides then. `sha1` is that of the file, where it is known.
 */
export function outputMark(path: string, largestInBytes?: number, sha1?: string): string | undefined {
  const facts = factsOf(path)
  return facts === undefined ? undefined : `${outputStamp(facts)} ${sha1 ?? hashOf(path, facts, largestInBytes) ?? ''}`
}

function outputStamp({size, mtimeMs, ino}: Stats): string {
  return `${size} ${mtimeMs} ${ino}`
}

/**
 * The mark of a published file now, if it is the file that has `mark` or holds the same bytes; else `undefined`. It is the same text if
 * nothing new has to be noted.
 */
export function markOfPublished(path: string, mark: string | undefined): string | undefined {
  const facts = mark === undefined ? undefined : factsOf(path)
  if (mark === undefined || facts === undefined) return undefined
  const end = mark.lastIndexOf(' ')
  const stamp = outputStamp(facts)
  if (mark.slice(0, end) === stamp) return mark
  const known = mark.slice(end + 1)
  const isSame = known !== '' && sizeOf(mark) === facts.size && hashOf(path, facts, facts.size) === known
  return isSame ? `${stamp} ${known}` : undefined
}

/** The size that the mark of a published file tells of. */
export function sizeOf(mark: string): number {
  return Number(mark.slice(0, mark.indexOf(' ')))
}

function hashOf(path: string, {size}: Stats, largestInBytes = largestHashedInBytes): string | undefined {
  if (size > largestInBytes) return undefined
  try {
    return size > readAtOnceInBytes ? hashOfLong(path) : hash('sha1', readFileSync(path), 'base64')
  } catch {
    return undefined
  }
}

const readAtOnceInBytes = 1 << 20

/** A feed of ten thousand episodes is as large as all that is known of them. */
function hashOfLong(path: string): string {
  const sha1 = createHash('sha1')
  const buffer = Buffer.allocUnsafeSlow(readAtOnceInBytes)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      sha1.update(buffer.subarray(0, read))
    return sha1.digest('base64')
  } finally {
    closeSync(file)
  }
}

/** To be called before a file below `folder` is read. A file that changes before it is marked gets no mark. */
export function watchFile(folder: string, path: string): () => FileMark | undefined {
  const absolute = join(folder, path)
  const before = factsOf(absolute)
  const seenAt = Date.now()
  return () => {
    if (before === undefined) return {path, isFresh: false}
    const hashed = hashOf(absolute, before)
    const after = factsOf(absolute)
    const stamp = inputStamp(before)
    if (after === undefined || inputStamp(after) !== stamp) return undefined
    return {path, stamp, isFresh: isFresh(before, seenAt), ...(hashed === undefined ? {} : {hash: hashed})}
  }
}

/** Whether a file was written so shortly before `seenAt` that a later edit could leave the same times. */
export function isFresh({mtimeMs, ctimeMs}: Pick<Stats, 'mtimeMs' | 'ctimeMs'>, seenAt: number): boolean {
  const newest = Math.max(mtimeMs, ctimeMs)
  return seenAt - newest < (newest % 1000 === 0 ? coarsestTimeInMilliseconds : finestTimeInMilliseconds)
}

/**
 * The mark of a file now, if it has the same bytes; `undefined` if it has others. It is the same object if nothing new has to be
 * noted.
 */
export function markOfUnchanged(folder: string, mark: FileMark): FileMark | undefined {
  const facts = factsOf(join(folder, mark.path))
  if (facts === undefined) return mark.stamp === undefined ? mark : undefined
  if (inputStamp(facts) === mark.stamp && (!mark.isFresh || mark.hash === undefined)) return mark
  if (mark.hash === undefined) return undefined
  const now = watchFile(folder, mark.path)()
  if (now?.hash !== mark.hash) return undefined
  return now.stamp === mark.stamp ? mark : now
}
