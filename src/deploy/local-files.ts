import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
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
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return {...each, file, sizeInBytes: (await stat(file)).size, sha256: hash.digest('hex')}
}

/** The mark that tells one state of an object from another: bytes, type and caching. */
export function objectMarkOf({sha256, contentType, cacheControl}: DeployFile): string {
  return createHash('sha256').update(`${sha256}\n${contentType}\n${cacheControl}`).digest('hex').slice(0, 32)
}
