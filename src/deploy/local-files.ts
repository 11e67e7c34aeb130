import {createHash, hash} from 'node:crypto'
import {createReadStream, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
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

/** Adds the size and hash of a file: its content decides whether it is sent, and not its date. */
export async function measured(output: string, each: FileToDeploy): Promise<DeployFile> {
  const file = join(output, each.path)
  const {size: sizeInBytes} = statSync(file)
  const sha256 =
    sizeInBytes <= largestReadWholeInBytes ? hash('sha256', readFileSync(file), 'hex') : await streamed(file)
  return {...each, file, sizeInBytes, sha256}
}

/** Nearly all files are pages of a few kilobytes: a stream takes ten times as long for one as reading it at once. */
const largestReadWholeInBytes = 1 << 20

async function streamed(file: string): Promise<string> {
  const sha256 = createHash('sha256')
  await pipeline(createReadStream(file), sha256)
  return sha256.digest('hex')
}

/** The mark that tells one state of an object from another: bytes, type and caching. */
export function objectMarkOf({sha256, contentType, cacheControl}: DeployFile): string {
  return hash('sha256', `${sha256}\n${contentType}\n${cacheControl}`, 'hex').slice(0, 32)
}
