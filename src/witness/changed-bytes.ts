import type {Lock} from '../model/lock.ts'
import type {Delivered} from './delivered.ts'
import {filesByLock} from './delivered-by-lock.ts'
import type {Loss} from './losses.ts'

/**
 * Media files that would hold other bytes at an address that stays, as the output remembers it. Only files that the lock does not know
 * are asked about: of the others the lock knows more.
 */
export function changedBytes(delivered: Delivered, before: Lock | undefined, after: Lock): readonly Loss[] {
  const known = new Set(before === undefined ? [] : filesByLock(before).map(({path}) => path))
  const unknown = filesByLock(after).filter(({path}) => !known.has(path) && delivered.addresses.has(path))
  if (unknown.length === 0) return []
  const old = delivered.mediaHashes?.()
  return unknown.flatMap(({slug, path, sha256}): readonly Loss[] => {
    const published = old?.get(path)
    return published === undefined || published === sha256 ? [] : [{kind: 'bytes', of: slug, what: path, slug}]
  })
}
