import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {crc32} from 'node:zlib'

/** What a build printed that had nothing to do, and what must still be the same for a build to print it again. */
export type Answer = {
  /** A key of everything that is no file: see `answerKey`. */
  readonly key: string
  /**
   * The time at which the answer was given, and the time from which another answer may be right. If the second is absent, time
   * alone changes nothing.
   */
  readonly fromInMilliseconds: number
  readonly untilInMilliseconds?: number
  readonly printed: string
  readonly groups: readonly StampedGroup[]
  /** Paths, and where each of them led when links were followed. */
  readonly targets: readonly (readonly [path: string, target: string])[]
  /** Folders of which every name counts, whatever their times say. With these names. */
  readonly names: readonly (readonly [folder: string, names: string])[]
}

/** Files and folders below `folder`. Of each, `stampLength` numbers. */
export type StampedGroup = {
  readonly folder: string
  readonly paths: readonly string[]
  readonly stamps: Float64Array
}

type Head = Omit<Answer, 'printed' | 'groups'> & {
  readonly printedInBytes: number
  readonly groups: readonly {readonly folder: string; readonly pathsInBytes: number; readonly count: number}[]
}

/** Size, times and inode. */
export const stampLength = 4
const numberInBytes = Float64Array.BYTES_PER_ELEMENT
const prefixInBytes = 8
/** A character that is in no name of a file. */
const separator = '\0'

/** Below a folder that builds keep for themselves. */
function answerPath(folder: string): string {
  return join(folder, '.castwright', 'answer')
}

/** The answer that was kept for the show in `folder`. A damaged file counts as no answer. */
export function readAnswer(folder: string): Answer | undefined {
  try {
    const bytes = readFileSync(answerPath(folder))
    const body = bytes.subarray(prefixInBytes)
    return crc32(body) === bytes.readUInt32LE(4) ? parsed(body, bytes.readUInt32LE(0)) : undefined
  } catch {
    return undefined
  }
}

function parsed(body: Buffer, headInBytes: number): Answer {
  const {printedInBytes, groups, ...head} = JSON.parse(body.toString('utf8', 0, headInBytes)) as Head
  let at = headInBytes
  const next = (sizeInBytes: number) => {
    at += sizeInBytes
    return body.subarray(at - sizeInBytes, at)
  }
  const printed = next(printedInBytes).toString('utf8')
  const stamped = groups.map(({folder, pathsInBytes, count}): StampedGroup => {
    const paths = next(pathsInBytes).toString('utf8').split(separator)
    const stamps = new Float64Array(count * stampLength)
    next(stamps.byteLength).copy(Buffer.from(stamps.buffer))
    return {folder, paths, stamps}
  })
  return {...head, printed, groups: stamped}
}

/** Replaces the answer that was kept before, by rename. Where it cannot be written, the next build takes longer. */
export function writeAnswer(folder: string, {printed, groups, ...head}: Answer): void {
  const path = answerPath(folder)
  const aside = `${path}.${process.pid}.new`
  const text = Buffer.from(printed)
  const parts = groups.map(({folder: base, paths, stamps}) => ({
    base,
    paths: Buffer.from(paths.join(separator)),
    stamps: Buffer.from(stamps.buffer),
  }))
  const heads = parts.map(({base, paths, stamps}) => ({
    folder: base,
    pathsInBytes: paths.length,
    count: stamps.length / numberInBytes / stampLength,
  }))
  const headBytes = Buffer.from(JSON.stringify({...head, printedInBytes: text.length, groups: heads} satisfies Head))
  const body = Buffer.concat([headBytes, text, ...parts.flatMap(({paths, stamps}) => [paths, stamps])])
  const prefix = Buffer.alloc(prefixInBytes)
  prefix.writeUInt32LE(headBytes.length, 0)
  prefix.writeUInt32LE(crc32(body), 4)
  try {
    writeFileSync(aside, Buffer.concat([prefix, body]))
    renameSync(aside, path)
  } catch {
    rmSync(aside, {force: true})
  }
}

/** Forgets the answer that is kept, because it is no longer right. */
export function dropAnswer(folder: string): void {
  try {
    rmSync(answerPath(folder), {force: true})
  } catch {
    // The answer is held against the files again each time.
  }
}
