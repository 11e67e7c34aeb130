import {createHash} from 'node:crypto'
import {closeSync, fstatSync, openSync, readSync, writeSync} from 'node:fs'
import {lockPieces} from '../../lock/lock-text.ts'
import type {Lock} from '../../model/lock.ts'

// A lock as it lies on the disk. That of a large network has 20 MB, so nobody holds all of it: its pieces are made as often as they are needed.

export function sha1OfLock(lock: Lock): string {
  const sha1 = createHash('sha1')
  for (const piece of lockPieces(lock)) sha1.update(piece)
  return sha1.digest('base64')
}

export function writeLockText(path: string, lock: Lock): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of lockPieces(lock)) {
      const bytes = Buffer.from(piece)
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
    }
  } finally {
    closeSync(file)
  }
}

/** Whether the file at `path`, which must be there, is this lock. */
export function holdsLock(path: string, lock: Lock): boolean {
  const file = openSync(path, 'r')
  try {
    let sizeInBytes = 0
    for (const piece of lockPieces(lock)) {
      const bytes = Buffer.from(piece)
      const there = Buffer.allocUnsafe(bytes.length)
      if (readSync(file, there) !== bytes.length || !there.equals(bytes)) return false
      sizeInBytes += bytes.length
    }
    return fstatSync(file).size === sizeInBytes
  } finally {
    closeSync(file)
  }
}
