/** Whether the end of a picture is missing, as after a copy that broke off. Its size is in its first bytes, so it still seems whole. */
export function isCutShort(mimeType: string, bytes: Uint8Array): boolean {
  if (mimeType === 'image/jpeg') return lastMark(bytes, 0xd9) < lastMark(bytes, 0xda)
  if (mimeType === 'image/png') return !Buffer.from(bytes.subarray(-64)).includes('IEND')
  if (mimeType === 'image/webp')
    return bytes.length >= 8 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 > bytes.length
  return false
}

/** Between the marks of a JPEG, 0xff stands only before a zero. After the end, cameras add data of their own. */
function lastMark(bytes: Uint8Array, mark: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, mark]))
}
