import {gunzipSync} from 'node:zlib'
import type {Outcome} from '../../model/problem.ts'
import {problem} from '../../sources/source-problems.ts'
import {bytesInMemory, type SourceBytes} from '../../sources/source-text.ts'

/** The same limit as for a feed that a server packs and says so. */
const mostBytes = 200 * 1024 * 1024
const pieceInBytes = 256 * 1024

/** With what packed files begin: gzip (RFC 1952, 2.3.1), and archives of several files. */
const gzip = [0x1f, 0x8b] as const
const archives = [
  {name: 'a zip archive', start: [0x50, 0x4b, 0x03, 0x04]},
  {name: 'packed with bzip2', start: [0x42, 0x5a, 0x68]},
  {name: 'packed with xz', start: [0xfd, 0x37, 0x7a, 0x58, 0x5a]},
  {name: 'packed with zstd', start: [0x28, 0xb5, 0x2f, 0xfd]},
] as const

/**
 * The bytes of a source. Backups of feeds are often packed with gzip, and some servers send such a file as it is, without saying so: it is
 * unpacked. `name` is what messages call it.
 */
export function unpackedBytes(bytes: SourceBytes, name: string): Outcome<SourceBytes> {
  const [first = new Uint8Array()] = bytes.look()
  if (beginsWith(first, gzip)) return gunzipped(bytes, name)
  const archive = archives.find(({start}) => beginsWith(first, start))
  if (archive === undefined) return {ok: true, value: bytes, problems: []}
  return packed(`${name} is ${archive.name}`)
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function gunzipped(bytes: SourceBytes, name: string): Outcome<SourceBytes> {
  const whole = Buffer.concat(Array.from(bytes.take(), (piece) => Buffer.from(piece)))
  try {
    const text = gunzipSync(whole, {maxOutputLength: mostBytes})
    const count = Math.ceil(text.length / pieceInBytes)
    const pieces = Array.from({length: count}, (_, at) => text.subarray(at * pieceInBytes, (at + 1) * pieceInBytes))
    return {ok: true, value: bytesInMemory(pieces), problems: []}
  } catch (error) {
    const isLong = error instanceof RangeError
    const reason = isLong ? 'has more than 200 MB, which no feed has' : 'is damaged: it cannot be unpacked'
    return packed(`${name} is packed with gzip, and ${reason}`)
  }
}

function packed(message: string): Outcome<never> {
  const hint = 'Unpack it, and give the feed or the export that is in it'
  return {ok: false, problems: [problem('source-unreadable', {}, message, hint)]}
}
