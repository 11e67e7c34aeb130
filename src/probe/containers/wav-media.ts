import {type ContainerFacts, truncated} from '../container-facts.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1} from './big-endian.ts'
import {littleEndianUint} from './little-endian.ts'

/** Recorders write this, or 0, if they did not know the length when they started. */
const unknownSize = 0xffff_ffff
const mostChunks = 1000

/**
 * RIFF/WAVE, and RF64 for files above 4 GiB (EBU Tech 3306: the real size of the samples is in `ds64`).
 * The duration is the bytes of samples over the bytes a second. An unknown size means "to the end of the file".
 */
export async function readWav(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  let bytesPerSecond = 0
  let sizeInDs64: number | undefined
  let offset = 12
  for (let chunk = 0; chunk < mostChunks; chunk += 1) {
    const head = await reader.read(offset, 32)
    if (head.length < 8) return undefined
    const name = latin1(head, 0, 4)
    const size = littleEndianUint(head, 4, 4)
    if (name === 'fmt ') bytesPerSecond = littleEndianUint(head, 16, 4)
    if (name === 'ds64') sizeInDs64 = littleEndianUint(head, 16, 8)
    if (name === 'data') return wavFacts(reader.sizeInBytes - offset - 8, sizeInDs64 ?? size, bytesPerSecond)
    // Chunks are padded to even lengths.
    offset += 8 + size + (size % 2)
  }
  return undefined
}

function wavFacts(presentInBytes: number, promisedInBytes: number, bytesPerSecond: number): ContainerFacts | undefined {
  if (bytesPerSecond === 0) return undefined
  const isUnknown = promisedInBytes === 0 || promisedInBytes >= unknownSize - 64
  const sizeInBytes = isUnknown ? presentInBytes : Math.min(presentInBytes, promisedInBytes)
  const missingInBytes = isUnknown ? 0 : promisedInBytes - sizeInBytes
  return {
    kind: 'audio',
    durationInSeconds: sizeInBytes / bytesPerSecond,
    ...(missingInBytes > bytesPerSecond / 10
      ? {fault: truncated(`lacks ${missingInBytes} of the ${promisedInBytes} bytes of sound that its header announces`)}
      : {}),
  }
}
