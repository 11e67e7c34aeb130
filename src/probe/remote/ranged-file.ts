import type {RandomAccessReader} from '../random-access-file.ts'
import {contentRange} from './content-range.ts'
import type {HttpAnswer} from './http-client.ts'
import {type Connection, openAddress} from './open-address.ts'
import {faultOf, remoteFailure} from './remote-fault.ts'
import type {CountedReader} from './thrifty-reader.ts'

/** The size of one request. One block has the head of nearly every file, and two or three blocks tell all about most files. */
export const blockInBytes = 1 << 15
const mostBlocks = 256
/** After so many reads that each go on where the last one ended, the reader will probably go on. */
const readsBeforeReadingAhead = 4
const mostAheadInBytes = 1 << 21

type Opened = {
  readonly connection: Connection
  readonly address: URL
  /** Where the redirects of `address` led. It may be a signed address, which expires. */
  readonly target: URL
  readonly sizeInBytes: number
  /** The first bytes, which came with the first answer. */
  readonly head: Uint8Array
}

/** A file on a server that sends parts of it. The parts that a reader needs are fetched in blocks, each block once. */
export function rangedFile(opened: Opened): CountedReader {
  const {sizeInBytes, head} = opened
  const blocks = new Map<number, Uint8Array>()
  const keep = (start: number, bytes: Uint8Array) => {
    for (let offset = 0; offset < bytes.length; offset += blockInBytes) {
      blocks.set((start + offset) / blockInBytes, bytes.slice(offset, offset + blockInBytes))
    }
    for (const oldest of blocks.keys()) {
      if (blocks.size <= mostBlocks) break
      blocks.delete(oldest)
    }
  }
  keep(0, head)
  let fetchedInBytes = head.length
  const aim = {target: opened.target}
  const sequence = {end: 0, reads: 0}
  const read: RandomAccessReader['read'] = async (offset, length) => {
    const end = Math.min(offset + length, sizeInBytes)
    if (!(offset >= 0 && end > offset)) return new Uint8Array(0)
    const missing = missingBlocks(blocks, offset, end)
    if (missing !== undefined) {
      const start = missing.first * blockInBytes
      const stop = (missing.last + 1) * blockInBytes + aheadInBytes(sequence, start)
      const bytes = await fetchRange(opened, aim, start, Math.min(stop, sizeInBytes))
      sequence.end = start + bytes.length
      fetchedInBytes += bytes.length
      // The bytes of a long read are passed on and not kept: nobody asks for them twice.
      if (end - offset > (mostBlocks / 2) * blockInBytes) return bytes.subarray(offset - start, end - start)
      keep(start, bytes)
    }
    return assembled(blocks, offset, end)
  }
  return {sizeInBytes, seeking: 'request', read, fetchedInBytes: () => fetchedInBytes}
}

function missingBlocks(blocks: ReadonlyMap<number, Uint8Array>, offset: number, end: number) {
  let [first, last] = [Math.floor(offset / blockInBytes), Math.floor((end - 1) / blockInBytes)]
  while (first <= last && blocks.has(first)) first += 1
  while (last >= first && blocks.has(last)) last -= 1
  return first > last ? undefined : {first, last}
}

function aheadInBytes(sequence: {end: number; reads: number}, start: number): number {
  sequence.reads = start === sequence.end ? sequence.reads + 1 : 0
  const doublings = sequence.reads - readsBeforeReadingAhead
  return doublings < 0 ? 0 : Math.min(mostAheadInBytes, blockInBytes * 2 ** doublings)
}

function assembled(blocks: ReadonlyMap<number, Uint8Array>, offset: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - offset)
  for (let index = Math.floor(offset / blockInBytes); index * blockInBytes < end; index += 1) {
    const start = index * blockInBytes
    const block = blocks.get(index) ?? new Uint8Array(0)
    const from = Math.max(0, offset - start)
    bytes.set(block.subarray(from, Math.max(from, end - start)), Math.max(0, start - offset))
  }
  return bytes
}

/** The answers of a signed address that has expired. */
const expired = new Set(['media-refused', 'media-not-found'])

async function fetchRange(opened: Opened, aim: {target: URL}, start: number, end: number): Promise<Uint8Array> {
  const {connection, address, sizeInBytes} = opened
  const headers = {range: `bytes=${start}-${end - 1}`}
  const use = async (answer: HttpAnswer) => {
    aim.target = answer.url
    return partOfAnswer(answer, start, end, sizeInBytes)
  }
  try {
    return await openAddress(connection, aim.target, headers, use)
  } catch (error) {
    const isExpired = aim.target.href !== address.href && expired.has(faultOf(error)?.code ?? '')
    if (!isExpired) throw error
    return openAddress(connection, address, headers, use)
  }
}

/** The bytes from `start` to `end` of an answer. The answer may hold more, if the server no longer sends ranges. */
export async function partOfAnswer(
  answer: HttpAnswer,
  start: number,
  end: number,
  sizeInBytes: number | undefined,
): Promise<Uint8Array> {
  const range = contentRange(answer)
  const isOther = sizeInBytes !== undefined && (range.totalInBytes ?? sizeInBytes) !== sizeInBytes
  if (answer.status === 416 || range.start > start || isOther) {
    answer.discard()
    const what = isOther ? 'changed its size while it was read' : `does not give the bytes from ${start} on`
    throw remoteFailure({code: 'media-unreachable', what, hint: 'Try again', retryAfterInMilliseconds: 0})
  }
  const bytes = new Uint8Array(end - start)
  let position = range.start
  let filled = 0
  for await (const piece of answer.body) {
    const wanted = piece.subarray(Math.max(0, start - position), Math.max(0, end - position))
    bytes.set(wanted, filled)
    filled += wanted.length
    position += piece.length
    // If the server sends more than we asked for, leaving the loop ends the connection.
    if (position > end) break
  }
  return bytes.subarray(0, filled)
}
