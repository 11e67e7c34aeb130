import type {RandomAccessReader} from '../random-access-file.ts'
import {latin1, uint} from './big-endian.ts'

/** An element of EBML (RFC 8794). `end` is `undefined` if a live recorder did not know it. */
export type EbmlElement = {readonly id: number; readonly start: number; readonly end: number | undefined}

/** The element at `offset`, without its content. `undefined` if no element can be there. */
export async function ebmlElement(reader: RandomAccessReader, offset: number): Promise<EbmlElement | undefined> {
  const head = await reader.read(offset, 12)
  const idLength = variableLength(head[0])
  const sizeLength = variableLength(head[idLength])
  if (idLength === 0 || idLength > 4 || sizeLength === 0 || head.length < idLength + sizeLength) return undefined
  const start = offset + idLength + sizeLength
  // The marker bit is taken off before the sum. With it, eight bytes would be more than the whole numbers of a double.
  const marker = 0x80 >> (sizeLength - 1)
  const size = ((head[idLength] ?? 0) - marker) * 256 ** (sizeLength - 1) + uint(head, idLength + 1, sizeLength - 1)
  const isUnknown = size === 2 ** (7 * sizeLength) - 1 || !Number.isSafeInteger(start + size)
  return {id: uint(head, 0, idLength), start, end: isUnknown ? undefined : start + size}
}

/** Values are small, so a long value is cut. With a damaged size, the whole read would take all memory. */
export async function ebmlContent(reader: RandomAccessReader, {start, end}: EbmlElement): Promise<Uint8Array> {
  return reader.read(start, Math.min((end ?? start) - start, 1024))
}

export async function ebmlUint(reader: RandomAccessReader, element: EbmlElement): Promise<number> {
  const bytes = await ebmlContent(reader, element)
  return uint(bytes, 0, bytes.length)
}

export async function ebmlText(reader: RandomAccessReader, element: EbmlElement): Promise<string> {
  return latin1(await ebmlContent(reader, element))
}

/** A number of IEEE 754 in four or eight bytes. */
export async function ebmlFloat(reader: RandomAccessReader, element: EbmlElement): Promise<number> {
  const bytes = await ebmlContent(reader, element)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length === 4) return view.getFloat32(0)
  return bytes.length === 8 ? view.getFloat64(0) : 0
}

/** Length of the variable-size integer that begins with the byte `first`; 0 if none begins with it. */
export function variableLength(first: number | undefined): number {
  return first === undefined || first === 0 ? 0 : Math.clz32(first) - 23
}
