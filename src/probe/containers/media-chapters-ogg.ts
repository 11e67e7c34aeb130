import type {Chapter} from '../../model/chapter.ts'
import {buffered, type RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'
import {vorbisCommentChapters} from './media-chapters-vorbis.ts'

/** A page holds at most 64 KB. Comments with a cover take some dozens of pages. */
const mostPages = 400
const largestHeaderInBytes = 16 * 1024 * 1024

/** The first bytes of a comment packet in each codec. The comments follow them. */
const commentMarks = ['OpusTags', '\x03vorbis', '\x81theora', '\x84']
/** FLAC in Ogg has the header of a metadata block at this offset: its type and three bytes of length. */
const flacMark = '\x84'

/** The first packets of a logical stream, as far as they were read. */
type Stream = {packets: number; pieces: Uint8Array[]; sizeInBytes: number}

/**
 * Chapters in the comments of an Ogg file. The comments are the second packet of each stream, and may take several pages.
 * RFC 3533 section 6, RFC 7845 section 5.2.
 */
export async function readOggChapters(reader: RandomAccessReader): Promise<readonly Chapter[]> {
  const source = buffered(reader, 1 << 17)
  const streams = new Map<number, Stream>()
  let offset = 0
  for (let count = 0; count < mostPages; count += 1) {
    const head = await source.read(offset, 27 + 255)
    if (latin1(head, 0, 4) !== 'OggS') return []
    const lacing = head.subarray(27, 27 + uint(head, 26, 1))
    const bodyInBytes = lacing.reduce((sum, length) => sum + length, 0)
    const bodyStart = offset + 27 + lacing.length
    const serial = uint(head, 14, 4)
    const stream = streams.get(serial) ?? {packets: 0, pieces: [], sizeInBytes: 0}
    streams.set(serial, stream)
    if (stream.packets < 2) {
      const packet = takePage(stream, lacing, await source.read(bodyStart, bodyInBytes))
      const chapters = packet === undefined ? [] : commentChapters(packet)
      if (chapters.length > 0) return chapters
    }
    if ([...streams.values()].every((each) => each.packets >= 2)) return []
    offset = bodyStart + bodyInBytes
  }
  return []
}

/** Adds a page to its stream. Returns the second packet when it is complete. */
function takePage(stream: Stream, lacing: Uint8Array, body: Uint8Array): Uint8Array | undefined {
  let offset = 0
  for (const length of lacing) {
    if (stream.packets === 1 && stream.sizeInBytes < largestHeaderInBytes) {
      stream.pieces.push(body.slice(offset, offset + length))
      stream.sizeInBytes += length
    }
    offset += length
    // 255 means that the packet goes on in the next piece or on the next page.
    if (length === 255) continue
    stream.packets += 1
    if (stream.packets === 2) return joined(stream)
  }
  return undefined
}

function joined({pieces, sizeInBytes}: Stream): Uint8Array {
  const packet = new Uint8Array(sizeInBytes)
  let offset = 0
  for (const piece of pieces) {
    packet.set(piece, offset)
    offset += piece.length
  }
  return packet
}

function commentChapters(packet: Uint8Array): readonly Chapter[] {
  const start = latin1(packet, 0, 8)
  const mark = commentMarks.find((each) => start.startsWith(each))
  if (mark === undefined) return []
  return vorbisCommentChapters(packet.subarray(mark === flacMark ? 4 : mark.length))
}
