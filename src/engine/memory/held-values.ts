import {closeSync, openSync, readSync, writeSync} from 'node:fs'
import {deserialize, serialize} from 'node:v8'
import type {TextSpan} from './text-store.ts'

/** Values in a file of their own, until somebody asks for them. */
export type HeldValues = {
  readonly keep: (value: unknown) => TextSpan
  /** Gives a value as it was kept. */
  readonly valueAt: (span: TextSpan) => unknown
  /** To be called when nobody will ask any more. */
  readonly close: () => void
}

const writtenAtOnceInBytes = 1 << 20

/**
 * The file at `path` is made when the first values are written. Texts are in it as V8 has them and not in UTF-8, where half of a surrogate
 * pair would be another character.
 */
export function holdValues(path: string): HeldValues {
  let file: number | undefined
  let pending: Buffer[] = []
  let pendingInBytes = 0
  let sizeInBytes = 0

  function write(): void {
    file ??= openSync(path, 'w+')
    const bytes = Buffer.concat(pending)
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
    pending = []
    pendingInBytes = 0
  }

  return {
    keep: (value) => {
      const bytes = serialize(value)
      pending.push(bytes)
      pendingInBytes += bytes.length
      sizeInBytes += bytes.length
      if (pendingInBytes >= writtenAtOnceInBytes) write()
      return {at: sizeInBytes - bytes.length, length: bytes.length}
    },
    valueAt: ({at, length}) => {
      if (pendingInBytes > 0) write()
      const bytes = Buffer.allocUnsafe(length)
      if (file === undefined || readSync(file, bytes, 0, length, at) !== length)
        throw new Error(`${path} is shorter than it was written`)
      return deserialize(bytes)
    },
    close: () => {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}
