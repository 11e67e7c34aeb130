import {type ContainerFacts, truncated} from '../container-facts.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'
import {littleEndianUint} from './little-endian.ts'

type OggPage = {
  readonly begins: boolean
  /** For sound a count of samples, for pictures something else; -1 if no packet ends on the page. */
  readonly granule: number
  readonly serial: number
  readonly content: Uint8Array
  readonly lengthInBytes: number
}

/** What the first packet of a stream says. */
type OggStream = {
  readonly serial: number
  readonly codec: string
  /** Granules a second; 0 for pictures. */
  readonly rate: number
  /** The samples at the start that a player decodes but does not play. */
  readonly preSkip: number
}

type Codec = {
  readonly magic: string
  readonly name: string
  readonly read: (packet: Uint8Array) => Pick<OggStream, 'rate' | 'preSkip'>
}

const codecs: readonly Codec[] = [
  // Opus always counts at 48 kHz, also if the recording had another rate. RFC 7845 section 5.1
  {magic: 'OpusHead', name: 'opus', read: (packet) => ({rate: 48_000, preSkip: littleEndianUint(packet, 10, 2)})},
  {magic: '\x01vorbis', name: 'vorbis', read: (packet) => ({rate: littleEndianUint(packet, 12, 4), preSkip: 0})},
  {magic: '\x7fFLAC', name: 'flac', read: (packet) => ({rate: Math.floor(uint(packet, 27, 3) / 16), preSkip: 0})},
  {magic: 'Speex   ', name: 'speex', read: (packet) => ({rate: littleEndianUint(packet, 36, 4), preSkip: 0})},
  {magic: '\x80theora', name: 'theora', read: () => ({rate: 0, preSkip: 0})},
]

const headInBytes = 1 << 16
/** Room for two of the largest pages, and for pictures between the last pages of sound. */
const tailInBytes = 1 << 18

/**
 * Ogg (RFC 3533): the pages that begin the streams tell the codecs, and the last page of sound tells the duration. That page is
 * right in a file that was cut, too: a length could not be written anywhere else. `undefined` if no stream is known.
 */
export async function readOgg(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const streams = beginnings(await reader.read(0, headInBytes))
  if (streams.length === 0) return undefined
  const sound = streams.find((stream) => stream.rate > 0)
  const tail = await reader.read(Math.max(0, reader.sizeInBytes - tailInBytes), tailInBytes)
  const {granule, isCut} = ending(tail, sound?.serial)
  const durationInSeconds = sound === undefined ? 0 : (granule - sound.preSkip) / sound.rate
  return {
    kind: streams.some((stream) => stream.rate === 0) ? 'video' : 'audio',
    codecs: streams.map((stream) => stream.codec).join(', '),
    ...(durationInSeconds > 0 ? {durationInSeconds} : {}),
    ...(isCut ? {fault: truncated('ends in the middle of a page')} : {}),
  }
}

/** The streams of a file. All of them begin before any of them goes on. */
function beginnings(head: Uint8Array): readonly OggStream[] {
  const streams: OggStream[] = []
  let offset = 0
  for (;;) {
    const page = pageAt(head, offset)
    if (page === undefined || !page.begins) return streams
    const codec = codecs.find(({magic}) => latin1(page.content, 0, magic.length) === magic)
    if (codec !== undefined) streams.push({serial: page.serial, codec: codec.name, ...codec.read(page.content)})
    offset += page.lengthInBytes
  }
}

/** The last whole page of a stream that ends a packet. The search goes backwards from the end. */
function ending(tail: Uint8Array, serial: number | undefined): {readonly granule: number; readonly isCut: boolean} {
  const capital = 'O'.charCodeAt(0)
  let isCut = false
  for (let end = tail.length; end > 0; ) {
    const offset = tail.subarray(0, end).lastIndexOf(capital)
    if (offset === -1) break
    end = offset
    const page = pageAt(tail, offset)
    if (page === undefined || page.serial !== serial) continue
    isCut ||= offset + page.lengthInBytes > tail.length
    if (page.granule >= 0 && offset + page.lengthInBytes <= tail.length) return {granule: page.granule, isCut}
  }
  return {granule: 0, isCut}
}

/** The page at `offset`. RFC 3533 section 6. */
function pageAt(bytes: Uint8Array, offset: number): OggPage | undefined {
  if (latin1(bytes, offset, 4) !== 'OggS' || bytes[offset + 4] !== 0) return undefined
  const segments = uint(bytes, offset + 26, 1)
  const table = bytes.subarray(offset + 27, offset + 27 + segments)
  const contentInBytes = table.reduce((sum, length) => sum + length, 0)
  const start = offset + 27 + segments
  return {
    begins: (uint(bytes, offset + 5, 1) & 2) !== 0,
    granule: signed64(bytes, offset + 6),
    serial: littleEndianUint(bytes, offset + 14, 4),
    content: bytes.subarray(start, start + contentInBytes),
    lengthInBytes: 27 + segments + contentInBytes,
  }
}

function signed64(bytes: Uint8Array, offset: number): number {
  const isNegative = (uint(bytes, offset + 7, 1) & 0x80) !== 0
  return isNegative ? -1 : littleEndianUint(bytes, offset, 8)
}
