import {createHash} from 'node:crypto'
import {open} from 'node:fs/promises'
import {join} from 'node:path'

const readAtOnceInBytes = 1 << 20

/** Buffers that no file is being read into: a new one for each piece of a recording costs a tenth of the time that it takes to hash it. */
const freeBuffers: Buffer[] = []

/** SHA-256 of a file below `folder`, in hex. */
export async function mediaHash(folder: string, location: string): Promise<string> {
  const file = await open(join(folder, location))
  const buffer = freeBuffers.pop() ?? Buffer.allocUnsafeSlow(readAtOnceInBytes)
  try {
    const hash = createHash('sha256')
    for (;;) {
      const {bytesRead} = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    freeBuffers.push(buffer)
    await file.close()
  }
}
