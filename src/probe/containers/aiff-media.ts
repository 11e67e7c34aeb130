import {type ContainerFacts, truncated} from '../container-facts.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'

const mostChunks = 1000

/** AIFF and AIFF-C: duration is frames over rate, both in the chunk `COMM`. The chunk of sound (`SSND`) tells how many are there. */
export async function readAiff(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  let durationInSeconds: number | undefined
  let presentShare = 1
  let offset = 12
  for (let chunk = 0; chunk < mostChunks; chunk += 1) {
    const head = await reader.read(offset, 26)
    if (head.length < 8) break
    const size = uint(head, 4, 4)
    if (latin1(head, 0, 4) === 'COMM') durationInSeconds = uint(head, 10, 4) / extended(head, 16)
    if (latin1(head, 0, 4) === 'SSND') presentShare = Math.min(1, (reader.sizeInBytes - offset - 8) / size)
    // Chunks are padded to even lengths.
    offset += 8 + size + (size % 2)
  }
  if (durationInSeconds === undefined || !Number.isFinite(durationInSeconds)) return undefined
  const missingInSeconds = durationInSeconds * (1 - presentShare)
  return {
    kind: 'audio',
    ...(durationInSeconds > 0 ? {durationInSeconds: durationInSeconds - missingInSeconds} : {}),
    ...(missingInSeconds > 0.1 ? {fault: truncated('ends before the sound that its header announces')} : {}),
  }
}

/** IEEE 754 with 80 bits: two bytes of sign and exponent, then eight bytes of a mantissa with its leading one. */
function extended(bytes: Uint8Array, offset: number): number {
  const exponent = (uint(bytes, offset, 2) & 0x7fff) - 16_383 - 63
  return uint(bytes, offset + 2, 8) * 2 ** exponent
}
