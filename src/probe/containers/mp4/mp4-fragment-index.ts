import type {RandomAccessReader} from '../../random-access-file.ts'
import {latin1, uint} from '../big-endian.ts'
import {boxAtPath, childBoxes, type Mp4Box} from './mp4-boxes.ts'

/** An index of hours of fragments, one entry for each, is smaller. A larger one has a damaged size. */
const largestIndexInBytes = 1 << 20

/**
 * Where the last fragment of a file begins. The index before the fragments (`sidx`) or after them (`mfra`) says it, so we do not
 * read a file on a server fragment by fragment. `undefined` if the file has neither index, or if the fragments do not say their
 * time: then we need each fragment. ISO/IEC 14496-12 sections 8.8.9 to 8.8.11 and 8.16.3
 */
export async function lastFragmentOffset(
  reader: RandomAccessReader,
  firstFragment: Uint8Array,
  segmentIndex: Mp4Box | undefined,
): Promise<number | undefined> {
  if (boxAtPath(firstFragment, 'traf', 'tfdt') === undefined) return undefined
  const offset =
    segmentIndex === undefined ? await lastRandomAccess(reader) : await lastSubsegment(reader, segmentIndex)
  return offset !== undefined && offset < reader.sizeInBytes ? offset : undefined
}

async function lastSubsegment(reader: RandomAccessReader, {start, end}: Mp4Box): Promise<number | undefined> {
  if (end - start > largestIndexInBytes) return undefined
  const bytes = await reader.read(start, end - start)
  const width = bytes[0] === 1 ? 8 : 4
  // The box begins with version and flags, track, timescale, earliest time and first offset.
  const first = 12 + width
  const entries = first + width + 4
  const count = uint(bytes, entries - 2, 2)
  let offset = end + uint(bytes, first, width)
  for (let index = 0; index < count - 1; index += 1) offset += uint(bytes, entries + 12 * index, 4) & 0x7fff_ffff
  return count === 0 ? undefined : offset
}

/** The last box of the file says how long the index before it is. */
async function lastRandomAccess(reader: RandomAccessReader): Promise<number | undefined> {
  const tail = await reader.read(reader.sizeInBytes - 16, 16)
  const length = latin1(tail, 4, 4) === 'mfro' ? uint(tail, 12, 4) : 0
  if (length < 24 || length > largestIndexInBytes) return undefined
  const index = await reader.read(reader.sizeInBytes - length + 8, length - 8)
  const offsets = childBoxes(index).flatMap(({type, bytes}) => (type === 'tfra' ? lastEntry(bytes) : []))
  return offsets.length === 0 ? undefined : Math.min(...offsets)
}

function lastEntry(bytes: Uint8Array): readonly number[] {
  const width = bytes[0] === 1 ? 8 : 4
  const lengths = uint(bytes, 11, 1)
  // Three numbers follow, of one to four bytes each.
  const numbersInBytes = ((lengths >> 4) & 3) + ((lengths >> 2) & 3) + (lengths & 3) + 3
  const count = uint(bytes, 12, 4)
  const last = 16 + (count - 1) * (2 * width + numbersInBytes) + width
  return count === 0 || last + width > bytes.length ? [] : [uint(bytes, last, width)]
}
