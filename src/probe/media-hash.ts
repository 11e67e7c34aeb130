import {createHash} from 'node:crypto'
import {open} from 'node:fs/promises'
import {join} from 'node:path'

const readAtOnceInBytes = 1 << 20

/** Buffers that no file is being read into: a new one for each piece of a recording costs a tenth of the time that it takes to hash it. */
const freeBuffers: Buffer[] = []

function freeBuffer(): Buffer {
  return freeBuffers.pop() ?? Buffer.allocUnsafeSlow(readAtOnceInBytes)
}

/** SHA-256 of a file below `folder`, in hex. */
export async function mediaHash(folder: string, location: string): Promise<string> {
  const file = await open(join(folder, location))
  let [buffer, other] = [freeBuffer(), freeBuffer()]
  let reading = file.read(buffer, 0, buffer.length)
  try {
    const hash = createHash('sha256')
    for (;;) {
      const {bytesRead} = await reading
      if (bytesRead === 0) return hash.digest('hex')
      // The next piece is read while this one is hashed.
      reading = file.read(other, 0, other.length)
      hash.update(buffer.subarray(0, bytesRead))
      ;[buffer, other] = [other, buffer]
    }
  } finally {
    freeBuffers.push(buffer, other)
    await file.close()
  }
}
