import {hash} from 'node:crypto'
import {isJsonObject} from '../text/json-object.ts'

/** One object that a deploy put into the store, as it was put. */
export type Deployed = {
  /** A mark of the bytes and of how they are served. An object with another mark is put again. */
  readonly mark: string
  /**
   * The etag that the store gave. If the object has another one now, it is not what we put there. Absent while the object is being
   * sent.
   */
  readonly etag?: string
}

/**
 * What deploys have put below one prefix, by a hash of the path. The record lies in the store itself, so that any machine can go
 * on. Whoever reads it learns no address that is not public (feeds of members have unguessable ones).
 */
export type DeployRecord = ReadonlyMap<string, Deployed>

export const recordName = '.castwright-deployed.json'
const formatVersion = 1

export function hashedPath(path: string): string {
  return hash('sha256', path, 'hex').slice(0, 32)
}

export function recordText(record: DeployRecord): string {
  const files = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({castwrightDeployed: formatVersion, files})}\n`
}

/** A record that cannot be read permits nothing: every object is looked at, and nothing is deleted. */
export function parseRecord(text: string): DeployRecord {
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonObject(value) || value.castwrightDeployed !== formatVersion || !isJsonObject(value.files))
      return new Map()
    return new Map(Object.entries(value.files).filter((entry): entry is [string, Deployed] => isDeployed(entry[1])))
  } catch {
    return new Map()
  }
}

function isDeployed(value: unknown): value is Deployed {
  if (!isJsonObject(value) || typeof value.mark !== 'string') return false
  return value.etag === undefined || typeof value.etag === 'string'
}
