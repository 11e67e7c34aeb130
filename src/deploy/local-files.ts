import {createHash, hash} from 'node:crypto'
import {closeSync, openSync, readSync} from 'node:fs'
import {join} from 'node:path'
import type {Rank} from '../model/output.ts'

/** A file of the output, as the store must have it. */
export type DeployFile = {
  /** The path below the output folder, and below the prefix in the store. */
  readonly path: string
  readonly file: string
  readonly rank: Rank
  readonly sizeInBytes: number
  readonly sha256: string
  readonly contentType: string
  readonly cacheControl: string
}

export type FileToDeploy = Pick<DeployFile, 'path' | 'rank' | 'contentType' | 'cacheControl'>

/**
 * Adds size and hash to each file: its content decides whether it is sent, and not its date. The result is the path of the first file
 * that cannot be read, if there is one.
 */
export function measured(
  output: string,
  files: readonly FileToDeploy[],
): readonly DeployFile[] | {readonly unread: string} {
  const found: DeployFile[] = []
  for (const each of files) {
    const file = join(output, each.path)
    try {
      found.push({...each, file, ...measuresOf(file)})
    } catch {
      return {unread: each.path}
    }
  }
  return found
}

/**
 * One buffer for all files, which leaves nothing to collect. Nothing else goes on meanwhile, so nothing waits for these reads: a promise
 * or a stream takes longer than most files.
 */
const buffer = Buffer.allocUnsafe(1 << 20)

function measuresOf(file: string): Pick<DeployFile, 'sizeInBytes' | 'sha256'> {
  const handle = openSync(file, 'r')
  try {
    const first = filled(handle)
    if (first < buffer.length) return {sizeInBytes: first, sha256: hash('sha256', buffer.subarray(0, first), 'hex')}
    const sha256 = createHash('sha256')
    let sizeInBytes = 0
    for (let length = first; length > 0; length = filled(handle)) {
      sha256.update(buffer.subarray(0, length))
      sizeInBytes += length
    }
    return {sizeInBytes, sha256: sha256.digest('hex')}
  } finally {
    closeSync(handle)
  }
}

/** Reads on until the buffer is full or the file ends. A file system may give less than it is asked for. */
function filled(handle: number): number {
  let length = 0
  while (length < buffer.length) {
    const read = readSync(handle, buffer, length, buffer.length - length, null)
    if (read === 0) break
    length += read
  }
  return length
}

/** The mark that tells one state of an object from another: bytes, type and caching. */
export function objectMarkOf({sha256, contentType, cacheControl}: DeployFile): string {
  return hash('sha256', `${sha256}\n${contentType}\n${cacheControl}`, 'hex').slice(0, 32)
}
