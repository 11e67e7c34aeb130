import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {join} from 'node:path'

/** SHA-256 of a file below `folder`, in hex. */
export async function mediaHash(folder: string, location: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(join(folder, location), {highWaterMark: 1 << 20})) hash.update(piece)
  return hash.digest('hex')
}
